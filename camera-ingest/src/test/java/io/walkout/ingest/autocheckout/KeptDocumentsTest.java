package io.walkout.ingest.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeptDocumentsTest {
  private static final long START = EventTime.parse("2026-01-31T12:00:00Z");

  @Test
  void givenACleanStreamWithWrongTimesAnywhere_whenJudged_thenExactlyThoseAreLeftOut() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      StoredTimes times = new StoredTimes();
      int n = 500;
      boolean[] wrong = new boolean[n];
      for (int i = 0; i < n; i++) {
        wrong[i] = random.nextInt(10) == 0;
        long good = START + 200 * EventTime.MILLI * i;
        long off = (5 + random.nextInt(300)) * EventTime.SECOND;
        times.add(wrong[i] ? good + (random.nextBoolean() ? off : -off) : good);
      }
      KeptDocuments kept = KeptDocuments.of(times, START + 50 * EventTime.SECOND);
      int missed = 0;
      for (int i = 0; i < n; i++) {
        boolean mid = i > 10 && i < n - 10;
        if (!wrong[i] && mid) {
          assertThat(kept.rank(i)).as("seed %d, good document %d", seed, i).isNotNegative();
        } else if (wrong[i] && mid && kept.rank(i) >= 0) {
          missed++;
        }
      }
      assertThat(missed).as("seed %d, wrong documents kept", seed).isZero();
    }
  }

  @Test
  void givenAClockThatStandsStill_whenJudged_thenOneDocumentIsKept() {
    StoredTimes times = new StoredTimes();
    for (int i = 0; i < 20; i++) {
      times.add(START);
    }
    KeptDocuments kept = KeptDocuments.of(times, START);
    assertThat(kept.count()).isEqualTo(1);
    assertThat(kept.leftOut()).containsEntry("documents with a repeated time", 19L);
  }

  @Test
  void givenARealGap_whenJudged_thenBothSidesAreKept() {
    StoredTimes times = new StoredTimes();
    for (int i = 0; i < 20; i++) {
      times.add(START + i * EventTime.SECOND + (i < 10 ? 0 : 3600 * EventTime.SECOND));
    }
    assertThat(KeptDocuments.of(times, START).count()).isEqualTo(20);
  }

  @Test
  void givenNothing_whenJudged_thenNothingIsKept() {
    assertThat(KeptDocuments.of(new StoredTimes(), 0).count()).isZero();
  }
}
