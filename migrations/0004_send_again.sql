-- What the owner has sent again may go within the minute of its last attempt. That
-- earlier claim still counts towards the rate, and `claimed_at_ms` no longer says it.
ALTER TABLE message ADD COLUMN claimed_before_ms INTEGER; -- NULL: not within the same minute
CREATE INDEX message_by_claim_before ON message (claimed_before_ms) WHERE claimed_before_ms IS NOT NULL;
