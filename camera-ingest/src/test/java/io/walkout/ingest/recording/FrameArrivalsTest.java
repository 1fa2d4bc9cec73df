package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One frame's wrong time holds up no other. */
class FrameArrivalsTest {
  private static final long STEP = EventTime.SECOND / 10;
  private static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  private static final int FRAMES = 60;
  private static final long[] WRONG = {
    3 * STEP, EventTime.SECOND, 5 * EventTime.SECOND, 3600 * EventTime.SECOND, Long.MAX_VALUE / 4
  };

  private final long[] right = new long[FRAMES];
  private long[] stated = right;

  FrameArrivalsTest() {
    Arrays.setAll(right, i -> T0 + i * STEP);
  }

  @Test
  void givenTimesInOrder_thenTheyStayWhateverTheirPauses() {
    stated = right.clone();
    for (int i = 30; i < FRAMES; i++) {
      stated[i] += (i < 40 ? 7 : 4000) * EventTime.SECOND;
    }
    assertThat(FrameArrivals.inOrder(stated, true)).containsExactly(stated);
    assertThat(FrameArrivals.inOrder(stated, false)).containsExactly(stated);
    for (int n = 0; n < 4; n++) {
      assertThat(FrameArrivals.inOrder(Arrays.copyOf(right, n), true)).hasSize(n);
    }
  }

  @Test
  void givenOneWrongCaptureTime_thenOnlyThatFramesArrivalChangesWhereverItStands() {
    for (int at = 0; at < FRAMES; at++) {
      for (long by : WRONG) {
        for (long sign = -1; sign <= 1; sign += 2) {
          boolean shortAtTheEnd = sign > 0 && at >= FRAMES - 2 && by <= 2 * EventTime.SECOND;
          if (!shortAtTheEnd && !(at == 0 && sign < 0 && by <= 2 * EventTime.SECOND)) {
            stated = right.clone();
            stated[at] += sign * by;
            onlyThoseChange(FrameArrivals.inOrder(stated, true), at);
          }
        }
      }
    }
  }

  @Test
  void givenTwoFramesWithEachOthersTimes_thenNoOtherIsHeldUp() {
    for (int apart = 1; apart < 40; apart++) {
      stated = right.clone();
      stated[10] = right[10 + apart];
      stated[10 + apart] = right[10];
      onlyThoseChange(FrameArrivals.inOrder(stated, true), 10, 10 + apart);
    }
  }

  @Test
  void givenThreeFramesRunningThatAreWrongTogether_thenNoOtherIsHeldUp() {
    stated = right.clone();
    for (int i = 20; i < 23; i++) {
      stated[i] += 5 * EventTime.SECOND;
    }
    onlyThoseChange(FrameArrivals.inOrder(stated, true), 20, 21, 22);
  }

  @Test
  void givenAClockSetBackForGood_thenFramesGoOnArrivingAtTheUsualStep() {
    stated = right.clone();
    for (int i = 20; i < FRAMES; i++) {
      stated[i] -= 3600 * EventTime.SECOND;
    }
    assertThat(FrameArrivals.inOrder(stated, true)).containsExactly(right);
  }

  @Test
  void givenStatedArrivals_thenOneFarAheadHoldsNobodyUpAndThoseThatFallALittleAreRaised() {
    stated = right.clone();
    stated[20] += 5 * EventTime.SECOND;
    onlyThoseChange(FrameArrivals.inOrder(stated, false), 20);
    stated = right.clone();
    stated[20] += EventTime.SECOND / 2;
    assertThat(FrameArrivals.inOrder(stated, false)[22]).isEqualTo(stated[20]);
  }

  private void onlyThoseChange(long[] arrivals, int... wrong) {
    for (int i = 0; i < FRAMES; i++) {
      int frame = i;
      if (i > 0) {
        assertThat(arrivals[i]).as("frame %d", i).isGreaterThanOrEqualTo(arrivals[i - 1]);
      }
      if (Arrays.stream(wrong).anyMatch(w -> w == frame)) {
        assertThat(arrivals[i])
            .as("frame %d of its own", i)
            .isBetween(right[0], right[i] + 40 * STEP);
      } else {
        assertThat(arrivals[i])
            .as("frame %d, wrong %s", i, Arrays.toString(wrong))
            .isEqualTo(right[i]);
      }
    }
  }
}
