-- Regulars, schema 1: shop, members, cards, the stamp program, visits, the ledger.
--
-- Ids are UUIDv7 as 16-byte blobs. Instants are UTC milliseconds (`*_ms`), dates
-- are business dates as 'YYYY-MM-DD', money is integer minor units (`*_minor`).

-- ---------------------------------------------------------------- shop and till

CREATE TABLE shop (
  id               INTEGER PRIMARY KEY CHECK (id = 1),
  name             TEXT    NOT NULL,
  kind             TEXT    NOT NULL CHECK (kind IN ('cafe', 'salon')),
  address          TEXT    NOT NULL DEFAULT '',
  phone            TEXT    NOT NULL DEFAULT '',
  slogan           TEXT    NOT NULL DEFAULT '',
  brand_color      TEXT    NOT NULL DEFAULT '#a84a24',
  logo             BLOB,
  logo_type        TEXT    CHECK (logo_type IN ('image/png', 'image/jpeg')),
  locale           TEXT    NOT NULL CHECK (locale IN ('en', 'ru', 'hu')),
  currency         TEXT    NOT NULL CHECK (length(currency) = 3),
  time_zone        TEXT    NOT NULL,
  day_start_minute INTEGER NOT NULL DEFAULT 240 CHECK (day_start_minute BETWEEN 0 AND 720),
  phone_region     TEXT    NOT NULL CHECK (length(phone_region) = 2),
  card_prefix      TEXT    NOT NULL DEFAULT '29' CHECK (length(card_prefix) = 2),
  negative_policy  TEXT    NOT NULL DEFAULT 'allow' CHECK (negative_policy IN ('allow', 'clamp')),
  is_demo          INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
  created_at_ms    INTEGER NOT NULL
) STRICT;

