-- The outbox: greetings that the app itself sends, each once.

-- Address in the messenger that the shop writes to; empty if unknown.
ALTER TABLE member ADD COLUMN messenger TEXT NOT NULL DEFAULT '';

-- The channels by which the app sends. `config` is JSON that only the edge reads;
-- secrets are never in it. A channel whose set-up does not work is held: nothing is
-- sent by it until the owner looks.
CREATE TABLE delivery_channel (
  channel     TEXT    NOT NULL PRIMARY KEY CHECK (channel IN ('email', 'sms')),
  enabled     INTEGER NOT NULL DEFAULT 0 CHECK (enabled IN (0, 1)),
  config      TEXT    NOT NULL DEFAULT '{}',
  contact     TEXT    NOT NULL CHECK (contact IN ('email', 'phone', 'messenger')),
  held_code   TEXT,
  held_detail TEXT    NOT NULL DEFAULT '',
  held_at_ms  INTEGER,
  CHECK ((channel = 'email') = (contact = 'email')),
  CHECK ((held_code IS NULL) = (held_at_ms IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO delivery_channel (channel, contact) VALUES ('email', 'email'), ('sms', 'phone');

CREATE TABLE outbox_setting (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  paused_at_ms INTEGER, -- NULL: not paused
  per_minute   INTEGER NOT NULL DEFAULT 20 CHECK (per_minute BETWEEN 1 AND 600)
) STRICT;
INSERT INTO outbox_setting (id) VALUES (1);

-- One message for a touch, whatever becomes of it. Recipient and text are what was
-- sent, written when it is claimed. A message that was withdrawn may wait again; one
-- that failed or may have gone out does so only if the owner says so.
CREATE TABLE message (
  rid            INTEGER PRIMARY KEY,
  id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  touch_id       BLOB    UNIQUE REFERENCES touch (id), -- NULL: a test of the settings
  member_id      BLOB    REFERENCES member (id),
  channel        TEXT    NOT NULL REFERENCES delivery_channel (channel),
  recipient      TEXT    NOT NULL DEFAULT '',
  recipient_name TEXT    NOT NULL DEFAULT '',
  subject        TEXT    NOT NULL DEFAULT '',
  body           TEXT    NOT NULL DEFAULT '',
  status         TEXT    NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled')),
  attempts       INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at_ms     INTEGER NOT NULL,
  code           TEXT    NOT NULL DEFAULT '', -- the last trouble, also of one that counts as sent by the owner's word
  detail         TEXT    NOT NULL DEFAULT '',
  remote_id      TEXT,
  claimed_at_ms  INTEGER, -- the last claim; a message is claimed at most once a minute
  sent_on        TEXT,    -- business date
  created_at_ms  INTEGER NOT NULL,
  updated_at_ms  INTEGER NOT NULL,
  CHECK ((touch_id IS NULL) = (member_id IS NULL)),
  CHECK (touch_id IS NOT NULL OR status IN ('sending', 'sent', 'failed')),
  CHECK (status NOT IN ('sending', 'sent', 'unsure') OR claimed_at_ms IS NOT NULL),
  CHECK ((status = 'sent') = (sent_on IS NOT NULL))
) STRICT;
CREATE INDEX message_by_status ON message (status, next_at_ms, rid);
CREATE INDEX message_by_member ON message (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX message_by_claim ON message (claimed_at_ms) WHERE claimed_at_ms IS NOT NULL;
CREATE INDEX message_by_day ON message (sent_on) WHERE sent_on IS NOT NULL;
