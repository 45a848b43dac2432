"""Codes of households and persons (domain specification 2.4–2.6)."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.choice import Choice


class MemberRole(Choice):
    """Role of a person in a household, § 7 (3) and § 38 SGB II."""

    HEAD = "HEAD", N_("head of household")
    PARTNER = "PARTNER", N_("partner")
    CHILD_U25 = "CHILD_U25", N_("child under 25")
    PARENT = "PARENT", N_("parent")
    PARENT_PARTNER = "PARENT_PARTNER", N_("partner of a parent")


class Entitlement(Choice):
    """Person group of the benefit statistics."""

    STANDARD = "RLB", N_("entitled to standard benefits")
    SPECIAL = "SLB", N_("entitled to special benefits only")
    NONE = "NLB", N_("not entitled")


class Salutation(Choice):
    """How a person is addressed."""

    MRS = "FRAU", N_("Mrs")
    MR = "HERR", N_("Mr")
    NONE = "NONE", N_("without salutation")


class Sex(Choice):
    """Sex as the statistics ask for it, § 3 VO § 48a SGB II."""

    FEMALE = "W", N_("female")
    MALE = "M", N_("male")
    DIVERSE = "D", N_("diverse")
    UNKNOWN = "UNKNOWN", N_("unknown")


class FamilyStatus(Choice):
    """Marital status."""

    SINGLE = "LEDIG", N_("single")
    MARRIED = "VERH", N_("married")
    PARTNERSHIP = "LP", N_("registered partnership")
    DIVORCED = "GESCH", N_("divorced")
    WIDOWED = "VERW", N_("widowed")
    SEPARATED = "GETRENNT", N_("separated")
    UNKNOWN = "UNBEK", N_("unknown")


class NationalityGroup(Choice):
    """Group of nationality; the nationality itself is not recorded."""

    GERMAN = "DE", N_("German")
    EU = "EU", N_("European Union")
    THIRD_COUNTRY = "DRITTSTAAT", N_("third country")
    UNKNOWN = "UNBEK", N_("unknown")


class WorkPermit(Choice):
    """Permission to work, § 8 (2) SGB II."""

    YES = "JA", N_("yes")
    WITH_CONSENT = "MIT_ZUSTIMMUNG", N_("with consent")
    NO = "NEIN", N_("no")


class ElbEnd(Choice):
    """Why a person is no longer an employable beneficiary."""

    WORK = "ARBEIT", N_("work")
    INCOME = "EINKOMMEN", N_("income")
    MOVED = "UMZUG", N_("moved")
    PENSION = "RENTE", N_("pension")
    SGB_XII = "SGB_XII", N_("benefits under SGB XII")
    STUDENT_GRANT = "AUSBILDUNG_BAFOEG", N_("training with student grant")
    INPATIENT = "STATIONAER", N_("inpatient")
    NO_COOPERATION = "KEINE_MITWIRKUNG", N_("no cooperation")
    DEATH = "TOD", N_("death")
    OTHER = "SONSTIGES", N_("other")


class EmploymentKind(Choice):
    """Kind of work."""

    FULL_TIME = "SV_VOLL", N_("full-time work with social insurance")
    PART_TIME = "SV_TEIL", N_("part-time work with social insurance")
    MINI = "MINI", N_("mini-job")
    SELF_EMPLOYED = "SELBST", N_("self-employed")
    APPRENTICE = "AUSB_BETR", N_("apprenticeship in a company")
    SCHOOL_TRAINING = "AUSB_SCHUL", N_("training at school")
    VOLUNTARY_SERVICE = "FREIW_DIENST", N_("voluntary service")


class School(Choice):
    """Highest school qualification, § 51b SGB II."""

    NONE = "OHNE", N_("no qualification")
    SPECIAL = "FOERDER", N_("special school")
    LOWER = "HAUPT", N_("lower secondary school")
    MIDDLE = "MITTEL", N_("intermediate secondary school")
    TECHNICAL = "FHR", N_("entrance qualification for technical colleges")
    UPPER = "ABI", N_("university entrance qualification")
    FOREIGN = "AUSLAND_NICHT_ANERK", N_("foreign, not recognised")


class Vocational(Choice):
    """Highest vocational qualification, § 51b SGB II."""

    NONE = "OHNE", N_("no qualification")
    COMPANY = "BETRIEBLICH", N_("vocational training")
    SCHOOL = "SCHULISCH", N_("training at school")
    COLLEGE = "FACHSCHULE", N_("technical school")
    BACHELOR = "BACHELOR", N_("bachelor")
    MASTER = "MASTER_DIPL", N_("university degree")
    FOREIGN_RECOGNISED = "AUSLAND_ANERK", N_("foreign, recognised")
    FOREIGN = "AUSLAND_NICHT_ANERK", N_("foreign, not recognised")


class LanguageLevel(Choice):
    """Level of a language by the European framework."""

    A0 = "A0", N_("A0")
    A1 = "A1", N_("A1")
    A2 = "A2", N_("A2")
    B1 = "B1", N_("B1")
    B2 = "B2", N_("B2")
    C1 = "C1", N_("C1")
    C2 = "C2", N_("C2")
    NATIVE = "MUTTERSPR", N_("mother tongue")


class CourseState(Choice):
    """Where a person stands with an integration or language course, § 3 (4) SGB II."""

    OPEN = "OFFEN", N_("open")
    ADMITTED = "ZUGELASSEN", N_("admitted")
    RUNNING = "LAEUFT", N_("running")
    PASSED = "BESTANDEN", N_("passed")
    FAILED = "NICHT_BESTANDEN", N_("not passed")
    NOT_NEEDED = "KEIN_BEDARF", N_("not needed")


class BusService(Choice):
    """How well buses and trains serve the place of residence."""

    GOOD = "GUT", N_("good")
    LIMITED = "EINGESCHR", N_("limited")
    NONE = "KEINE", N_("none")


class HealthLimitKind(Choice):
    """What a person cannot do; never a diagnosis."""

    NO_HEAVY_LIFTING = "KEIN_SCHWERES_HEBEN", N_("no heavy lifting")
    SEATED_ONLY = "NUR_SITZEND", N_("seated work only")
    NO_SHIFTS = "KEINE_SCHICHT", N_("no shift work")
    REDUCED_HOURS = "REDUZIERTE_STUNDEN", N_("reduced hours")
    NO_DUST = "KEIN_STAUB", N_("no dust")
    STRESS = "PSYCH_BELASTBARKEIT", N_("limited mental resilience")
    OTHER = "SONSTIGE", N_("other")


class HealthSource(Choice):
    """Who stated a health limit."""

    SELF = "SELBSTAUSKUNFT", N_("own statement")
    MEDICAL_SERVICE = "AERZTL_DIENST", N_("medical service")
    PUBLIC_DOCTOR = "AMTSARZT", N_("public health officer")


class NeedKind(Choice):
    """Municipal integration service a person needs, § 16a SGB II."""

    CHILDCARE = "KINDERBETREUUNG", N_("childcare")
    DEBTS = "SCHULDEN", N_("debt counselling")
    PSYCHOSOCIAL = "PSYCHOSOZIAL", N_("psychosocial support")
    ADDICTION = "SUCHT", N_("addiction counselling")
    ELDER_CARE = "PFLEGE", N_("care of relatives")
    HOUSING = "WOHNEN", N_("housing")


class NeedState(Choice):
    """How far a need has been dealt with."""

    SUSPECTED = "VERMUTET", N_("suspected")
    DISCUSSED = "BESPROCHEN", N_("discussed")
    REFERRED = "VERMITTELT", N_("referred")
    RUNNING = "LAEUFT", N_("running")
    ENDED = "BEENDET", N_("ended")
    DECLINED = "ABGELEHNT", N_("declined")


class BarrierGroup(Choice):
    """Group of a circumstance that hampers placement."""

    QUALIFICATION = "QUALIFIKATION", N_("qualification")
    CAPACITY = "LEISTUNGSFAEHIGKEIT", N_("capacity to work")
    MOTIVATION = "MOTIVATION", N_("motivation")
    ENVIRONMENT = "RAHMENBEDINGUNGEN", N_("personal environment")
