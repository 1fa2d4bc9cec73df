package io.walkout.ingest.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.Policy;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final int POSES = 0;
  private static final int PLATES = 1;
  private static final int DOOR = 2;

  private final Watermark watermark =
      new Watermark(3, new Policy(0.8, 4 * EventTime.SECOND, 6 * EventTime.SECOND));

  @Test
  void waitsForTheSlowestStream() {
    watermark.release(DOOR);
    seen(PLATES, 1, 10.0, 10.0);
    assertThat(seen(POSES, 0, 8.0, 10.2).watermarkNanos).isEqualTo(seconds(8.0));
    assertThat(seen(PLATES, 1, 10.4, 10.4).watermarkNanos).isEqualTo(seconds(8.0));
    assertThat(seen(POSES, 0, 9.0, 11.3).watermarkNanos).isEqualTo(seconds(9.0));
  }

  @Test
  void eachGondolaIsAStreamOfItsOwn() {
    watermark.release(DOOR);
    watermark.release(POSES);
    seen(PLATES, 1, 10.0, 10.0);
    seen(PLATES, 2, 9.9, 10.0);
    StoreEvent event = seen(PLATES, 1, 10.2, 10.2);
    assertThat(event.watermarkNanos).isEqualTo(seconds(10.0));
    assertThat(seen(PLATES, 2, 10.1, 10.3).late).isFalse();
  }

  @Test
  void noStreamHoldsTheOthersBackForLongerThanTheBound() {
    watermark.release(DOOR);
    seen(POSES, 0, 10.0, 10.0);
    assertThat(seen(PLATES, 1, 15.0, 15.0).watermarkNanos).isEqualTo(seconds(11.0));
    StoreEvent tooLate = seen(POSES, 0, 10.5, 15.1);
    assertThat(tooLate.late).isTrue();
    assertThat(watermark.lateEvents()).isOne();
  }

  @Test
  void aSilentSourceIsReportedOnceUntilItSpeaksAgain() {
    seen(POSES, 0, 10.0, 10.0);
    seen(PLATES, 1, 10.0, 10.0);
    assertThat(watermark.newlySilent()).isEqualTo(-1);
    seen(PLATES, 1, 16.5, 16.5);
    assertThat(watermark.newlySilent()).isEqualTo(POSES);
    assertThat(watermark.newlySilent()).isEqualTo(DOOR);
    assertThat(watermark.newlySilent()).isEqualTo(-1);
    assertThat(seen(PLATES, 1, 16.7, 16.7).watermarkNanos).isEqualTo(seconds(16.7));
    seen(POSES, 0, 16.8, 16.8);
    seen(PLATES, 1, 23.0, 23.0);
    assertThat(watermark.newlySilent()).isEqualTo(POSES);
  }

  @Test
  void aClockYearsAheadMakesNobodyElseLate() {
    watermark.release(DOOR);
    seen(PLATES, 1, 10.0, 10.0);
    seen(POSES, 0, 1e8, 10.1);
    seen(PLATES, 1, 10.2, 10.2);
    assertThat(seen(POSES, 0, 10.15, 12.4).late).isFalse();
  }

  @Test
  void neverGoesBack() {
    watermark.release(DOOR);
    watermark.release(POSES);
    seen(PLATES, 1, 10.0, 10.0);
    assertThat(seen(PLATES, 1, 3.0, 10.1).late).isTrue();
    assertThat(watermark.nanos()).isEqualTo(seconds(10.0));
  }

  private StoreEvent seen(int source, int gondola, double capture, double arrival) {
    StoreEvent event = new StoreEvent();
    event.reset(source == PLATES ? StoreEvent.Kind.PLATES : StoreEvent.Kind.POSES);
    event.source = source;
    event.plates.shape(gondola, 1, 1, 1);
    event.captureNanos = seconds(capture);
    event.arrivalNanos = seconds(arrival);
    watermark.observe(event);
    return event;
  }

  private static long seconds(double s) {
    return EventTime.ofSeconds(s);
  }
}
