-- Money is in cents, instants are Unix milliseconds (UTC), dates are yyyy-MM-dd.

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pipeline_version INTEGER NOT NULL,   -- counts the commits that changed pipeline data
    directory_version INTEGER NOT NULL,  -- counts those that changed people or accounts
    lists_version INTEGER NOT NULL,      -- counts those that changed leads, quotas or forecasts
    origin TEXT CHECK (origin IN ('demo', 'import'))
) STRICT;
INSERT INTO meta VALUES (1, 0, 0, 0, NULL);

-- The fold of the events, in columns. position is the place in a snapshot, from 0 and without gaps.
CREATE TABLE deals (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    account_id TEXT,
    owner_id TEXT,
    stage TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
    amount_cents INTEGER,
    currency TEXT,
    close_date TEXT,
    signed_date TEXT,
    created_at INTEGER NOT NULL,
    source TEXT,
    type TEXT,
    segment TEXT,
    region TEXT,
    product TEXT,
    forecast_category TEXT,
    next_step TEXT,
    next_step_date TEXT,
    competitor TEXT,
    loss_reason TEXT,
    loss_detail TEXT,
    loss_note TEXT,
    fields TEXT,                         -- company-defined fields as a JSON object; null when there are none
    history_known INTEGER NOT NULL,
    pushes INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT,
    version INTEGER NOT NULL,            -- number of events
    newest_at INTEGER NOT NULL,          -- the latest moment among its events
    store_version INTEGER NOT NULL       -- meta.pipeline_version of the commit that wrote it
) STRICT;
CREATE INDEX deals_by_store_version ON deals (store_version);

-- Append-only; keyed by the deal's position, so that a deal's history lies together and imports append.
CREATE TABLE events (
    deal INTEGER NOT NULL REFERENCES deals (position),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    by_person TEXT,
    turn_id TEXT NOT NULL,
    door TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (deal, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'An event is never changed; a mistake is undone by an opposite event.');
END;

CREATE TABLE visits (
    deal INTEGER NOT NULL REFERENCES deals (position),
    number INTEGER NOT NULL,
    stage TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    exited_at INTEGER,
    exit_kind INTEGER NOT NULL,          -- see the view stage_visits
    PRIMARY KEY (deal, number)
) STRICT, WITHOUT ROWID;

-- The two big tables as people ask them: by deal id and in words.
CREATE VIEW deal_events AS
SELECT deals.id AS deal_id, seq, at, recorded_at, by_person, turn_id, door, kind, payload
FROM events JOIN deals ON deals.position = events.deal;
CREATE VIEW stage_visits AS
SELECT deals.id AS deal_id, number, visits.stage AS stage, entered_at, exited_at,
    CASE exit_kind WHEN 0 THEN 'none' WHEN 1 THEN 'advanced' WHEN 2 THEN 'regressed'
        WHEN 3 THEN 'won' WHEN 4 THEN 'lost' WHEN 5 THEN 'reopened' END AS exit_kind
FROM visits JOIN deals ON deals.position = visits.deal;

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    role TEXT NOT NULL CHECK (role IN ('rep', 'manager', 'executive', 'operations')),
    team TEXT,
    manager_id TEXT,
    active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    segment TEXT,
    region TEXT,
    industry TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE leads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    status TEXT,
    source TEXT,
    owner_id TEXT,
    account TEXT,
    converted_at INTEGER,
    deal_id TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE quotas (
    owner_id TEXT NOT NULL,
    start_date TEXT NOT NULL,
    end_date TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (owner_id, start_date, end_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecasts (
    owner_id TEXT NOT NULL,
    start_date TEXT NOT NULL,
    end_date TEXT NOT NULL,
    category TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    currency TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    PRIMARY KEY (owner_id, start_date, end_date, submitted_at, category, amount_cents, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_marks (
    kind TEXT NOT NULL,
    deal_id TEXT NOT NULL,
    visit INTEGER NOT NULL,
    told_at INTEGER,
    snoozed_until TEXT,
    snoozed_by TEXT,
    card_key TEXT,
    PRIMARY KEY (kind, deal_id, visit)
) STRICT, WITHOUT ROWID;

-- state: 0 waits, 1 handled, 2 dead. The turn itself is dropped once it is handled.
CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    turn TEXT,
    error TEXT,
    handled_at INTEGER
) STRICT;
CREATE INDEX inbox_waiting ON inbox (seq, id) WHERE state = 0;

-- state: 0 waits, 1 delivered, 2 dead, 3 dropped by its guard. delivered_no counts the deliveries of a room.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    turn_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    room_id TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    message TEXT NOT NULL,
    error TEXT,
    delivered TEXT,
    delivered_no INTEGER,
    ended_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (seq, id) WHERE state = 0;
CREATE INDEX outbox_dead ON outbox (seq) WHERE state = 2;
CREATE INDEX outbox_transcript ON outbox (channel, room_id, delivered_no) WHERE delivered_no IS NOT NULL;

CREATE TABLE live_cards (
    card_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    tenant TEXT NOT NULL,
    room_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (card_key, channel, tenant, room_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE form_sessions (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    session TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memory (
    actor_key TEXT NOT NULL,
    conversation_key TEXT NOT NULL,
    items TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (actor_key, conversation_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_ledger (
    job TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (job, due_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_profiles (
    actor_key TEXT PRIMARY KEY,
    profile TEXT NOT NULL,
    told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
