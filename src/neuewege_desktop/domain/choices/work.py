"""Codes of cases, agreements, measures and meetings (domain specification 2.7–2.13)."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.choice import Choice


class MunicipalityKind(Choice):
    """Town or rural municipality."""

    TOWN = "STADT", N_("town")
    RURAL = "GEMEINDE", N_("municipality")


class ProjectStatus(Choice):
    """How a municipality takes part in the project."""

    PILOT = "PILOT", N_("pilot")
    EXPANSION = "AUSBAU", N_("expansion")


class StaffFunction(Choice):
    """What a member does in the team (domain specification 5.6)."""

    LEAD = "PROJEKTLEITUNG", N_("project lead")
    CASE_MANAGER = "FALLMANAGEMENT", N_("case manager")
    ASSISTANT = "TEAMASSISTENZ", N_("team assistant")
    EMPLOYER_SERVICE = "ARBEITGEBERSERVICE", N_("employer service")


class Phase(Choice):
    """Phase of a case (2.7)."""

    PROPOSED = "P0", N_("proposed")
    INVITED = "P1", N_("invitation and first interview")
    ASSESSMENT = "P2", N_("assessment")
    STRATEGY = "P3", N_("goal and strategy")
    IMPLEMENTATION = "P4", N_("implementation")
    STABILISATION = "P5", N_("stabilisation")
    CLOSED = "P9", N_("closed")


class Intensity(Choice):
    """How often a household is talked to."""

    WEEKLY = "A", N_("weekly")
    FORTNIGHTLY = "B", N_("every two weeks")
    MONTHLY = "C", N_("monthly")
    QUARTERLY = "D", N_("quarterly")


class CloseReason(Choice):
    """Why a case was closed (2.7)."""

    SUSTAINED = "INTEGRIERT_NACHHALTIG", N_("integrated, sustained")
    INTEGRATED = "INTEGRIERT_LEISTUNG_ENDE", N_("integrated, benefits ended")
    BENEFITS_ENDED = "LEISTUNG_ENDE_SONST", N_("benefits ended otherwise")
    MOVED_AWAY = "WEGZUG", N_("moved away")
    PENSION = "RENTE", N_("pension")
    SGB_XII = "SGB_XII", N_("benefits under SGB XII")
    UNREACHABLE = "NICHT_ERREICHBAR", N_("not reachable")
    REJECTED = "ABGELEHNT_TEAM", N_("rejected by the team")
    PROJECT_ENDED = "PROJEKTENDE", N_("end of the project")
    DEATH = "TOD", N_("death")
    DATA_ERROR = "DATENFEHLER", N_("data error")


class AppointmentKind(Choice):
    """What an appointment is for."""

    FIRST = "ERSTGESPRAECH", N_("first interview")
    FOLLOW_UP = "FOLGEGESPRAECH", N_("follow-up interview")
    AGREEMENT = "EGV", N_("agreement")
    HOME_VISIT = "HAUSBESUCH", N_("home visit")
    PHONE = "TELEFON", N_("telephone")
    EXAMINATION = "UNTERSUCHUNG", N_("examination")
    GROUP = "GRUPPENINFO", N_("group information")


class Purpose309(Choice):
    """Purpose of an order to appear, § 309 (2) SGB III."""

    CAREER_ADVICE = "BERUFSBERATUNG", N_("career advice")
    PLACEMENT = "VERMITTLUNG", N_("placement")
    PREPARATION = "VORBEREITUNG_AAF", N_("preparation of active support")
    BENEFIT_DECISION = "ENTSCHEIDUNG_LEISTUNG", N_("decision on benefits")
    CLAIM_CHECK = "PRUEFUNG_ANSPRUCH", N_("check of the claim")


class AppointmentStatus(Choice):
    """What became of an appointment."""

    PLANNED = "GEPLANT", N_("planned")
    INVITED = "EINGELADEN", N_("invited")
    ATTENDED = "ERSCHIENEN", N_("attended")
    ATTENDED_LATE = "VERSPAETET_ERSCHIENEN", N_("attended late")
    EXCUSED = "ENTSCHULDIGT", N_("excused")
    MISSED = "NICHT_ERSCHIENEN", N_("not attended")
    CANCELLED = "ABGESAGT_AMT", N_("cancelled by the office")


class AgreementStatus(Choice):
    """Life cycle of an agreement (2.9)."""

    DRAFT = "ENTWURF", N_("draft")
    SIGNED = "UNTERSCHRIEBEN", N_("signed")
    HANDED_OVER = "AUSGEHAENDIGT", N_("handed over")
    ANNOUNCED = "BEKANNTGEGEBEN", N_("announced")
    ACTIVE = "AKTIV", N_("active")
    CONTINUED = "FORTGESCHRIEBEN", N_("continued")
    ENDED = "BEENDET", N_("ended")
    REVOKED = "AUFGEHOBEN", N_("revoked")


class MeasureStatus(Choice):
    """State of a measure."""

    PLANNED = "PLANUNG", N_("planned")
    ACTIVE = "AKTIV", N_("active")
    FULL = "AUSGEBUCHT", N_("fully booked")
    ENDED = "BEENDET", N_("ended")


class ResultCode(Choice):
    """How a participation ended (2.10)."""

    AS_PLANNED = "01", N_("as planned")
    WITH_DEGREE = "02", N_("as planned, with qualification")
    LEFT_FOR_WORK = "03", N_("left early for work")
    LEFT_FOR_TRAINING = "04", N_("left early for training")
    ILLNESS = "05", N_("broken off: illness")
    CONDUCT = "06", N_("broken off: conduct")
    PROVIDER = "07", N_("broken off by the provider")
    PERSONAL = "08", N_("broken off: personal reasons")
    CHANGED = "09", N_("changed measure")
    NO_LONGER_NEEDY = "10", N_("no longer needy")
    MOVED = "11", N_("moved")
    OTHER = "12", N_("other")


class MeetingStatus(Choice):
    """Life cycle of a case conference (2.13)."""

    PLANNED = "GEPLANT", N_("planned")
    CONVENED = "EINBERUFEN", N_("convened")
    RUNNING = "LAEUFT", N_("running")
    DRAFT_MINUTES = "PROTOKOLL_ENTWURF", N_("minutes in draft")
    RELEASED_MINUTES = "PROTOKOLL_FREIGEGEBEN", N_("minutes released")
    CANCELLED = "ABGESAGT", N_("cancelled")


class AttendanceStatus(Choice):
    """Whether somebody was there, or is asked to come."""

    INVITED = "EINGELADEN", N_("invited")
    PRESENT = "ANWESEND", N_("present")
    EXCUSED = "ENTSCHULDIGT", N_("excused")
    ABSENT = "UNENTSCHULDIGT", N_("absent")
    PARTLY = "TEILWEISE", N_("partly present")


class MeetingPart(Choice):
    """Part of a conference: A is internal, B is held with the municipality."""

    INTERNAL = "A", N_("internal")
    TOWN = "B", N_("with the municipality")


class ItemState(Choice):
    """What became of an item of the agenda."""

    OPEN = "OFFEN", N_("open")
    DISCUSSED = "BERATEN", N_("discussed")
    POSTPONED = "VERTAGT", N_("postponed")
    DROPPED = "ENTFALLEN", N_("dropped")


class DecisionKind(Choice):
    """What the team decided."""

    INVITE = "EINLADEN", N_("invite")
    AGREEMENT = "EGV", N_("conclude an agreement")
    MEASURE = "MASSNAHME", N_("measure")
    PLACEMENT = "VERMITTLUNG", N_("placement")
    NEED_16A = "16A", N_("municipal services")
    EMPLOYER = "ARBEITGEBER", N_("employer")
    ACTOR = "AKTEUR", N_("local actor")
    MEDICAL = "AERZTL_GUTACHTEN", N_("medical report")
    BENEFITS = "LEISTUNG_INFO", N_("inform the benefit department")
    OBSERVE = "WEITER_BEOBACHTEN", N_("keep observing")
    CLOSE = "FALL_SCHLIESSEN", N_("close the case")
    OTHER = "SONSTIGES", N_("other")


class PromiseOutcome(Choice):
    """How a conference answered what an earlier one had decided."""

    KEPT = "GEHALTEN", N_("kept")
    NEW_DATE = "NEUER_TERMIN", N_("new date")
    DROPPED = "ENTFALLEN", N_("dropped")


class GuestBasis(Choice):
    """On what ground a household was talked about while a guest was in the room (5.3)."""

    CONSENT = "EINWILLIGUNG", N_("consent is there")
    PSEUDONYM = "PSEUDONYM", N_("talked about by pseudonym")
    LEFT = "RAUM_VERLASSEN", N_("the guest leaves the room")


class TaskKind(Choice):
    """A task is something to do; a follow-up is a day to look at the case again."""

    TASK = "AUFGABE", N_("task")
    FOLLOW_UP = "WIEDERVORLAGE", N_("follow-up")


class TaskState(Choice):
    """State of a task, a follow-up or a decision."""

    OPEN = "OFFEN", N_("open")
    IN_PROGRESS = "IN_ARBEIT", N_("in progress")
    DONE = "ERLEDIGT", N_("done")
    DROPPED = "VERWORFEN", N_("dropped")


class TaskOrigin(Choice):
    """Where a task comes from."""

    DECISION = "BESCHLUSS", N_("decision")
    RULE = "REGEL", N_("rule")
    MANUAL = "MANUELL", N_("entered by hand")


class ActorKind(Choice):
    """Kind of local actor (2.12)."""

    TOWN_HALL = "GEMEINDE", N_("municipality")
    NURSERY = "KITA", N_("nursery")
    CHILDMINDER = "TAGESPFLEGE", N_("childminder")
    SCHOOL = "SCHULE", N_("school")
    CLUB = "VEREIN", N_("club")
    CHURCH = "KIRCHE", N_("church")
    WELFARE = "WOHLFAHRT", N_("welfare association")
    ADVICE = "BERATUNGSSTELLE", N_("advice centre")
    PROVIDER = "TRAEGER", N_("provider")
    CHAMBER = "KAMMER", N_("chamber")
    TRADE = "GEWERBEVEREIN", N_("trade association")
    HEALTH = "GESUNDHEIT", N_("health service")
    OTHER = "SONSTIGE", N_("other")


class AgreementKind(Choice):
    """Kind of agreement; which one the law knows depends on the day (1.2)."""

    EGV = "EGV", N_("integration agreement")
    EGV_VA = "EGV_VA", N_("integration agreement by administrative act")
    COOPERATION_PLAN = "KOOPPLAN", N_("cooperation plan")
    OBLIGATION = "VERPFLICHTUNG", N_("obligation")


class ParticipationState(Choice):
    """Life cycle of a participation (2.10)."""

    NOTED = "VORGEMERKT", N_("noted")
    PROPOSED = "VORGESCHLAGEN", N_("proposed")
    ASSIGNED = "ZUGEWIESEN", N_("assigned")
    ACTIVE = "AKTIV", N_("active")
    INTERRUPTED = "UNTERBROCHEN", N_("interrupted")
    ENDED = "BEENDET", N_("ended")
    NOT_STARTED = "NICHT_ANGETRETEN", N_("not started")
    DECLINED = "ABGELEHNT", N_("declined")
    CANCELLED = "STORNIERT", N_("cancelled")
    REJECTED = "VERWORFEN", N_("rejected")
