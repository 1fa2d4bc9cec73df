package io.walkout.billing;

import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.VisitId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Dying at any instant neither loses nor doubles a charge. First at each boundary between two
 * steps, in this process; then for real: a process that settles visits is killed (SIGKILL) at
 * random moments, again and again on the same two files, and its ledger is held against the
 * processor's own book.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("walkout.crash.kills", 10);
  private static final long SEED = Long.getLong("walkout.crash.seed", 20260131L);
  private static final long FAR = 1_000_000;

  @TempDir Path dir;

  private Ledger ledger() {
    return Ledger.open(dir.resolve("ledger.db"));
  }

  private SimulatedCardProcessor cards(CardScript script) {
    return SimulatedCardProcessor.open(dir.resolve("cards.db"), script);
  }

  /** Where in the life of a charge the process dies. */
  enum Death {
    BEFORE_ASKING,
    AFTER_THE_GATEWAY_ACTED
  }

  private static final class ProcessDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static PaymentGateway dying(PaymentGateway gateway, Death death) {
    return new PaymentGateway() {
      @Override
      public ChargeOutcome charge(ChargeRequest request) {
        if (death == Death.AFTER_THE_GATEWAY_ACTED) {
          gateway.charge(request);
        }
        throw new ProcessDied();
      }

      @Override
      public Optional<ChargeOutcome> find(String idempotencyKey) {
        return gateway.find(idempotencyKey);
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Death.class)
  void givenADeathBetweenSteps_whenReopened_thenRecoveryFinishesWhatWasIntended(Death death) {
    var cart = cart(1, line(TEA, 2, 0.95));
    try (Ledger ledger = ledger();
        SimulatedCardProcessor cards = cards(CardScript.always(CardScript.Behaviour.APPROVE))) {
      var billing =
          new ExitBilling("run", store(), ledger, dying(cards, death), BillingSettings.DEFAULT);
      assertThatThrownBy(() -> billing.settle(cart)).isInstanceOf(ProcessDied.class);
    }
    try (Ledger ledger = ledger();
        SimulatedCardProcessor cards = cards(CardScript.always(CardScript.Behaviour.APPROVE))) {
      assertThat(ledger.summary().chargesByState()).containsEntry(ChargeState.INTENT, 1L);
      assertThat(ledger.verify()).isEmpty();

      assertThat(ledger.recover(cards)).isEqualTo(new Recovery(1, 0, 0));

      assertThat(cards.requests()).as("asked once in all").isEqualTo(1);
      var billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      assertThat(billing.settle(cart).totalMinor()).isEqualTo(998);
      assertThat(cards.taken()).hasSize(1);
      assertThat(ledger.verify()).isEmpty();
    }
  }

  @Test
  void givenAProcessKilledAtRandomMoments_whenRecovered_thenEachVisitIsChargedItsDueOnce()
      throws Exception {
    System.out.println("kills=" + KILLS + " -Dwalkout.crash.seed=" + SEED);
    Random random = new Random(SEED);
    long next = 1;
    Map<Long, Long> printed = new TreeMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(next, random, printed);
      try (Ledger ledger = ledger();
          SimulatedCardProcessor cards = cards(CrashVictim.script())) {
        ledger.recover(cards);
        compare(ledger, cards, printed);
        next = ledger.receipts().size() + 1L;
      }
    }
    assertThat(printed).as("some visits were settled between the kills").isNotEmpty();
  }

  @Test
  void givenALedgerThatAnotherProcessWrites_whenOpened_thenItIsRefusedUntilThatProcessIsGone()
      throws Exception {
    Process other = start(1);
    try (BufferedReader out = other.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.matches("\\d+ \\d+")) {
        line = out.readLine();
      }
      assertThatThrownBy(this::ledger)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("in use by another process");
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (Ledger ledger = ledger()) {
      assertThat(ledger.verify()).isEmpty();
      assertThat(ledger.receipts()).isNotEmpty();
    }
  }

  /** Kills it at a random moment after some receipts, or early, while it opens its files. */
  private void runAndKill(long first, Random random, Map<Long, Long> printed)
      throws IOException, InterruptedException {
    Process victim = start(first);
    try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
      long receipts = random.nextInt(6) == 0 ? 0 : random.nextInt(60);
      boolean early = receipts == 0;
      String line = early ? null : out.readLine();
      while (line != null && receipts-- > 0) {
        note(line, printed);
        line = out.readLine();
      }
      // Within a settlement rather than at its end: it takes a few milliseconds.
      boolean ended =
          victim.waitFor(
              early ? random.nextInt(900_000) : random.nextInt(6_000), TimeUnit.MICROSECONDS);
      assertThat(ended).as("it runs until it is killed").isFalse();
      victim.destroyForcibly().waitFor();
      if (line != null) {
        note(line, printed);
      }
    }
  }

  private Process start(long first) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashVictim.class.getName(),
            dir.toString(),
            Long.toString(first),
            Long.toString(FAR))
        .redirectErrorStream(true)
        .start();
  }

  private static void note(String line, Map<Long, Long> printed) {
    if (line.matches("\\d+ \\d+")) {
      String[] words = line.split(" ", -1);
      printed.put(Long.valueOf(words[0]), Long.valueOf(words[1]));
    } else {
      assertThat(line).as("what it says besides").matches("SLF4J.*|WARNING.*|\\d* ?\\d*");
    }
  }

  private static void compare(
      Ledger ledger, SimulatedCardProcessor cards, Map<Long, Long> printed) {
    assertThat(ledger.verify()).isEmpty();
    var summary = ledger.summary();
    assertThat(summary.chargesByState()).containsEntry(ChargeState.INTENT, 0L);
    assertThat(summary.chargesByState()).containsEntry(ChargeState.UNKNOWN, 0L);
    var taken = cards.taken();
    assertThat(summary.chargedByVisit()).hasSameSizeAs(taken);
    summary
        .chargedByVisit()
        .forEach((visit, amount) -> assertThat(taken).containsEntry(visit + "/charge/1", amount));
    for (Receipt receipt : ledger.receipts()) {
      long person = Long.parseLong(receipt.visit().value().substring("run-".length()));
      assertThat(receipt.dueMinor()).isEqualTo(499L * CrashVictim.units(person));
      Long said = printed.get(person);
      if (said != null && said > 0) {
        assertThat(receipt.totalMinor()).as("receipt of %s", person).isEqualTo(said);
      }
    }
    for (Long person : printed.keySet()) {
      assertThat(ledger.receipt(new VisitId("run-" + person)))
          .as("what was printed is on disk")
          .isPresent();
    }
  }
}
