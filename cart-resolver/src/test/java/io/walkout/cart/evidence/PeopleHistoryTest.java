package io.walkout.cart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.people.People;
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
  void givenMoreMomentsThanSlots_thenTheOldestAreDropped() {
    PeopleHistory longer = new PeopleHistory(Long.MAX_VALUE);
    for (int t = 0; t < 2 * PeopleHistory.CAPACITY; t++) {
      moment.clear(t * 10L * MILLI);
      longer.add(moment);
    }

    assertThat(longer.count()).isEqualTo(PeopleHistory.CAPACITY);
    assertThat(longer.moment(0).captureNanos).isEqualTo(PeopleHistory.CAPACITY * 10L * MILLI);
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
