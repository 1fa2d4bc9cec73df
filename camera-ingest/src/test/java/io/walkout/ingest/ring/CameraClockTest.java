package io.walkout.ingest.ring;

import static io.walkout.store.signal.PictureFault.NONE;
import static io.walkout.store.signal.PictureFault.TIME_JUMPED;
import static io.walkout.store.signal.PictureFault.TIME_REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.signal.PictureFault;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One wrong time costs one picture; a clock that was set is followed after a few. */
class CameraClockTest {
  private static final long SECOND = EventTime.SECOND;
  private static final long STEP = SECOND / 10;
  private static final long LAG = SECOND / 25;
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final long HOUR = 3600 * SECOND;

  private final CameraClock clock = new CameraClock();
  private long picture;

  @Test
  void givenASoundClockThatLagsAndJittersAndPauses_thenNothingIsWrong() {
    Random dice = new Random(3);
    long arrival = 0;
    for (int i = 0; i < 2000; i++) {
      picture += i % 400 == 399 ? 600 : dice.nextInt(8) == 0 ? 2 : 1; // pauses; left out pictures
      long held = i % 300 > 250 ? 6 * SECOND : 0; // a connection that stands, and its burst
      long capture = T0 + picture * STEP;
      arrival = Math.max(arrival, capture + LAG + held + dice.nextInt(100_000_000));
      assertThat(clock.judge(capture, arrival)).as("seed 3, picture %d", i).isEqualTo(NONE);
      assertThat(clock.nanos()).isEqualTo(capture);
    }
  }

  @Test
  void givenOneWrongTime_thenThatPictureIsToldAndNoOther() {
    for (long by : new long[] {SECOND, 5 * SECOND, HOUR, -5 * SECOND, -HOUR, Long.MAX_VALUE / 2}) {
      settle();
      PictureFault fault = wrongBy(by);
      assertThat(fault).isEqualTo(by > 0 ? TIME_JUMPED : TIME_REPEATED);
      assertThat(clock.usable()).isFalse();
      assertThat(clock.nanos()).as("no later than it was").isBetween(right() - STEP, right());
      for (int i = 0; i < 20; i++) {
        assertThat(wrongBy(0)).isEqualTo(NONE);
        assertThat(clock.nanos()).isEqualTo(right());
      }
    }
  }

  @Test
  void givenThreeWrongTimesRunningThatDisagree_thenTheyAreToldAndTheNextIsGood() {
    settle();
    assertThat(wrongBy(HOUR)).isEqualTo(TIME_JUMPED);
    assertThat(wrongBy(2 * HOUR)).isEqualTo(TIME_JUMPED);
    assertThat(wrongBy(-HOUR)).isEqualTo(TIME_REPEATED);
    assertThat(wrongBy(0)).isEqualTo(NONE);
  }

  @Test
  void givenAClockSetForGood_whenFivePicturesAgree_thenItsTimesAreMendedUntilItIsSetRight() {
    for (long by : new long[] {-5 * SECOND, -HOUR, 5 * SECOND, 24 * HOUR}) {
      settle();
      for (int i = 1; i < CameraClock.BELIEVED; i++) {
        assertThat(wrongBy(by)).isEqualTo(by > 0 ? TIME_JUMPED : TIME_REPEATED);
        assertThat(clock.usable()).isFalse();
      }
      for (int i = 0; i < 50; i++) {
        assertThat(wrongBy(by)).isEqualTo(TIME_JUMPED);
        assertThat(clock.usable()).isTrue();
        assertThat(clock.nanos()).isEqualTo(right());
        assertThat(clock.offsetNanos()).isEqualTo(-by);
      }
      for (int i = 1; i < CameraClock.BELIEVED; i++) {
        wrongBy(0);
        assertThat(clock.usable()).isFalse();
      }
      assertThat(wrongBy(0)).isEqualTo(NONE);
      assertThat(clock.offsetNanos()).isZero();
    }
  }

  @Test
  void givenJitteringArrivals_whenAClockIsSet_thenItsTimesAreMendedToWithinTheJitter() {
    Random dice = new Random(11);
    for (int i = 0; i < 200; i++) {
      picture++;
      long by = i < 100 ? 0 : -HOUR;
      clock.judge(right() + by, right() + LAG + dice.nextInt(60_000_000));
    }
    assertThat(clock.usable()).isTrue();
    assertThat(clock.nanos()).as("seed 11").isBetween(right() - STEP / 2, right() + STEP / 2);
  }

  @Test
  void givenAClockThatStandsStill_thenTimeGoesOnWithoutItsPicturesUntilItGoesOnItself() {
    settle();
    long stands = right();
    for (int i = 0; i < 50; i++) {
      picture++;
      assertThat(clock.judge(stands, right() + LAG)).isEqualTo(TIME_REPEATED);
      assertThat(clock.usable()).isFalse();
      assertThat(clock.nanos()).isEqualTo(right());
    }
    assertThat(wrongBy(0)).isEqualTo(NONE);
  }

  @Test
  void givenPicturesSentAgainAfterAReconnection_thenTheyAreNoNewTime() {
    settle();
    long now = right();
    for (int i = 20; i > 0; i--) {
      assertThat(clock.judge(now - i * STEP, now + LAG + SECOND)).isEqualTo(TIME_REPEATED);
      assertThat(clock.usable()).isFalse();
    }
    picture += 11;
    assertThat(wrongBy(0)).isEqualTo(NONE);
  }

  @Test
  void givenAWrongTimeAtTheVeryBeginning_thenTheRightOnesAreBelievedAfterAFew() {
    wrongBy(HOUR);
    for (int i = 1; i < CameraClock.BELIEVED; i++) {
      wrongBy(0);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(wrongBy(0)).isEqualTo(NONE);
      assertThat(clock.nanos()).isEqualTo(right());
    }
  }

  @Test
  void givenTimesOfAnySixtyFourBits_thenNothingThrowsAndTheWayBackIsFound() {
    settle();
    for (long stated : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1}) {
      picture++;
      clock.judge(stated, right() + LAG);
      assertThat(clock.usable()).isFalse();
    }
    assertThat(wrongBy(0)).isEqualTo(NONE);
  }

  private void settle() {
    for (int i = 0; i < 100; i++) {
      assertThat(wrongBy(0)).isEqualTo(NONE);
    }
  }

  private long right() {
    return T0 + picture * STEP;
  }

  private PictureFault wrongBy(long nanos) {
    picture++;
    return clock.judge(right() + nanos, right() + LAG);
  }
}
