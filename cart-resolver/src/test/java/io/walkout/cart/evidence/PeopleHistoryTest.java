package io.walkout.cart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.people.People;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleHistoryTest {
  private static final long MILLI = 1_000_000L;

  private final PeopleHistory history = new PeopleHistory(1000 * MILLI);
  private final People moment = new People();

  private void add(long millis) {
    moment.clear(millis * MILLI);
    moment.add(millis + 1, 0, 0, 0.1, 0);
    history.add(moment);
  }

  @Test
  void givenMomentsBeyondTheSpan_thenTheOldestAreDropped() {
    for (int t = 0; t <= 3000; t += 100) {
      add(t);
    }

    assertThat(history.count()).isEqualTo(11);
    assertThat(history.moment(0).captureNanos).isEqualTo(2000 * MILLI);
    assertThat(history.moment(0).personId[0]).isEqualTo(2001);
  }

  @Test
  void givenManyCameras_thenMomentsAreThinnedAndTheWholeSpanIsCovered() {
    long span = 34_000 * MILLI;
    PeopleHistory busy = new PeopleHistory(span);
    for (int perSecond : new int[] {30, 60, 120, 500}) {
      long last = 0;
      for (long i = 0; i < 60L * perSecond; i++) {
        last = perSecond * 1_000_000L * MILLI + i * 1000 * MILLI / perSecond;
        moment.clear(last);
        busy.add(moment);
      }

      assertThat(last - busy.moment(0).captureNanos)
          .as("span kept at %d moments a second", perSecond)
          .isBetween(span - 70 * MILLI, span + 70 * MILLI);
      for (int m = 1; m < busy.count(); m++) {
        assertThat(busy.moment(m).captureNanos - busy.moment(m - 1).captureNanos)
            .isLessThan(70 * MILLI);
      }
    }
    assertThat(counts(busy)).containsEntry("momentsEvictedWithinSpan", 0L);
    assertThat(counts(busy).get("momentsThinned")).isPositive();
  }

  @Test
  void givenASpanTooLongForTheSlots_thenTheOldestAreDroppedAndCounted() {
    PeopleHistory longer = new PeopleHistory(Long.MAX_VALUE);
    for (int t = 0; t < 2 * PeopleHistory.CAPACITY; t++) {
      moment.clear(t * 100L * MILLI);
      longer.add(moment);
    }

    assertThat(longer.count()).isEqualTo(PeopleHistory.CAPACITY);
    assertThat(longer.moment(0).captureNanos).isEqualTo(PeopleHistory.CAPACITY * 100L * MILLI);
    assertThat(counts(longer))
        .containsEntry("momentsEvictedWithinSpan", (long) PeopleHistory.CAPACITY);
  }

  private static Map<String, Long> counts(PeopleHistory history) {
    Map<String, Long> counts = new LinkedHashMap<>();
    history.countInto(counts);
    return counts;
  }

  @Test
  void givenMomentsOutOfOrderOrRepeated_thenTheyAreSkippedAndCounted() {
    add(100);
    add(100);
    add(50);
    add(200);

    assertThat(history.count()).isEqualTo(2);
    assertThat(history.skipped()).isEqualTo(2);
  }

  @Test
  void givenATime_thenTheFirstMomentNotBeforeItIsFound() {
    add(100);
    add(200);
    add(300);

    assertThat(history.from(0)).isZero();
    assertThat(history.from(150 * MILLI)).isEqualTo(1);
    assertThat(history.from(301 * MILLI)).isEqualTo(3);
  }
}
