package io.walkout.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Event time is nanoseconds since the epoch. */
class EventTimeTest {
  @Test
  void readsIso8601ToTheNanosecond() {
    assertThat(EventTime.parse("1970-01-01T00:00:01.000000002Z")).isEqualTo(1_000_000_002L);
    assertThat(EventTime.parse("1969-12-31T23:59:59.5Z")).isEqualTo(-500_000_000L);
    assertThatThrownBy(() -> EventTime.parse("yesterday"))
        .isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void writesThreeDecimals() {
    assertThat(EventTime.iso(EventTime.parse("2026-01-31T12:00:00Z")))
        .isEqualTo("2026-01-31T12:00:00.000Z");
    assertThat(EventTime.iso(-1)).isEqualTo("1969-12-31T23:59:59.999Z");
  }

  @Test
  void secondsKeepTheMicrosecondsOfADouble() {
    assertThat(EventTime.ofSeconds(1580250000.123456)).isEqualTo(1580250000_123456000L);
    assertThat(EventTime.ofSeconds(-0.5)).isEqualTo(-500_000_000L);
  }

  @Test
  void anInstantComesBackUnchanged() {
    Random random = new Random(3);
    for (int round = 0; round < 1000; round++) {
      long nanos = random.nextLong();
      assertThat(EventTime.of(EventTime.instant(nanos))).as("seed 3").isEqualTo(nanos);
    }
  }

  @Test
  void aTimeBeyondTheRangeIsRefused() {
    assertThatThrownBy(() -> EventTime.of(Instant.parse("2300-01-01T00:00:00Z")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void tellsTheSecondsBetween() {
    assertThat(EventTime.secondsBetween(1_000_000_000L, 750_000_000L)).isEqualTo(-0.25);
  }
}
