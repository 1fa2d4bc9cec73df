package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import org.junit.jupiter.api.Test;

/** Who looks like whom, over all cameras. */
class LikenessTest {
  private static final float[] RED = {1, 0, 0};
  private static final float[] NEARLY_RED = {0.98f, 0.199f, 0};
  private static final float[] BLUE = {0, 0, 1};

  private final Likeness likeness = new Likeness();
  private final StoreEvent event = new StoreEvent();

  @Test
  void givenTwoPeopleInOneCamera_whenOneComesToAnother_thenTheirEarlierTrackIsTheMostAlike() {
    see(0, 1, 1, RED, 2, BLUE);
    see(2, 1, 1, RED, 2, BLUE);
    see(4, 3, 7, NEARLY_RED);
    assertThat(event.detections.alikeTracks[0]).isEqualTo((1 << 24) + 1);
    assertThat(event.detections.alikeScores[0]).isPositive();
    assertThat(event.detections.alikeTracks[1]).isEqualTo((1 << 24) + 2);
    assertThat(event.detections.alikeScores[1]).isNegative();
  }

  @Test
  void givenSomebodyInTheSamePicture_thenTheyAreNeverTheSame() {
    see(0, 1, 1, RED, 2, RED);
    see(2, 1, 1, RED, 2, RED);
    assertThat(event.detections.alikeTracks[0]).isZero();
  }

  @Test
  void givenLooks_whenTheStageHasPassed_thenNothingOfThemIsLeftInTheSlot() {
    see(0, 1, 1, RED);
    assertThat(event.looks.count).isZero();
    assertThat(event.looks.vectors()).containsOnly(0);
  }

  @Test
  void givenSomebodyNotSeenForAMinute_thenTheyAreForgotten() {
    see(0, 1, 1, RED);
    see(70, 2, 5, RED);
    assertThat(event.detections.alikeTracks[0]).isZero();
    assertThat(likeness.remembered()).isEqualTo(1);
  }

  @Test
  void givenTheEnd_thenNobodyIsRemembered() {
    see(0, 1, 1, RED);
    event.reset(StoreEvent.Kind.END);
    likeness.onEvent(event);
    assertThat(likeness.remembered()).isZero();
  }

  @Test
  void givenMorePeopleThanFit_thenTheOldestGoAndTheBoundHolds() {
    for (int t = 1; t <= 2 * Likeness.CAPACITY; t++) {
      see(t * 0.01, 1, t, RED);
    }
    assertThat(likeness.remembered()).isEqualTo(Likeness.CAPACITY);
  }

  private void see(double seconds, int camera, Object... tracksAndLooks) {
    event.reset(StoreEvent.Kind.FRAME);
    event.camera = camera;
    event.captureNanos = (long) (seconds * EventTime.SECOND);
    for (int i = 0; i < tracksAndLooks.length; i += 2) {
      int box = event.detections.count;
      event.detections.add(10 * i, 10, 10, 30, 0.9f);
      event.detections.tracks[box] = (Integer) tracksAndLooks[i];
      event.looks.add(box, (float[]) tracksAndLooks[i + 1]);
    }
    likeness.onEvent(event);
  }
}
