package io.walkout.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the deciders keep has bounds, and what is on the heap stays level. */
class WeekTest {
  private static final int QUARTER_HOUR = 900;

  /** Of about 116 MB; how many doubts are open in an evening alone makes 4 MB. */
  private static final long SLACK_BYTES = 12 << 20;

  @Test
  void givenQuartersOfAnHourOfABusyStore_thenWhatIsKeptIsBoundedAndTheHeapStaysLevel() {
    Week week = new Week();
    List<Week.Day> days = new ArrayList<>();
    for (int d = 0; d < 4; d++) {
      days.add(week.day(QUARTER_HOUR));
    }

    assertThat(days.getLast().visits()).isGreaterThan(300);
    assertThat(days.getLast().liveBytes()).isLessThan(days.get(1).liveBytes() + SLACK_BYTES);
    for (Week.Day day : days) {
      assertThat(day.kept().get("visits")).isBetween(30L, 40L);
      assertThat(day.kept().get("changesPending")).isLessThan(10);
      assertThat(day.kept().get("eventsEarly")).isLessThan(10);
      assertThat(day.kept().get("moments")).isLessThanOrEqualTo(1024);
      assertThat(day.kept().get("clusters")).isLessThanOrEqualTo(41);
      assertThat(day.kept().get("worldsOfOneCluster")).isLessThanOrEqualTo(256);
      assertThat(day.kept().get("straysOfOneWorld")).isLessThanOrEqualTo(48);
      assertThat(day.kept().get("piecesOfOneBasket")).isLessThanOrEqualTo(1000);
    }
  }
}
