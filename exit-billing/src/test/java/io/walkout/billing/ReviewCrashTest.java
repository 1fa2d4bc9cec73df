package io.walkout.billing;

import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dying at any instant while answers are applied neither loses nor doubles what a reviewer decided:
 * a process that applies them is killed (SIGKILL) at random moments, again and again on the same
 * files; then all answers are applied once more, and the books are held against the processor's.
 */
class ReviewCrashTest {
  private static final int KILLS = Integer.getInteger("walkout.crash.kills", 8);
  private static final long SEED = Long.getLong("walkout.crash.seed", 20260201L);

  @TempDir Path dir;

  @Test
  void givenAProcessKilledWhileItAppliesAnswers_whenAppliedAgain_thenEachIsChargedOnce()
      throws Exception {
    System.out.println("kills=" + KILLS + " -Dwalkout.crash.seed=" + SEED);
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(random);
      try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"))) {
        assertThat(ledger.verify()).isEmpty();
      }
    }
    try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(dir.resolve("cards.db"), ReviewVictim.script())) {
      ReviewVictim.settle(ledger, cards);
      Reviews reviews = new Reviews("run", store(), ledger, cards);
      List<ReviewAnswer> answers = ReviewVictim.answers(reviews);
      reviews.apply(answers);
      ledger.recover(cards);

      assertThat(reviews.apply(answers)).isEqualTo(new Reviews.Applied(0, answers.size(), 0));
      assertThat(ledger.verify()).isEmpty();
      assertThat(paid(cards)).isEqualTo(due());
      reviews
          .receipts()
          .forEach(r -> assertThat(r.totalMinor()).isEqualTo(due().getOrDefault(number(r), 0L)));
    }
  }

  private static long number(Receipt receipt) {
    return Long.parseLong(receipt.visit().value().substring("run-".length()));
  }

  /** What the processor took of each visitor, over all their charges. */
  private static Map<Long, Long> paid(SimulatedCardProcessor cards) {
    Map<Long, Long> paid = new TreeMap<>();
    for (Map.Entry<String, Money> charge : cards.taken().entrySet()) {
      String person = charge.getKey().replaceAll("run-([0-9]+)/charge/[0-9]+", "$1");
      paid.merge(Long.valueOf(person), charge.getValue().minor(), Long::sum);
    }
    return paid;
  }

  /** Their own tea, and the nuts of the visitor before, unless that visitor took neither. */
  private static Map<Long, Long> due() {
    Map<Long, Long> due = new TreeMap<>();
    for (long person = 1; person <= ReviewVictim.VISITS; person++) {
      if (person % 5 != 0) {
        due.merge(person, 499L, Long::sum);
        due.merge(person % ReviewVictim.VISITS + 1, 2 * 199L, Long::sum);
      }
    }
    return due;
  }

  /** Kills it at a random moment: while it settles, or after some batches of answers. */
  private void runAndKill(Random random) throws IOException, InterruptedException {
    Process victim =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReviewVictim.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
      int batches = random.nextInt(9);
      String line = out.readLine();
      while (line != null && batches > 0) {
        batches -= line.startsWith("applied") ? 1 : 0;
        line = out.readLine();
      }
      victim.waitFor(random.nextInt(8_000), TimeUnit.MICROSECONDS);
      victim.destroyForcibly().waitFor();
    }
  }
}
