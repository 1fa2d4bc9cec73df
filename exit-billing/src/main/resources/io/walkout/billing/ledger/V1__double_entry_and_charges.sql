-- The store's ledger. Nothing here is ever changed or removed: a state is the last of its events, a correction is a
-- further posting. Amounts are minor units of their currency (ISO 4217); times are event time, nanoseconds since 1970.

-- What a visit owes, decided once, in the same transaction as its sale and its charge.
CREATE TABLE settlement (
  visit_id       TEXT    NOT NULL PRIMARY KEY,
  target_id      TEXT,                         -- another tracker's name for the person
  cart_sha256    TEXT    NOT NULL,             -- the cart it was made from; the same visit with another cart is refused
  account        TEXT    NOT NULL,
  currency       TEXT    NOT NULL,
  due_minor      INTEGER NOT NULL CHECK (due_minor >= 0),
  entered_nanos  INTEGER NOT NULL,
  event_nanos    INTEGER NOT NULL,             -- when the visit ended
  document       TEXT    NOT NULL              -- the receipt's lines as due, JSON
) STRICT;

CREATE TABLE account (
  name      TEXT NOT NULL,
  currency  TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('RECEIVABLE', 'REVENUE', 'CARD_CLEARING')),
  PRIMARY KEY (name, currency)
) STRICT;

-- A posting's entries are written first and the posting last: its trigger weighs them, and after it none can be added.
CREATE TABLE posting (
  id           INTEGER NOT NULL PRIMARY KEY,
  kind         TEXT    NOT NULL,              -- SALE, PAYMENT
  source       TEXT    NOT NULL,              -- of a sale its visit, of a payment its charge's key: each posts once
  visit_id     TEXT    NOT NULL REFERENCES settlement (visit_id),
  event_nanos  INTEGER NOT NULL,
  UNIQUE (kind, source)
) STRICT;

CREATE TABLE entry (
  posting_id    INTEGER NOT NULL REFERENCES posting (id) DEFERRABLE INITIALLY DEFERRED,
  line          INTEGER NOT NULL,
  account       TEXT    NOT NULL,
  currency      TEXT    NOT NULL,
  amount_minor  INTEGER NOT NULL CHECK (amount_minor <> 0),   -- debit above zero, credit below
  PRIMARY KEY (posting_id, line),
  FOREIGN KEY (account, currency) REFERENCES account (name, currency)
) STRICT;

CREATE INDEX entry_by_account ON entry (account, currency);
CREATE INDEX posting_by_visit ON posting (visit_id);

-- The outbox: what the gateway is to be asked for, written before it is asked.
CREATE TABLE charge (
  idempotency_key  TEXT    NOT NULL PRIMARY KEY,
  visit_id         TEXT    NOT NULL UNIQUE REFERENCES settlement (visit_id),
  account          TEXT    NOT NULL,
  currency         TEXT    NOT NULL,
  amount_minor     INTEGER NOT NULL CHECK (amount_minor > 0),
  description      TEXT    NOT NULL,
  event_nanos      INTEGER NOT NULL
) STRICT;

CREATE TABLE charge_event (
  id               INTEGER NOT NULL PRIMARY KEY,
  idempotency_key  TEXT    NOT NULL REFERENCES charge (idempotency_key),
  state            TEXT    NOT NULL CHECK (state IN ('INTENT', 'APPROVED', 'DECLINED', 'UNKNOWN')),
  reference        TEXT,                      -- the gateway's, of an approved charge
  reason           TEXT,                      -- of a declined or unknown one
  event_nanos      INTEGER NOT NULL
) STRICT;

CREATE INDEX charge_event_by_charge ON charge_event (idempotency_key, id);

CREATE VIEW charge_now AS
SELECT c.*, e.state, e.reference, e.reason
FROM charge c
JOIN charge_event e
  ON e.id = (SELECT MAX(id) FROM charge_event WHERE idempotency_key = c.idempotency_key);

CREATE TRIGGER posting_balances BEFORE INSERT ON posting BEGIN
  SELECT RAISE(ABORT, 'append-only: this posting exists')
  WHERE EXISTS (SELECT 1 FROM posting WHERE id = NEW.id OR (kind = NEW.kind AND source = NEW.source));
  SELECT RAISE(ABORT, 'a posting needs at least two entries')
  WHERE (SELECT COUNT(*) FROM entry WHERE posting_id = NEW.id) < 2;
  SELECT RAISE(ABORT, 'the entries of a posting must sum to zero in each currency')
  WHERE EXISTS (SELECT 1 FROM entry WHERE posting_id = NEW.id GROUP BY currency HAVING SUM(amount_minor) <> 0);
END;

CREATE TRIGGER entry_before_posting BEFORE INSERT ON entry BEGIN
  SELECT RAISE(ABORT, 'append-only: this posting is complete')
  WHERE EXISTS (SELECT 1 FROM posting WHERE id = NEW.posting_id)
     OR EXISTS (SELECT 1 FROM entry WHERE posting_id = NEW.posting_id AND line = NEW.line);
END;

CREATE TRIGGER charge_state_moves_forward BEFORE INSERT ON charge_event BEGIN
  SELECT RAISE(ABORT, 'a charge begins as INTENT, once')
  WHERE (NEW.state = 'INTENT')
     = EXISTS (SELECT 1 FROM charge_event WHERE idempotency_key = NEW.idempotency_key);
  SELECT RAISE(ABORT, 'a charge that is approved or declined stays so')
  WHERE EXISTS (SELECT 1 FROM charge_event
                WHERE idempotency_key = NEW.idempotency_key AND state IN ('APPROVED', 'DECLINED'));
  SELECT RAISE(ABORT, 'append-only: this charge event exists')
  WHERE EXISTS (SELECT 1 FROM charge_event WHERE id = NEW.id);
END;

-- INSERT OR REPLACE would slip past the triggers on DELETE, so what exists refuses to be inserted again.
CREATE TRIGGER settlement_once BEFORE INSERT ON settlement BEGIN
  SELECT RAISE(ABORT, 'append-only: this visit is settled')
  WHERE EXISTS (SELECT 1 FROM settlement WHERE visit_id = NEW.visit_id);
END;
CREATE TRIGGER charge_once BEFORE INSERT ON charge BEGIN
  SELECT RAISE(ABORT, 'append-only: this charge exists')
  WHERE EXISTS (SELECT 1 FROM charge WHERE idempotency_key = NEW.idempotency_key OR visit_id = NEW.visit_id);
END;

CREATE TRIGGER settlement_no_update BEFORE UPDATE ON settlement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER charge_no_update BEFORE UPDATE ON charge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER charge_no_delete BEFORE DELETE ON charge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER charge_event_no_update BEFORE UPDATE ON charge_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER charge_event_no_delete BEFORE DELETE ON charge_event BEGIN SELECT RAISE(ABORT, 'append-only'); END;
