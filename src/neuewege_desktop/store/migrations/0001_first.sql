-- Version 1: the tables with which the program began. Frozen: never edit, write a new step.

CREATE TABLE qualification (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    school TEXT,
    vocational TEXT,
    occupation_code TEXT,
    finished_year INTEGER,
    skills TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_qualification CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "occupation_code" IS NOT NULL AND "skills" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_qualification_person ON qualification (person);

CREATE TABLE language_skill (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    language TEXT,
    level TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_language_skill CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "language" IS NOT NULL AND "level" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_language_skill_person ON language_skill (person);

CREATE TABLE course_entitlement (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    integration_course TEXT,
    language_course TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_course_entitlement CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_course_entitlement_person ON course_entitlement (person);

CREATE TABLE mobility (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    licences TEXT,
    car_available INTEGER,
    bus_rail TEXT,
    commute_max_min INTEGER,
    shift_work INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_mobility CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "licences" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_mobility_person ON mobility (person);

CREATE TABLE health_limit (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    "limit" TEXT,
    source TEXT,
    hours_day_max INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_health_limit CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "limit" IS NOT NULL AND "source" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_health_limit_person ON health_limit (person);

CREATE TABLE need_16a (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    need TEXT,
    state TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_need_16a CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "need" IS NOT NULL AND "state" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_need_16a_person ON need_16a (person);

CREATE TABLE barrier (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    "group" TEXT,
    code TEXT,
    severity INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_barrier CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "group" IS NOT NULL AND "code" IS NOT NULL AND "severity" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_barrier_person ON barrier (person);

CREATE TABLE "case" (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    household INTEGER,
    project INTEGER,
    team INTEGER,
    case_manager INTEGER,
    deputy INTEGER,
    opened_on TEXT,
    closed_on TEXT,
    close_reason TEXT,
    intensity TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_case CHECK (life = 'ERASED' OR ("household" IS NOT NULL AND "project" IS NOT NULL AND "opened_on" IS NOT NULL AND "intensity" IS NOT NULL)),
    FOREIGN KEY(household) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_case_case_manager ON "case" (case_manager);

CREATE INDEX by_case_household ON "case" (household);

CREATE TABLE case_phase (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    "case" INTEGER,
    phase TEXT,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_case_phase CHECK (life = 'ERASED' OR ("case" IS NOT NULL AND "phase" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_case_phase_case ON case_phase ("case");

CREATE TABLE appointment (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    "case" INTEGER,
    person INTEGER,
    start TEXT,
    duration_min INTEGER,
    place INTEGER,
    purpose TEXT,
    purpose_309 TEXT,
    with_legal_notice INTEGER,
    status TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_appointment CHECK (life = 'ERASED' OR ("case" IS NOT NULL AND "person" IS NOT NULL AND "start" IS NOT NULL AND "duration_min" IS NOT NULL AND "purpose" IS NOT NULL AND "with_legal_notice" IS NOT NULL AND "status" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_appointment_case ON appointment ("case");

CREATE INDEX by_appointment_person ON appointment (person);

CREATE TABLE agreement (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    "case" INTEGER,
    person INTEGER,
    agreement TEXT,
    status TEXT,
    signed_on TEXT,
    period_start TEXT,
    period_end TEXT,
    review_due TEXT,
    goal TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_agreement CHECK (life = 'ERASED' OR ("case" IS NOT NULL AND "agreement" IS NOT NULL AND "status" IS NOT NULL AND "period_start" IS NOT NULL AND "review_due" IS NOT NULL AND "goal" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_agreement_case ON agreement ("case");

CREATE INDEX by_agreement_person ON agreement (person);

CREATE TABLE task (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    "case" INTEGER,
    task TEXT,
    title TEXT,
    assignee INTEGER,
    due_on TEXT,
    remind_days_before INTEGER,
    state TEXT,
    done_on TEXT,
    result TEXT,
    origin TEXT,
    decision INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_task CHECK (life = 'ERASED' OR ("task" IS NOT NULL AND "title" IS NOT NULL AND "due_on" IS NOT NULL AND "remind_days_before" IS NOT NULL AND "state" IS NOT NULL AND "result" IS NOT NULL AND "origin" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_task_assignee ON task (assignee);

CREATE INDEX by_task_case ON task ("case");

CREATE INDEX by_task_decision ON task (decision);

CREATE TABLE agenda_flag (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    "case" INTEGER,
    raised_by INTEGER,
    raised_on TEXT,
    text TEXT,
    settled_on TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_agenda_flag CHECK (life = 'ERASED' OR ("case" IS NOT NULL AND "raised_by" IS NOT NULL AND "raised_on" IS NOT NULL AND "text" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_agenda_flag_case ON agenda_flag ("case");

CREATE TABLE municipality (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    ags TEXT,
    name TEXT,
    status TEXT,
    postcode TEXT,
    short TEXT,
    district_parts TEXT,
    population INTEGER,
    population_year INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_municipality CHECK (life = 'ERASED' OR ("ags" IS NOT NULL AND "name" IS NOT NULL AND "status" IS NOT NULL AND "postcode" IS NOT NULL AND "short" IS NOT NULL AND "district_parts" IS NOT NULL))
);

CREATE INDEX by_municipality_ags ON municipality (ags);

CREATE TABLE project (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    code TEXT,
    title TEXT,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_project CHECK (life = 'ERASED' OR ("code" IS NOT NULL AND "title" IS NOT NULL AND "period_start" IS NOT NULL))
);

CREATE TABLE project_municipality (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    project INTEGER,
    municipality INTEGER,
    period_start TEXT,
    period_end TEXT,
    status TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_project_municipality CHECK (life = 'ERASED' OR ("project" IS NOT NULL AND "municipality" IS NOT NULL AND "period_start" IS NOT NULL AND "status" IS NOT NULL)),
    FOREIGN KEY(project) REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(municipality) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_project_municipality_municipality ON project_municipality (municipality);

CREATE TABLE user (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    name TEXT,
    note TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_user CHECK (life = 'ERASED' OR ("name" IS NOT NULL AND "note" IS NOT NULL))
);

CREATE TABLE team (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    municipality INTEGER,
    name TEXT,
    max_items INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_team CHECK (life = 'ERASED' OR ("municipality" IS NOT NULL AND "name" IS NOT NULL AND "max_items" IS NOT NULL)),
    FOREIGN KEY(municipality) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_team_municipality ON team (municipality);

CREATE TABLE team_member (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    team INTEGER,
    user INTEGER,
    function TEXT,
    deputy INTEGER,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_team_member CHECK (life = 'ERASED' OR ("team" IS NOT NULL AND "user" IS NOT NULL AND "function" IS NOT NULL AND "deputy" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(team) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(user) REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_team_member_team ON team_member (team);

CREATE INDEX by_team_member_user ON team_member (user);

CREATE TABLE instrument (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    code TEXT,
    "group" TEXT,
    name TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_instrument CHECK (life = 'ERASED' OR ("code" IS NOT NULL AND "group" IS NOT NULL AND "name" IS NOT NULL))
);

CREATE INDEX by_instrument_code ON instrument (code);

CREATE TABLE instrument_version (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    instrument INTEGER,
    law TEXT,
    period_start TEXT,
    period_end TEXT,
    counts_activation INTEGER,
    counts_job_accompanying INTEGER,
    counts_public_job INTEGER,
    max_months INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_instrument_version CHECK (life = 'ERASED' OR ("instrument" IS NOT NULL AND "law" IS NOT NULL AND "period_start" IS NOT NULL AND "counts_activation" IS NOT NULL AND "counts_job_accompanying" IS NOT NULL AND "counts_public_job" IS NOT NULL)),
    FOREIGN KEY(instrument) REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_instrument_version_instrument ON instrument_version (instrument);

CREATE TABLE household (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    number TEXT,
    pseudonym TEXT,
    file_reference TEXT,
    period_start TEXT,
    period_end TEXT,
    persons_in_household INTEGER,
    note TEXT,
    sort_key TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_household CHECK (life = 'ERASED' OR ("number" IS NOT NULL AND "pseudonym" IS NOT NULL AND "file_reference" IS NOT NULL AND "period_start" IS NOT NULL AND "note" IS NOT NULL))
);

CREATE INDEX by_household_number ON household (number);

CREATE INDEX by_household_pseudonym ON household (pseudonym);

CREATE INDEX by_household_scope ON household (scope, life, sort_key, id, period_start, period_end);

CREATE INDEX by_household_sort_key ON household (life, sort_key, id, period_start, period_end);

CREATE TABLE membership (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    household INTEGER,
    person INTEGER,
    role TEXT,
    period_start TEXT,
    period_end TEXT,
    entitlement TEXT,
    "temporary" INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_membership CHECK (life = 'ERASED' OR ("household" IS NOT NULL AND "person" IS NOT NULL AND "role" IS NOT NULL AND "period_start" IS NOT NULL AND "entitlement" IS NOT NULL AND "temporary" IS NOT NULL)),
    FOREIGN KEY(household) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_membership_household ON membership (household);

CREATE INDEX by_membership_person ON membership (person);

CREATE TABLE household_address (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    household INTEGER,
    address_street TEXT,
    address_postcode TEXT,
    address_town TEXT,
    ags TEXT,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_household_address CHECK (life = 'ERASED' OR ("household" IS NOT NULL AND "address_street" IS NOT NULL AND "address_postcode" IS NOT NULL AND "address_town" IS NOT NULL AND "ags" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(household) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_household_address_household ON household_address (household);

CREATE TABLE approval_period (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    household INTEGER,
    period_start TEXT,
    period_end TEXT,
    provisional INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_approval_period CHECK (life = 'ERASED' OR ("household" IS NOT NULL AND "period_start" IS NOT NULL AND "provisional" IS NOT NULL)),
    FOREIGN KEY(household) REFERENCES household (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_approval_period_household ON approval_period (household);

CREATE TABLE measure (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    instrument_version INTEGER,
    name TEXT,
    provider INTEGER,
    collective INTEGER,
    content TEXT,
    contact TEXT,
    childcare_offered INTEGER,
    status TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_measure CHECK (life = 'ERASED' OR ("instrument_version" IS NOT NULL AND "name" IS NOT NULL AND "collective" IS NOT NULL AND "content" IS NOT NULL AND "contact" IS NOT NULL AND "status" IS NOT NULL)),
    FOREIGN KEY(provider) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_measure_instrument_version ON measure (instrument_version);

CREATE TABLE measure_run (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    measure INTEGER,
    period_start TEXT,
    period_end TEXT,
    hours_week INTEGER,
    places_total INTEGER,
    places_reserved INTEGER,
    location TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_measure_run CHECK (life = 'ERASED' OR ("measure" IS NOT NULL AND "period_start" IS NOT NULL AND "places_reserved" IS NOT NULL AND "location" IS NOT NULL)),
    FOREIGN KEY(measure) REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_measure_run_measure ON measure_run (measure);

CREATE TABLE participation (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    run INTEGER,
    state TEXT,
    period_start TEXT,
    period_end TEXT,
    assigned_on TEXT,
    decided_on TEXT,
    result_code TEXT,
    reason TEXT,
    extends INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_participation CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "run" IS NOT NULL AND "state" IS NOT NULL AND "period_start" IS NOT NULL AND "reason" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(extends) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_participation_person ON participation (person);

CREATE INDEX by_participation_run ON participation (run);

CREATE TABLE meeting_series (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    team INTEGER,
    weekday INTEGER,
    start TEXT,
    duration_min INTEGER,
    place INTEGER,
    rhythm_weeks INTEGER,
    max_items INTEGER,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_meeting_series CHECK (life = 'ERASED' OR ("team" IS NOT NULL AND "weekday" IS NOT NULL AND "start" IS NOT NULL AND "duration_min" IS NOT NULL AND "rhythm_weeks" IS NOT NULL AND "max_items" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_meeting_series_team ON meeting_series (team);

CREATE TABLE meeting (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    series INTEGER,
    ags TEXT,
    day TEXT,
    start TEXT,
    "end" TEXT,
    place INTEGER,
    status TEXT,
    chair INTEGER,
    minute_taker INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_meeting CHECK (life = 'ERASED' OR ("ags" IS NOT NULL AND "day" IS NOT NULL AND "status" IS NOT NULL)),
    FOREIGN KEY(series) REFERENCES meeting_series (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_meeting_ags ON meeting (ags);

CREATE INDEX by_meeting_series ON meeting (series);

CREATE TABLE attendance (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    user INTEGER,
    guest TEXT,
    status TEXT,
    start TEXT,
    "end" TEXT,
    external INTEGER,
    part TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_attendance CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "guest" IS NOT NULL AND "status" IS NOT NULL AND "external" IS NOT NULL AND "part" IS NOT NULL)),
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_attendance_meeting ON attendance (meeting);

CREATE TABLE agenda_item (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    "case" INTEGER,
    seq INTEGER,
    reasons TEXT,
    priority INTEGER,
    planned_min INTEGER,
    state TEXT,
    discussion TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_agenda_item CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "seq" IS NOT NULL AND "reasons" IS NOT NULL AND "priority" IS NOT NULL AND "planned_min" IS NOT NULL AND "state" IS NOT NULL AND "discussion" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_agenda_item_case ON agenda_item ("case");

CREATE INDEX by_agenda_item_meeting ON agenda_item (meeting);

CREATE TABLE decision (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    item INTEGER,
    decision TEXT,
    text TEXT,
    responsible INTEGER,
    due_on TEXT,
    status TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_decision CHECK (life = 'ERASED' OR ("item" IS NOT NULL AND "decision" IS NOT NULL AND "text" IS NOT NULL AND "status" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_decision_item ON decision (item);

CREATE TABLE town_item (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    seq INTEGER,
    topic TEXT,
    state TEXT,
    discussion TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_item CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "seq" IS NOT NULL AND "topic" IS NOT NULL AND "state" IS NOT NULL AND "discussion" IS NOT NULL)),
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_town_item_meeting ON town_item (meeting);

CREATE TABLE town_task (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    item INTEGER,
    actor INTEGER,
    title TEXT,
    assignee INTEGER,
    due_on TEXT,
    state TEXT,
    done_on TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_task CHECK (life = 'ERASED' OR ("title" IS NOT NULL AND "due_on" IS NOT NULL AND "state" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES town_item (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_town_task_actor ON town_task (actor);

CREATE INDEX by_town_task_item ON town_task (item);

CREATE TABLE person (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    client_number TEXT,
    name_last TEXT,
    name_first TEXT,
    title TEXT,
    salutation TEXT,
    sex TEXT,
    birth_date TEXT,
    death_date TEXT,
    family_status TEXT,
    nationality_group TEXT,
    work_permit TEXT,
    phone TEXT,
    email TEXT,
    interpreter_language TEXT,
    secrecy_block INTEGER,
    accessibility_need TEXT,
    sort_key TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_person CHECK (life = 'ERASED' OR ("client_number" IS NOT NULL AND "name_last" IS NOT NULL AND "name_first" IS NOT NULL AND "title" IS NOT NULL AND "salutation" IS NOT NULL AND "sex" IS NOT NULL AND "phone" IS NOT NULL AND "email" IS NOT NULL AND "interpreter_language" IS NOT NULL AND "secrecy_block" IS NOT NULL AND "accessibility_need" IS NOT NULL))
);

CREATE INDEX by_person_client_number ON person (client_number);

CREATE INDEX by_person_scope ON person (scope, life, sort_key, id);

CREATE INDEX by_person_sort_key ON person (life, sort_key, id);

CREATE TABLE elb_spell (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    reason_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_elb_spell CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_elb_spell_person ON elb_spell (person);

CREATE TABLE unemployment_spell (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    end_reason TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_unemployment_spell CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "end_reason" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_unemployment_spell_person ON unemployment_spell (person);

CREATE TABLE employment_spell (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    employment TEXT,
    hours_week INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_employment_spell CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL AND "employment" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_employment_spell_person ON employment_spell (person);

CREATE TABLE school_spell (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_school_spell CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_school_spell_person ON school_spell (person);

CREATE TABLE incapacity_spell (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    person INTEGER,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_incapacity_spell CHECK (life = 'ERASED' OR ("person" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_incapacity_spell_person ON incapacity_spell (person);

CREATE TABLE imported_list (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    sha256 TEXT,
    day TEXT,
    lines INTEGER,
    faulty_lines INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_imported_list CHECK (life = 'ERASED' OR ("sha256" IS NOT NULL AND "day" IS NOT NULL AND "lines" IS NOT NULL AND "faulty_lines" IS NOT NULL))
);

CREATE INDEX by_imported_list_sha256 ON imported_list (sha256);

CREATE TABLE relocation (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    old INTEGER,
    old_scope TEXT,
    new INTEGER,
    new_scope TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_relocation CHECK (life = 'ERASED' OR ("old" IS NOT NULL AND "old_scope" IS NOT NULL AND "new" IS NOT NULL AND "new_scope" IS NOT NULL))
);

CREATE INDEX by_relocation_new ON relocation (new);

CREATE INDEX by_relocation_old ON relocation (old);

CREATE TABLE actor (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    name TEXT,
    actor TEXT,
    address_street TEXT,
    address_postcode TEXT,
    address_town TEXT,
    contact_person TEXT,
    phone TEXT,
    email TEXT,
    topics TEXT,
    note TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_actor CHECK (life = 'ERASED' OR ("name" IS NOT NULL AND "actor" IS NOT NULL AND "contact_person" IS NOT NULL AND "phone" IS NOT NULL AND "email" IS NOT NULL AND "topics" IS NOT NULL AND "note" IS NOT NULL))
);

CREATE TABLE place (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    name TEXT,
    address_street TEXT,
    address_postcode TEXT,
    address_town TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_place CHECK (life = 'ERASED' OR ("name" IS NOT NULL))
);

CREATE TABLE entry (
    arrival INTEGER NOT NULL,
    scope TEXT NOT NULL,
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    act INTEGER NOT NULL,
    author INTEGER NOT NULL,
    at INTEGER NOT NULL,
    label TEXT NOT NULL,
    undoes INTEGER,
    deps TEXT NOT NULL,
    schema INTEGER NOT NULL,
    root BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (arrival),
    UNIQUE (scope, device, seq)
);

CREATE INDEX ix_entry_act ON entry (act);

CREATE TABLE part (
    id INTEGER NOT NULL,
    record INTEGER NOT NULL,
    kind TEXT NOT NULL,
    commitment BLOB NOT NULL,
    salt BLOB,
    payload TEXT,
    PRIMARY KEY (id)
);

CREATE INDEX ix_part_record ON part (record);

CREATE TABLE stream (
    scope TEXT NOT NULL,
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    forked INTEGER DEFAULT '0' NOT NULL,
    PRIMARY KEY (scope, device)
);

CREATE TABLE version (
    id INTEGER NOT NULL,
    record INTEGER NOT NULL,
    field TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    value TEXT,
    PRIMARY KEY (id)
);

CREATE INDEX ix_version_record ON version (record);

CREATE TABLE "conflict" (
    record INTEGER NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (record, field)
);

CREATE TABLE erasure (
    scope TEXT NOT NULL,
    record INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (scope, record)
);

CREATE TABLE parked (
    scope TEXT NOT NULL,
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (scope, device, seq)
);

CREATE TABLE scope (
    name TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE draft (
    place TEXT NOT NULL,
    author INTEGER NOT NULL,
    record INTEGER,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (place, author)
);

CREATE INDEX ix_draft_record ON draft (record);

CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE VIRTUAL TABLE person_search USING fts5(
    words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61'
);
INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE household_search USING fts5(
    words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61'
);
INSERT INTO household_search (household_search, rank) VALUES ('secure-delete', 1);
