-- The schedule: whom to greet, when and why.

-- ---------------------------------------------------------------- members

-- Postal address, several lines; empty if unknown.
ALTER TABLE member ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- Business date on which the birthday was entered; NULL without a birthday.
ALTER TABLE member ADD COLUMN birthday_set_on TEXT;
-- Whether somebody said when the member joined: an import may not, and then the
-- date of the import stands in `joined_on`.
ALTER TABLE member ADD COLUMN joined_known INTEGER NOT NULL DEFAULT 1 CHECK (joined_known IN (0, 1));
UPDATE member SET birthday_set_on = joined_on WHERE birth_month IS NOT NULL;

CREATE TABLE member_tag (
  member_id  BLOB NOT NULL REFERENCES member (id),
  tag_folded TEXT NOT NULL CHECK (tag_folded <> ''),
  tag        TEXT NOT NULL, -- as it was written first
  PRIMARY KEY (member_id, tag_folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_tag_by_tag ON member_tag (tag_folded, member_id);

-- Dates that matter for one member: the last colouring, a pet's birthday.
CREATE TABLE member_date (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  member_id    BLOB NOT NULL REFERENCES member (id),
  label_folded TEXT NOT NULL CHECK (label_folded <> ''),
  label        TEXT NOT NULL,
  on_date      TEXT NOT NULL,
  UNIQUE (member_id, label_folded, on_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_date_by_label ON member_date (label_folded, on_date);

CREATE TABLE appointment (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  member_id BLOB NOT NULL REFERENCES member (id),
  on_date   TEXT NOT NULL,
  status    TEXT NOT NULL CHECK (status IN ('booked', 'kept', 'missed', 'cancelled')),
  noted_on  TEXT NOT NULL -- business date on which the status was noted
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_by_member ON appointment (member_id, on_date);
CREATE INDEX appointment_lost ON appointment (noted_on) WHERE status IN ('missed', 'cancelled');

-- ---------------------------------------------------------------- gifts

-- A grant comes from a full card, or as a gift that took no stamps.
ALTER TABLE reward_grant ADD COLUMN source TEXT NOT NULL DEFAULT 'card' CHECK (source IN ('card', 'gift'));
CREATE INDEX grant_by_expiry ON reward_grant (expires_on) WHERE expires_on IS NOT NULL;

-- ---------------------------------------------------------------- moments and touches

CREATE TABLE schedule_setting (
  id                    INTEGER PRIMARY KEY CHECK (id = 1),
  enabled               INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  enabled_on            TEXT,    -- when it was last switched on; NULL: it always was
  quiet_from_minute     INTEGER NOT NULL DEFAULT 1200 CHECK (quiet_from_minute BETWEEN 0 AND 1439),
  quiet_to_minute       INTEGER NOT NULL DEFAULT 540 CHECK (quiet_to_minute BETWEEN 0 AND 1439),
  touches_per_month     INTEGER NOT NULL DEFAULT 4 CHECK (touches_per_month BETWEEN 1 AND 31),
  last_run_on           TEXT     -- the date the last run planned for
) STRICT;
INSERT INTO schedule_setting (id) VALUES (1);

CREATE TABLE moment (
  id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  code          TEXT    NOT NULL UNIQUE,
  name          TEXT    NOT NULL,
  enabled       INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  enabled_on    TEXT    NOT NULL, -- business date since which it is enabled
  position      INTEGER NOT NULL UNIQUE, -- the first wins a member's last touch of a month
  rules         TEXT    NOT NULL, -- JSON, see MomentRules
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One decision for each occurrence of a moment for a member, taken once.
CREATE TABLE touch (
  rid           INTEGER PRIMARY KEY,
  id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  moment_id     BLOB    NOT NULL REFERENCES moment (id),
  member_id     BLOB    NOT NULL REFERENCES member (id),
  occurrence    TEXT    NOT NULL,
  due_on        TEXT    NOT NULL,
  useful_until  TEXT    NOT NULL, -- last business date on which it still makes sense
  planned_on    TEXT    NOT NULL, -- the date whose run decided
  channel       TEXT    CHECK (channel IN ('counter', 'call', 'post', 'email', 'sms')),
  status        TEXT    NOT NULL CHECK (status IN ('planned', 'done', 'skipped', 'failed')),
  reason        TEXT    NOT NULL DEFAULT '',
  outcome       TEXT    CHECK (outcome IN ('reached', 'came', 'no_answer', 'not_wanted')),
  why           TEXT    NOT NULL, -- JSON, see Why
  snoozed_until TEXT,
  counted       INTEGER NOT NULL CHECK (counted IN (0, 1)), -- towards the member's month
  grant_id      BLOB    REFERENCES reward_grant (id),
  decided_at_ms INTEGER NOT NULL, -- when its status was last set
  UNIQUE (moment_id, member_id, occurrence),
  CHECK (status <> 'planned' OR channel IS NOT NULL)
) STRICT;
CREATE INDEX touch_by_member ON touch (member_id, due_on);
CREATE INDEX touch_open ON touch (due_on, rid) WHERE status = 'planned';
CREATE INDEX touch_by_day ON touch (due_on, moment_id, status, counted, member_id);
CREATE INDEX touch_by_grant ON touch (grant_id) WHERE grant_id IS NOT NULL;