CREATE TABLE till (
  id            BLOB    PRIMARY KEY CHECK (length(id) = 16),
  number        INTEGER NOT NULL UNIQUE,
  last_seq      INTEGER NOT NULL DEFAULT 0,
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  id            BLOB    PRIMARY KEY CHECK (length(id) = 16),
  name          TEXT    NOT NULL DEFAULT '',
  role          TEXT    NOT NULL CHECK (role IN ('owner', 'manager', 'staff')),
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- the change log

-- One row for each committed write: the audit trail, the memory that makes a
-- retry harmless, and later the outbox to other tills. `till_seq` has no gaps.
CREATE TABLE change (
  rid           INTEGER PRIMARY KEY,
  id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  till_id       BLOB    NOT NULL REFERENCES till (id),
  till_seq      INTEGER NOT NULL CHECK (till_seq > 0),
  at_ms         INTEGER NOT NULL,
  business_date TEXT    NOT NULL,
  operator_id   BLOB    NOT NULL REFERENCES operator (id),
  op            TEXT    NOT NULL,
  request_id    BLOB    NOT NULL UNIQUE CHECK (length(request_id) = 16),
  member_id     BLOB             REFERENCES member (id), -- whom it is about, if one
  undoes        BLOB    UNIQUE   REFERENCES change (id),
  payload       TEXT    NOT NULL,
  payload_hash  BLOB    NOT NULL CHECK (length(payload_hash) = 32),
  result        TEXT    NOT NULL,
  UNIQUE (till_id, till_seq)
) STRICT;
CREATE INDEX change_by_member ON change (member_id, rid) WHERE member_id IS NOT NULL;
CREATE INDEX change_by_day ON change (business_date, till_seq);

CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

-- ---------------------------------------------------------------- members

-- `rid` is the key of the search index. The `visit_*`, `spend_minor`,
-- `first_*` and `last_*` columns are caches over `visit`; `verify` recomputes them.
CREATE TABLE member (
  rid            INTEGER PRIMARY KEY,
  id             BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  external_id    TEXT    UNIQUE,
  name           TEXT    NOT NULL DEFAULT '',
  phone          TEXT, -- E.164
  email          TEXT    COLLATE NOCASE,
  birth_month    INTEGER CHECK (birth_month BETWEEN 1 AND 12),
  birth_day      INTEGER CHECK (birth_day BETWEEN 1 AND 31),
  birth_year     INTEGER CHECK (birth_year BETWEEN 1900 AND 2200),
  locale         TEXT    CHECK (locale IN ('en', 'ru', 'hu')),
  notes          TEXT    NOT NULL DEFAULT '',
  joined_on      TEXT    NOT NULL,
  status         TEXT    NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'merged')),
  merged_into    BLOB    REFERENCES member (id),
  created_at_ms  INTEGER NOT NULL,
  name_folded    TEXT    NOT NULL DEFAULT '', -- for search and sorting, folded in Rust
  search_digits  TEXT    NOT NULL DEFAULT '', -- phone as written nationally and E.164, card numbers
  search_rev     TEXT    NOT NULL DEFAULT '', -- the same digits reversed: prefix search finds endings
  visit_count    INTEGER NOT NULL DEFAULT 0,
  spend_minor    INTEGER NOT NULL DEFAULT 0,
  first_visit_on TEXT,
  last_visit_on  TEXT,
  last_visit_ms  INTEGER NOT NULL DEFAULT 0,
  CHECK (name <> '' OR phone IS NOT NULL OR external_id IS NOT NULL),
  CHECK ((birth_month IS NULL) = (birth_day IS NULL)),
  CHECK ((status = 'merged') = (merged_into IS NOT NULL))
) STRICT;
-- The same phone is the same guest. A merged member leaves the number to the other.
CREATE UNIQUE INDEX member_phone ON member (phone) WHERE phone IS NOT NULL AND status <> 'merged';
CREATE INDEX member_merged_into ON member (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX member_email ON member (email) WHERE email IS NOT NULL;
CREATE INDEX member_by_name ON member (status, name_folded, rid);
CREATE INDEX member_by_joined ON member (status, joined_on, rid);
CREATE INDEX member_by_visits ON member (status, visit_count, rid);
CREATE INDEX member_by_spend ON member (status, spend_minor, rid);
-- Covers the counter's look at the guests seen last, without touching the rows.
CREATE INDEX member_by_recency ON member (status, last_visit_ms, rid, name_folded, search_digits, search_rev);

-- Folded text holds nothing but letters, digits and spaces, so the simplest
-- tokenizer parts it just as the ranking does.
CREATE VIRTUAL TABLE member_search USING fts5 (
  name_folded, search_digits, search_rev,
  content = 'member', content_rowid = 'rid',
  prefix = '1 2 3 4 5', tokenize = 'ascii', detail = 'column', columnsize = 0
);
INSERT INTO member_search (member_search, rank) VALUES ('secure-delete', 1);

-- The current state; its history is in `change`.
CREATE TABLE consent (
  member_id     BLOB    NOT NULL REFERENCES member (id),
  channel       TEXT    NOT NULL CHECK (channel IN ('email', 'sms', 'call', 'post')),
  granted       INTEGER NOT NULL CHECK (granted IN (0, 1)),
  source        TEXT    NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  change_id     BLOB    NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (member_id, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX consent_by_change ON consent (change_id);

-- ---------------------------------------------------------------- cards

CREATE TABLE card (
  id             BLOB    PRIMARY KEY CHECK (length(id) = 16),
  number         TEXT    NOT NULL UNIQUE CHECK (length(number) = 13),
  member_id      BLOB    NOT NULL REFERENCES member (id),
  status         TEXT    NOT NULL CHECK (status IN ('active', 'blocked', 'lost', 'replaced')),
  issued_at_ms   INTEGER NOT NULL,
  printed_at_ms  INTEGER,
  replaced_by    BLOB    REFERENCES card (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_by_member ON card (member_id);
CREATE INDEX card_unprinted ON card (issued_at_ms) WHERE status = 'active' AND printed_at_ms IS NULL;

CREATE TABLE print_run (
  id    BLOB    PRIMARY KEY CHECK (length(id) = 16),
  at_ms INTEGER NOT NULL,
  sheet TEXT    NOT NULL CHECK (sheet IN ('a4', 'letter', 'cr80')),
  file  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_run_card (
  run_id   BLOB    NOT NULL REFERENCES print_run (id),
  position INTEGER NOT NULL,
  card_id  BLOB    NOT NULL REFERENCES card (id),
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_run_card_by_card ON print_run_card (card_id);

-- ---------------------------------------------------------------- programs

CREATE TABLE program (
  id            BLOB    PRIMARY KEY CHECK (length(id) = 16),
  kind          TEXT    NOT NULL CHECK (kind IN ('stamp_card')),
  created_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE program_version (
  id             BLOB    PRIMARY KEY CHECK (length(id) = 16),
  program_id     BLOB    NOT NULL REFERENCES program (id),
  version        INTEGER NOT NULL CHECK (version > 0),
  effective_from TEXT    NOT NULL,
  rules          TEXT    NOT NULL, -- JSON, see StampRules
  created_at_ms  INTEGER NOT NULL,
  UNIQUE (program_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER program_version_no_update BEFORE UPDATE ON program_version
BEGIN SELECT RAISE(ABORT, 'a program version is immutable'); END;
CREATE TRIGGER program_version_no_delete BEFORE DELETE ON program_version
BEGIN SELECT RAISE(ABORT, 'a program version is immutable'); END;

-- ---------------------------------------------------------------- visits

-- `refunded_minor`, `stamps` and `rewards` are caches over the ledger and the change log.
CREATE TABLE visit (
  id                BLOB    PRIMARY KEY CHECK (length(id) = 16),
  member_id         BLOB    NOT NULL REFERENCES member (id),
  at_ms             INTEGER NOT NULL,
  business_date     TEXT    NOT NULL,
  amount_minor      INTEGER CHECK (amount_minor >= 0),
  reward_part_minor INTEGER NOT NULL DEFAULT 0 CHECK (reward_part_minor >= 0),
  refunded_minor    INTEGER NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  stamps            INTEGER NOT NULL DEFAULT 0 CHECK (stamps >= 0),
  rewards           INTEGER NOT NULL DEFAULT 0 CHECK (rewards >= 0),
  note              TEXT    NOT NULL DEFAULT '',
  external_id       TEXT,
  source            TEXT    NOT NULL CHECK (source IN ('counter', 'import', 'demo')),
  status            TEXT    NOT NULL DEFAULT 'ok' CHECK (status IN ('ok', 'void')),
  CHECK (refunded_minor <= coalesce(amount_minor, 0)),
  CHECK (reward_part_minor <= coalesce(amount_minor, 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_member ON visit (member_id, at_ms);
CREATE UNIQUE INDEX visit_external_id ON visit (external_id) WHERE external_id IS NOT NULL;
-- Covers the month's ranking.
CREATE INDEX visit_by_day ON visit (business_date, member_id, amount_minor, refunded_minor, rewards, status);

-- ---------------------------------------------------------------- the ledger

CREATE TABLE account (
  id         BLOB    PRIMARY KEY CHECK (length(id) = 16),
  member_id  BLOB    NOT NULL REFERENCES member (id),
  program_id BLOB    NOT NULL REFERENCES program (id),
  balance    INTEGER NOT NULL DEFAULT 0, -- cache: sum of the account's stamp entries
  UNIQUE (member_id, program_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_by_balance ON account (program_id, balance);

-- Foreign keys are immediate wherever rows can be written parent first: for a
-- deferred one SQLite looks through the child table at every insert of a parent.
-- Only the change record comes last, and its children have an index.

-- Append-only. `unit` says what is counted: stamps, or rewards in hand ('grant':
-- +1 when a reward is unlocked, -1 when it is handed over, expires or is taken
-- back). A stamp entry moves exactly one lot; one without a lot is debt (a refund
-- of spent stamps) or its repayment.
CREATE TABLE entry (
  seq                INTEGER PRIMARY KEY,
  id                 BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  account_id         BLOB    NOT NULL REFERENCES account (id),
  kind               TEXT    NOT NULL CHECK (kind IN ('earn', 'redeem', 'expire', 'adjust', 'reverse', 'transfer')),
  unit               TEXT    NOT NULL CHECK (unit IN ('stamp', 'grant')),
  units              INTEGER NOT NULL CHECK (units <> 0),
  lot_id             BLOB    REFERENCES lot (id),
  grant_id           BLOB    REFERENCES reward_grant (id),
  grant_turn         INTEGER, -- how often the grant had been given back before
  visit_id           BLOB    REFERENCES visit (id),
  program_version_id BLOB    NOT NULL REFERENCES program_version (id),
  reverses           BLOB    REFERENCES entry (id),
  reason             TEXT    NOT NULL DEFAULT '',
  at_ms              INTEGER NOT NULL,
  business_date      TEXT    NOT NULL,
  change_id          BLOB    NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (unit <> 'grant' OR (grant_id IS NOT NULL AND units IN (1, -1))),
  CHECK (kind <> 'reverse' OR reverses IS NOT NULL),
  CHECK (kind <> 'earn' OR units > 0),
  CHECK (kind NOT IN ('redeem', 'expire') OR units < 0)
) STRICT;
CREATE INDEX entry_by_account ON entry (account_id, seq);
CREATE INDEX entry_by_visit ON entry (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX entry_by_change ON entry (change_id);
CREATE INDEX entry_by_reversed ON entry (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX entry_by_grant ON entry (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX entry_expiries ON entry (lot_id) WHERE kind = 'expire';
CREATE INDEX entry_by_day ON entry (business_date, unit, kind, units);
-- A grant can be handed over once for each time it was available: twice is impossible.
CREATE UNIQUE INDEX entry_one_redemption ON entry (grant_id, grant_turn)
  WHERE unit = 'grant' AND kind = 'redeem';

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The unspent part of an earn: a cache over the entries that name it.
CREATE TABLE lot (
  id             BLOB    PRIMARY KEY CHECK (length(id) = 16),
  account_id     BLOB    NOT NULL REFERENCES account (id),
  remaining      INTEGER NOT NULL CHECK (remaining >= 0),
  earned_seq     INTEGER NOT NULL, -- the entry that opened it, written right after
  spendable_from TEXT    NOT NULL,
  expires_on     TEXT -- last business date on which it counts
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_open ON lot (account_id, expires_on, earned_seq) WHERE remaining > 0;
CREATE INDEX lot_expiring ON lot (expires_on) WHERE remaining > 0 AND expires_on IS NOT NULL;

-- A reward unlocked for a member: `status` and `turn` are caches over the entries.
CREATE TABLE reward_grant (
  id                 BLOB    PRIMARY KEY CHECK (length(id) = 16),
  account_id         BLOB    NOT NULL REFERENCES account (id),
  code               TEXT    NOT NULL UNIQUE,
  reward_name        TEXT    NOT NULL,
  cost_minor         INTEGER NOT NULL DEFAULT 0,
  program_version_id BLOB    NOT NULL REFERENCES program_version (id),
  status             TEXT    NOT NULL CHECK (status IN ('available', 'redeemed', 'expired', 'void')),
  turn               INTEGER NOT NULL DEFAULT 0,
  unlocked_at_ms     INTEGER NOT NULL,
  unlocked_seq       INTEGER NOT NULL,
  expires_on         TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_by_account ON reward_grant (account_id, status);
CREATE INDEX grant_expiring ON reward_grant (expires_on) WHERE status = 'available' AND expires_on IS NOT NULL;
