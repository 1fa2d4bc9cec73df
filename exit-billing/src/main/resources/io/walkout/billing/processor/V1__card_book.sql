-- The book of the simulated card processor: another party, so another file than the store's ledger.

-- Every request that arrived, in order, with what the script made of it.
CREATE TABLE request (
  nth              INTEGER NOT NULL PRIMARY KEY,
  idempotency_key  TEXT    NOT NULL,
  behaviour        TEXT    NOT NULL
) STRICT;

-- What was decided, once per key.
CREATE TABLE decision (
  idempotency_key  TEXT    NOT NULL PRIMARY KEY,
  account          TEXT    NOT NULL,
  amount_minor     INTEGER NOT NULL,
  currency         TEXT    NOT NULL,
  reference        TEXT,                      -- of an approved charge; absent where declined
  reason           TEXT                       -- of a declined one
) STRICT;
