package io.walkout.billing;

import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.eur;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.VisitId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books: what they refuse, what they notice, and what a failing disk leaves. */
class LedgerTest {
  @TempDir Path dir;

  private Path db() {
    return dir.resolve("ledger.db");
  }

  private SimulatedCardProcessor cards() {
    return SimulatedCardProcessor.open(
        dir.resolve("cards.db"), CardScript.always(CardScript.Behaviour.APPROVE));
  }

  /** A ledger with two charged visits, one of a reviewed line too, and one that took nothing. */
  private void settleThree() {
    try (Ledger ledger = Ledger.open(db());
        SimulatedCardProcessor cards = cards()) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      billing.settle(cart(1, line(TEA, 2, 0.95)));
      billing.settle(cart(2, line(NUTS, 1, 0.95), line(TEA, 1, 0.1)));
      billing.settle(cart(3));
      Reviews reviews = new Reviews("run", store(), ledger, cards);
      Review review = reviews.all().getFirst();
      reviews.apply(
          List.of(
              new ReviewAnswer(
                  "a",
                  review.id(),
                  review.fingerprint(),
                  ReviewAnswer.Decision.CONFIRM,
                  null,
                  null,
                  null,
                  "somebody",
                  null)));
      assertThat(ledger.verify()).isEmpty();
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + db());
        Statement s = c.createStatement()) {
      for (String statement : statements) {
        s.execute(statement);
      }
    }
  }

  @Test
  void givenALedger_whenReopened_thenItsReceiptsAndSumsAreTheSame() {
    settleThree();
    try (Ledger ledger = Ledger.open(db())) {
      assertThat(ledger.receipts())
          .extracting(Receipt::totalMinor)
          .containsExactly(998L, 199L + 499L, 0L);
      assertThat(ledger.summary().chargesByState()).containsEntry(ChargeState.APPROVED, 3L);
      assertThat(ledger.summary().chargedTotalMinor()).containsEntry("EUR", 1696L);
      assertThat(ledger.verify()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry SET amount_minor = 1",
        "DELETE FROM entry",
        "UPDATE posting SET event_nanos = 1",
        "DELETE FROM posting",
        "UPDATE charge SET amount_minor = 1",
        "DELETE FROM charge",
        "UPDATE charge_event SET state = 'DECLINED'",
        "DELETE FROM charge_event",
        "UPDATE settlement SET due_minor = 0",
        "DELETE FROM settlement",
        "UPDATE account SET kind = 'REVENUE'",
        "DELETE FROM account",
        "INSERT OR REPLACE INTO entry VALUES (1, 1, 'revenue', 'EUR', 5)",
        "INSERT INTO entry VALUES (1, 9, 'revenue', 'EUR', 5)",
        "INSERT INTO posting VALUES (99, 'SALE', 'x', 'run-1', 1)",
        "INSERT OR REPLACE INTO posting SELECT * FROM posting",
        "INSERT OR REPLACE INTO settlement SELECT * FROM settlement",
        "INSERT OR REPLACE INTO charge SELECT * FROM charge",
        "UPDATE review SET decision = 'DROP'",
        "DELETE FROM review",
        "INSERT OR REPLACE INTO review SELECT * FROM review",
        "INSERT INTO charge_event VALUES (NULL, 'run-1/charge/1', 'DECLINED', NULL, NULL, 1)",
        "INSERT INTO charge_event VALUES (NULL, 'run-1/charge/1', 'INTENT', NULL, NULL, 1)",
      })
  void givenALedger_whenWhatIsWrittenIsToChange_thenTheDatabaseItselfRefuses(String change) {
    settleThree();
    assertThatThrownBy(() -> sql(change)).isInstanceOf(SQLException.class);
    try (Ledger ledger = Ledger.open(db())) {
      assertThat(ledger.verify()).isEmpty();
    }
  }

  @Test
  void givenEntriesThatDoNotBalance_whenPostedPastTheProgram_thenTheDatabaseRefuses() {
    settleThree();
    assertThatThrownBy(
            () ->
                sql(
                    "BEGIN",
                    "INSERT INTO entry VALUES (99, 1, 'revenue', 'EUR', 5)",
                    "INSERT INTO entry VALUES (99, 2, 'revenue', 'EUR', -4)",
                    "INSERT INTO posting VALUES (99, 'SALE', 'x', 'run-1', 1)"))
        .hasMessageContaining("must sum to zero");
  }

  @Test
  void givenAPostingThatDoesNotBalance_whenMade_thenItIsRefused() {
    List<Posting.Entry> entries =
        List.of(
            new Posting.Entry("a", Posting.Account.REVENUE, eur(5)),
            new Posting.Entry("b", Posting.Account.REVENUE, eur(-4)));
    assertThatThrownBy(() -> new Posting(Posting.Kind.SALE, "x", new VisitId("v"), 1, entries))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("balance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TRIGGER entry_no_update; UPDATE entry SET amount_minor = amount_minor + 1"
            + " WHERE posting_id = 1 AND line = 1",
        "DROP TRIGGER charge_no_update; UPDATE charge SET amount_minor = 5"
            + " WHERE visit_id = 'run-1'",
        "DROP TRIGGER charge_event_no_delete; DELETE FROM charge_event WHERE state = 'APPROVED'",
        "DROP TRIGGER settlement_no_update; UPDATE settlement SET due_minor = 5"
            + " WHERE visit_id = 'run-2'",
        "DROP TRIGGER settlement_no_update; UPDATE settlement SET document = '[]'"
            + " WHERE visit_id = 'run-2'",
        "DROP TRIGGER settlement_no_update; UPDATE settlement SET document = '[{' "
            + " WHERE visit_id = 'run-3'",
        "DROP TRIGGER posting_no_delete; DELETE FROM posting WHERE kind = 'PAYMENT'",
        "DROP TRIGGER charge_no_delete; DELETE FROM charge WHERE visit_id = 'run-1'",
        "DROP TRIGGER review_no_delete; DELETE FROM review",
        "DROP TRIGGER review_no_update; UPDATE review SET amount_minor = 5",
        "DROP TRIGGER review_no_update; UPDATE review SET document ="
            + " replace(document, '\"quantity\":1', '\"quantity\":2')",
        "DROP TRIGGER review_no_update; UPDATE review SET fingerprint = 'another'",
      })
  void givenALedgerThatSomeoneForged_whenVerified_thenItSaysSo(String forgery) throws Exception {
    settleThree();
    sql(forgery.split("; ", 2));
    try (Ledger ledger = Ledger.open(db())) {
      assertThat(ledger.verify()).isNotEmpty();
    }
  }

  @Test
  void givenAnOpenLedger_whenOpenedAgain_thenTheSecondIsRefusedAndTheFirstGoesOn() {
    try (Ledger ledger = Ledger.open(db())) {
      assertThatThrownBy(() -> Ledger.open(db()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("ledger.db")
          .hasMessageContaining("in use");
      assertThat(ledger.verify()).isEmpty();
    }
    Ledger.open(db()).close();
  }

  @Test
  void givenALedger_whenOpen_thenEveryCommitIsSyncedAndForeignKeysHold() {
    try (SqliteFile file = SqliteFile.open(db(), "ledger", "io/walkout/billing/ledger")) {
      assertThat(pragma(file, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(file, "synchronous")).as("FULL").isEqualTo("2");
      assertThat(pragma(file, "foreign_keys")).isEqualTo("1");
    }
  }

  private static String pragma(SqliteFile file, String name) {
    return file.read(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }

  @Test
  void givenALedgerFromBeforeReviews_whenOpened_thenItIsBroughtUpToDateAndItsBooksBalance()
      throws Exception {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + db());
    org.flywaydb.core.Flyway.configure()
        .dataSource(source)
        .locations("classpath:io/walkout/billing/ledger")
        .target("1")
        .load()
        .migrate();
    sql(
        "INSERT INTO settlement VALUES ('run-1', NULL, 'abc', 'visit:run-1', 'EUR', 499, 1, 2,"
            + " '[{\"gtin\":\"t\",\"name\":\"Tea\",\"quantity\":1,\"unitPriceMinor\":499,"
            + "\"certainty\":0.9,\"status\":\"CHARGED\",\"alternatives\":[{\"quantity\":0,"
            + "\"person\":3,\"probability\":0.1}],\"evidence\":{\"events\":[{\"kind\":\"TAKE\","
            + "\"startAt\":\"2026-01-31T12:00:10.000Z\",\"endAt\":\"2026-01-31T12:00:11.000Z\","
            + "\"shelf\":\"1/1\",\"quantity\":1,\"probability\":0.9,\"plates\":[],"
            + "\"reachedWith\":\"BODY\",\"alternatives\":[]}]}}]')",
        "INSERT INTO account VALUES ('shopper visit:run-1', 'EUR', 'RECEIVABLE'),"
            + " ('revenue', 'EUR', 'REVENUE'), ('card clearing', 'EUR', 'CARD_CLEARING')",
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO entry VALUES (1, 1, 'shopper visit:run-1', 'EUR', 499),"
            + " (1, 2, 'revenue', 'EUR', -499)",
        "INSERT INTO posting VALUES (1, 'SALE', 'run-1', 'run-1', 2)",
        "INSERT INTO entry VALUES (2, 1, 'card clearing', 'EUR', 499),"
            + " (2, 2, 'shopper visit:run-1', 'EUR', -499)",
        "INSERT INTO posting VALUES (2, 'PAYMENT', 'run-1/charge/1', 'run-1', 2)",
        "INSERT INTO charge VALUES ('run-1/charge/1', 'run-1', 'visit:run-1', 'EUR', 499, 'x', 2)",
        "INSERT INTO charge_event VALUES (1, 'run-1/charge/1', 'INTENT', NULL, NULL, 2)",
        "INSERT INTO charge_event VALUES (2, 'run-1/charge/1', 'APPROVED', 'r', NULL, 2)");

    try (Ledger ledger = Ledger.open(db())) {
      assertThat(ledger.verify()).isEmpty();
      Receipt receipt = ledger.receipts().getFirst();
      assertThat(receipt.totalMinor()).isEqualTo(499);
      assertThat(receipt.lines().getFirst().evidence().events().getFirst().near()).isEmpty();
    }
  }

  @Test
  void givenAFileThatIsNoLedger_whenOpened_thenOneSentenceSaysSo() throws Exception {
    Files.writeString(db(), "this is not a database at all ".repeat(200));
    assertThatThrownBy(() -> Ledger.open(db()))
        .isInstanceOf(StorageException.class)
        .hasMessage("ledger " + db() + ": this file is no SQLite database");
    assertThatThrownBy(() -> Ledger.open(dir.resolve("no/such/ledger.db")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no directory");
  }

  @Test
  void givenALedgerOfANewerProgram_whenOpened_thenItsVersionIsNamed() throws Exception {
    settleThree();
    sql(
        "INSERT INTO flyway_schema_history SELECT 9, '9', 'later', 'SQL', 'V9__later.sql', 1,"
            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
    assertThatThrownBy(() -> Ledger.open(db()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("version 9")
        .hasMessageContaining("newer");
  }

  @Test
  void givenAFullDisk_whenSettling_thenOneClearErrorAndNothingIsHalfApplied() {
    try (Ledger ledger = Ledger.open(db());
        SimulatedCardProcessor cards = cards()) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      billing.settle(cart(1, line(TEA, 1, 0.95)));
      ledger.limitPages(1);
      int refused = 0;
      for (int person = 2; person <= 60; person++) {
        try {
          billing.settle(cart(person, line(TEA, 1, 0.95)));
        } catch (StorageException e) {
          refused++;
          assertThat(e).hasMessageContaining("ledger.db").hasMessageContaining("disk is full");
        }
        assertThat(person % 10 == 0 ? ledger.verify() : List.of()).isEmpty();
      }
      assertThat(refused).isPositive();

      ledger.limitPages(1_000_000);
      for (int person = 1; person <= 60; person++) {
        assertThat(billing.settle(cart(person, line(TEA, 1, 0.95))).totalMinor()).isEqualTo(499);
      }
      assertThat(ledger.verify()).isEmpty();
      assertThat(cards.taken()).hasSize(60);
      assertThat(ledger.summary().chargedByVisit()).hasSize(60);
    }
  }

  @Test
  void givenAWriteThatFails_whenReported_thenNoCredentialIsInTheWholeTrace() {
    try (Ledger ledger = Ledger.open(db());
        SimulatedCardProcessor cards = cards()) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      ledger.limitPages(1);
      StringWriter trace = new StringWriter();
      for (int person = 1; person <= 60; person++) {
        billing.door(TestStore.entry(10, "secret-token"));
        billing.person(TestStore.appeared(person, 10, TestStore.FRONT));
        try {
          billing.settle(cart(person, line(TEA, 1, 0.95)));
        } catch (StorageException e) {
          e.printStackTrace(new PrintWriter(trace, true));
        }
      }
      assertThat(trace.toString()).contains("disk is full").doesNotContain("secret-token");
    }
  }

  @Test
  void givenAFullDiskAtTheProcessor_whenSettling_thenTheChargeIsUnknownAndRecovered() {
    try (Ledger ledger = Ledger.open(db());
        SimulatedCardProcessor cards = cards()) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      cards.limitPages(1);
      int unknown = 0;
      for (int person = 1; person <= 200; person++) {
        Receipt receipt = billing.settle(cart(person, line(TEA, 1, 0.95)));
        unknown += receipt.payment().state() == ChargeState.UNKNOWN ? 1 : 0;
      }
      assertThat(unknown).isPositive();

      cards.limitPages(1_000_000);
      assertThat(ledger.recover(cards)).isEqualTo(new Recovery(unknown, 0, 0));
      assertThat(cards.taken()).hasSize(200);
      assertThat(ledger.verify()).isEmpty();
    }
  }
}
