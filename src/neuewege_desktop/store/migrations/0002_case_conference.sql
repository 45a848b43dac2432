-- The case conference: what is held, answered, corrected and issued.

-- meeting_series: gains town_min

CREATE TABLE meeting_series_new (
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
    town_min INTEGER,
    max_items INTEGER,
    period_start TEXT,
    period_end TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_meeting_series CHECK (life = 'ERASED' OR ("team" IS NOT NULL AND "weekday" IS NOT NULL AND "start" IS NOT NULL AND "duration_min" IS NOT NULL AND "rhythm_weeks" IS NOT NULL AND "town_min" IS NOT NULL AND "max_items" IS NOT NULL AND "period_start" IS NOT NULL)),
    FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO meeting_series_new (id, scope, dot, hlc, life, team, weekday, start, duration_min, place, rhythm_weeks, town_min, max_items, period_start, period_end)
SELECT id, scope, dot, hlc, life, team, weekday, start, duration_min, place, rhythm_weeks, CASE life WHEN 'ERASED' THEN NULL ELSE 30 END, max_items, period_start, period_end
FROM meeting_series;

DROP TABLE meeting_series;

ALTER TABLE meeting_series_new RENAME TO meeting_series;

CREATE INDEX by_meeting_series_team ON meeting_series (team);

-- meeting: gains cancelled_because, checked_by

CREATE TABLE meeting_new (
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
    cancelled_because TEXT,
    checked_by INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT whole_meeting CHECK (life = 'ERASED' OR ("ags" IS NOT NULL AND "day" IS NOT NULL AND "status" IS NOT NULL AND "cancelled_because" IS NOT NULL)),
    FOREIGN KEY(series) REFERENCES meeting_series (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO meeting_new (id, scope, dot, hlc, life, series, ags, day, start, "end", place, status, chair, minute_taker, cancelled_because, checked_by)
SELECT id, scope, dot, hlc, life, series, ags, day, start, "end", place, status, chair, minute_taker, CASE life WHEN 'ERASED' THEN NULL ELSE '' END, NULL
FROM meeting;

DROP TABLE meeting;

ALTER TABLE meeting_new RENAME TO meeting;

CREATE INDEX by_meeting_ags ON meeting (ags);

CREATE INDEX by_meeting_series ON meeting (series);

-- agenda_item: gains topic, capped, spent_min, state_reason

CREATE TABLE agenda_item_new (
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
    topic TEXT,
    capped INTEGER,
    planned_min INTEGER,
    spent_min INTEGER,
    state TEXT,
    state_reason TEXT,
    discussion TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_agenda_item CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "seq" IS NOT NULL AND "reasons" IS NOT NULL AND "priority" IS NOT NULL AND "topic" IS NOT NULL AND "capped" IS NOT NULL AND "planned_min" IS NOT NULL AND "state" IS NOT NULL AND "state_reason" IS NOT NULL AND "discussion" IS NOT NULL)),
    FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO agenda_item_new (id, scope, dot, hlc, life, meeting, "case", seq, reasons, priority, topic, capped, planned_min, spent_min, state, state_reason, discussion)
SELECT id, scope, dot, hlc, life, meeting, "case", seq, reasons, priority, CASE life WHEN 'ERASED' THEN NULL ELSE '' END, CASE life WHEN 'ERASED' THEN NULL ELSE 0 END, planned_min, NULL, state, CASE life WHEN 'ERASED' THEN NULL ELSE '' END, discussion
FROM agenda_item;

DROP TABLE agenda_item;

ALTER TABLE agenda_item_new RENAME TO agenda_item;

CREATE INDEX by_agenda_item_case ON agenda_item ("case");

CREATE INDEX by_agenda_item_meeting ON agenda_item (meeting);

-- decision: gains nothing; loses status

CREATE TABLE decision_new (
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
    PRIMARY KEY (id),
    CONSTRAINT whole_decision CHECK (life = 'ERASED' OR ("item" IS NOT NULL AND "decision" IS NOT NULL AND "text" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO decision_new (id, scope, dot, hlc, life, item, decision, text, responsible, due_on)
SELECT id, scope, dot, hlc, life, item, decision, text, responsible, due_on
FROM decision;

DROP TABLE decision;

ALTER TABLE decision_new RENAME TO decision;

CREATE INDEX by_decision_item ON decision (item);

-- town_item: gains planned_min, state_reason

CREATE TABLE town_item_new (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    seq INTEGER,
    topic TEXT,
    planned_min INTEGER,
    state TEXT,
    state_reason TEXT,
    discussion TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_item CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "seq" IS NOT NULL AND "topic" IS NOT NULL AND "planned_min" IS NOT NULL AND "state" IS NOT NULL AND "state_reason" IS NOT NULL AND "discussion" IS NOT NULL)),
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO town_item_new (id, scope, dot, hlc, life, meeting, seq, topic, planned_min, state, state_reason, discussion)
SELECT id, scope, dot, hlc, life, meeting, seq, topic, CASE life WHEN 'ERASED' THEN NULL ELSE 5 END, state, CASE life WHEN 'ERASED' THEN NULL ELSE '' END, discussion
FROM town_item;

DROP TABLE town_item;

ALTER TABLE town_item_new RENAME TO town_item;

CREATE INDEX by_town_item_meeting ON town_item (meeting);

-- town_task: gains result

CREATE TABLE town_task_new (
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
    result TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_task CHECK (life = 'ERASED' OR ("title" IS NOT NULL AND "due_on" IS NOT NULL AND "state" IS NOT NULL AND "result" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES town_item (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(actor) REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO town_task_new (id, scope, dot, hlc, life, item, actor, title, assignee, due_on, state, done_on, result)
SELECT id, scope, dot, hlc, life, item, actor, title, assignee, due_on, state, done_on, CASE life WHEN 'ERASED' THEN NULL ELSE '' END
FROM town_task;

DROP TABLE town_task;

ALTER TABLE town_task_new RENAME TO town_task;

CREATE INDEX by_town_task_actor ON town_task (actor);

CREATE INDEX by_town_task_item ON town_task (item);

CREATE TABLE promise_answer (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    task INTEGER,
    item INTEGER,
    outcome TEXT,
    new_due TEXT,
    reason TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_promise_answer CHECK (life = 'ERASED' OR ("task" IS NOT NULL AND "item" IS NOT NULL AND "outcome" IS NOT NULL AND "reason" IS NOT NULL)),
    FOREIGN KEY(task) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_promise_answer_item ON promise_answer (item);

CREATE INDEX by_promise_answer_task ON promise_answer (task);

CREATE TABLE town_promise_answer (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    task INTEGER,
    meeting INTEGER,
    outcome TEXT,
    new_due TEXT,
    reason TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_promise_answer CHECK (life = 'ERASED' OR ("task" IS NOT NULL AND "meeting" IS NOT NULL AND "outcome" IS NOT NULL AND "reason" IS NOT NULL)),
    FOREIGN KEY(task) REFERENCES town_task (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_town_promise_answer_meeting ON town_promise_answer (meeting);

CREATE INDEX by_town_promise_answer_task ON town_promise_answer (task);

CREATE TABLE guest_clearance (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    item INTEGER,
    attendance INTEGER,
    basis TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_guest_clearance CHECK (life = 'ERASED' OR ("item" IS NOT NULL AND "attendance" IS NOT NULL AND "basis" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_guest_clearance_attendance ON guest_clearance (attendance);

CREATE INDEX by_guest_clearance_item ON guest_clearance (item);

CREATE TABLE minutes_correction (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    number INTEGER,
    item INTEGER,
    was TEXT,
    now TEXT,
    reason TEXT,
    corrected_by INTEGER,
    corrected_on TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_minutes_correction CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "number" IS NOT NULL AND "item" IS NOT NULL AND "was" IS NOT NULL AND "now" IS NOT NULL AND "reason" IS NOT NULL AND "corrected_by" IS NOT NULL AND "corrected_on" IS NOT NULL)),
    FOREIGN KEY(item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_minutes_correction_item ON minutes_correction (item);

CREATE INDEX by_minutes_correction_meeting ON minutes_correction (meeting);

CREATE TABLE town_correction (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    number INTEGER,
    item INTEGER,
    was TEXT,
    now TEXT,
    reason TEXT,
    corrected_by INTEGER,
    corrected_on TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_town_correction CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "number" IS NOT NULL AND "item" IS NOT NULL AND "was" IS NOT NULL AND "now" IS NOT NULL AND "reason" IS NOT NULL AND "corrected_by" IS NOT NULL AND "corrected_on" IS NOT NULL)),
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(item) REFERENCES town_item (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_town_correction_item ON town_correction (item);

CREATE INDEX by_town_correction_meeting ON town_correction (meeting);

CREATE TABLE issued_paper (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    paper TEXT,
    variant TEXT,
    number INTEGER,
    title TEXT,
    name TEXT,
    issued_at TEXT,
    issued_by INTEGER,
    legal_date TEXT,
    sha256 TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_issued_paper CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "paper" IS NOT NULL AND "variant" IS NOT NULL AND "number" IS NOT NULL AND "title" IS NOT NULL AND "name" IS NOT NULL AND "issued_at" IS NOT NULL AND "issued_by" IS NOT NULL AND "legal_date" IS NOT NULL AND "sha256" IS NOT NULL))
);

CREATE INDEX by_issued_paper_meeting ON issued_paper (meeting);

CREATE TABLE issued_town_paper (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    meeting INTEGER,
    paper TEXT,
    variant TEXT,
    number INTEGER,
    title TEXT,
    name TEXT,
    issued_at TEXT,
    issued_by INTEGER,
    legal_date TEXT,
    sha256 TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_issued_town_paper CHECK (life = 'ERASED' OR ("meeting" IS NOT NULL AND "paper" IS NOT NULL AND "variant" IS NOT NULL AND "number" IS NOT NULL AND "title" IS NOT NULL AND "name" IS NOT NULL AND "issued_at" IS NOT NULL AND "issued_by" IS NOT NULL AND "legal_date" IS NOT NULL AND "sha256" IS NOT NULL)),
    FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX by_issued_town_paper_meeting ON issued_town_paper (meeting);

CREATE TABLE paper_copy (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    paper TEXT,
    variant TEXT,
    name TEXT,
    way TEXT,
    reason TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_paper_copy CHECK (life = 'ERASED' OR ("paper" IS NOT NULL AND "variant" IS NOT NULL AND "name" IS NOT NULL AND "way" IS NOT NULL AND "reason" IS NOT NULL))
);

CREATE TABLE spelling_word (
    id INTEGER NOT NULL,
    scope TEXT NOT NULL,
    dot INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    life TEXT,
    text TEXT,
    PRIMARY KEY (id),
    CONSTRAINT whole_spelling_word CHECK (life = 'ERASED' OR ("text" IS NOT NULL))
);

CREATE TABLE archived (
    record INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (record)
);
