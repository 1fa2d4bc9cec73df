package io.walkout.bench.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.tracker.box.BoxTrackerSettings;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the sensitivity table is made of: spoilt alike each time, and every number moved. */
class SpoiltBoxesTest {
  private static float[] boxes() {
    return new float[] {10, 20, 30, 80, 100, 120, 40, 90, 300, 200, 50, 110};
  }

  private static float[] scores() {
    return new float[] {0.9f, 0.5f, 0.2f};
  }

  @Test
  void whatIsNotSpoiltStays() {
    float[] boxes = boxes();
    float[] scores = scores();
    assertThat(SpoiltBoxes.NOT.spoil(1, boxes, scores, 3)).isEqualTo(3);
    assertThat(boxes).isEqualTo(boxes());
    assertThat(scores).isEqualTo(scores());
  }

  @Test
  void aFrameIsSpoiltAlikeEachTimeAndOthersOtherwise() {
    for (SpoiltBoxes spoilt : SpoiltBoxes.worseBoxes()) {
      float[] one = boxes();
      float[] again = boxes();
      float[] scoresOfOne = scores();
      float[] scoresAgain = scores();
      int left = spoilt.spoil(7, one, scoresOfOne, 3);
      assertThat(spoilt.spoil(7, again, scoresAgain, 3)).as(spoilt.name()).isEqualTo(left);
      assertThat(again).as(spoilt.name()).isEqualTo(one);
      assertThat(scoresAgain).as(spoilt.name()).isEqualTo(scoresOfOne);
    }
  }

  @Test
  void scoresStayWithinTheirRange() {
    for (SpoiltBoxes spoilt : SpoiltBoxes.otherScores()) {
      float[] scores = {0, 0.1f, 1};
      spoilt.spoil(1, boxes(), scores, 3);
      for (float score : scores) {
        assertThat(score).as(spoilt.name()).isBetween(0f, 1f);
      }
      assertThat(scores).as(spoilt.name()).isSorted();
    }
  }

  @Test
  void everyNumberIsMovedDownAndUpAlone() {
    Set<BoxTrackerSettings> all = new HashSet<>();
    for (MovedConstants moved : MovedConstants.all()) {
      assertThat(moved.settings()).as(moved.name()).isNotEqualTo(BoxTrackerSettings.DEFAULT);
      assertThat(all.add(moved.settings())).as(moved.name()).isTrue();
    }
    assertThat(all).hasSize(2 * (8 + 13 + 10 + 9));
  }
}
