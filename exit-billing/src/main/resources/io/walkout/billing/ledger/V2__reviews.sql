-- What reviewers decided, and further charges of a visit for it. A visit's first charge, VISIT/charge/1, is what was certain;
-- those from 2 are what reviews added.

-- A visit may now have several charges. SQLite can't drop a column's UNIQUE, so the table is made anew with its rows.
PRAGMA defer_foreign_keys = ON;
DROP VIEW charge_now;
CREATE TABLE charge_before AS SELECT * FROM charge;
DROP TABLE charge;
CREATE TABLE charge (
  idempotency_key  TEXT    NOT NULL PRIMARY KEY,
  visit_id         TEXT    NOT NULL REFERENCES settlement (visit_id),
  account          TEXT    NOT NULL,
  currency         TEXT    NOT NULL,
  amount_minor     INTEGER NOT NULL CHECK (amount_minor > 0),
  description      TEXT    NOT NULL,
  event_nanos      INTEGER NOT NULL
) STRICT;
INSERT INTO charge SELECT * FROM charge_before;
DROP TABLE charge_before;
CREATE INDEX charge_by_visit ON charge (visit_id);

CREATE VIEW charge_now AS
SELECT c.*, e.state, e.reference, e.reason
FROM charge c
JOIN charge_event e
  ON e.id = (SELECT MAX(id) FROM charge_event WHERE idempotency_key = c.idempotency_key);

CREATE TRIGGER charge_once BEFORE INSERT ON charge BEGIN
  SELECT RAISE(ABORT, 'append-only: this charge exists')
  WHERE EXISTS (SELECT 1 FROM charge WHERE idempotency_key = NEW.idempotency_key);
END;
CREATE TRIGGER charge_no_update BEFORE UPDATE ON charge BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER charge_no_delete BEFORE DELETE ON charge BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- One answer to one line that was in review, written in the same transaction as its sale and its charge.
CREATE TABLE review (
  review_id         TEXT    NOT NULL PRIMARY KEY,   -- VISIT/LINE
  visit_id          TEXT    NOT NULL REFERENCES settlement (visit_id),
  line              INTEGER NOT NULL CHECK (line >= 1),          -- of the settlement's document, from 1
  fingerprint       TEXT    NOT NULL,               -- of the line as the reviewer saw it
  decision          TEXT    NOT NULL CHECK (decision IN ('CONFIRM', 'CHOOSE', 'DROP')),
  charged_visit_id  TEXT    REFERENCES settlement (visit_id),    -- whose receipt has the line now
  amount_minor      INTEGER NOT NULL CHECK (amount_minor >= 0),
  charge_key        TEXT    REFERENCES charge (idempotency_key), -- what takes the amount; none for what costs nothing
  document          TEXT,                           -- the line as decided, JSON
  reviewer          TEXT,
  note              TEXT,
  event_nanos       INTEGER NOT NULL,               -- when the visit ended
  UNIQUE (visit_id, line),
  CHECK ((decision = 'DROP') = (charged_visit_id IS NULL)),
  CHECK ((charged_visit_id IS NULL) = (document IS NULL)),
  CHECK ((amount_minor > 0) = (charge_key IS NOT NULL))
) STRICT;

CREATE INDEX review_by_charged_visit ON review (charged_visit_id);
CREATE INDEX review_by_charge ON review (charge_key);

CREATE TRIGGER review_once BEFORE INSERT ON review BEGIN
  SELECT RAISE(ABORT, 'append-only: this line is decided')
  WHERE EXISTS (SELECT 1 FROM review
                WHERE review_id = NEW.review_id OR (visit_id = NEW.visit_id AND line = NEW.line));
END;
CREATE TRIGGER review_no_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'append-only'); END;
