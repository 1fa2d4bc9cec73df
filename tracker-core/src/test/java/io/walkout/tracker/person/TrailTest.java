package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import org.junit.jupiter.api.Test;

/** For how long somebody was hidden: only time in which they were looked for counts. */
class TrailTest {
  @Test
  void timeInWhichNobodyCouldLookHidesNobody() {
    Trail trail = new Trail();
    trail.add(0, 1, 1);
    trail.add(EventTime.SECOND, 1, 1);
    long later = 10 * EventTime.SECOND;
    assertThat(trail.hiddenNanos(trail.last(), later))
        .as("who says nothing looked all the time")
        .isEqualTo(9 * EventTime.SECOND);
    trail.lookedForInVain(2 * EventTime.SECOND);
    assertThat(trail.hiddenNanos(trail.last(), later)).isEqualTo(2 * EventTime.SECOND);
    assertThat(trail.hiddenNanos(trail.last(), 2 * EventTime.SECOND))
        .as("never more than the gap")
        .isEqualTo(EventTime.SECOND);
    assertThat(trail.hiddenNanos(0, later))
        .as("of an earlier sight it says nothing")
        .isEqualTo(later);
  }
}
