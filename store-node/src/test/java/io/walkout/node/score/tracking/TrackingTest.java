package io.walkout.node.score.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingTest {
  @Test
  void whoIsFollowedExactlyHasFullMarks() {
    Tracking t = Tracking.judge(one("a", "a", "a", "a"));
    assertThat(t.hota()).isEqualTo(1, within(1e-12));
    assertThat(t.mota()).isEqualTo(1);
    assertThat(t.idf1()).isEqualTo(1);
    assertThat(t.medianErrorMetres()).isZero();
  }

  @Test
  void anIdentityThatChangesHalfWayCostsAssociationNotDetection() {
    Tracking t = Tracking.judge(one("a", "a", "b", "b"));
    assertThat(t.detA()).isEqualTo(1, within(1e-12));
    // Each pair's tracks have 2 frames in common of 4: the association Jaccard index is a half.
    assertThat(t.assA()).isEqualTo(0.5, within(1e-12));
    assertThat(t.hota()).isEqualTo(Math.sqrt(0.5), within(1e-12));
    assertThat(t.identitySwitches()).isEqualTo(1);
    assertThat(t.mota()).isEqualTo(0.75);
    assertThat(t.idf1()).isEqualTo(0.5);
  }

  @Test
  void whoIsMissedForAFrameIsAFragmentAndAMiss() {
    TrackFrames frames = new TrackFrames();
    for (int f = 0; f < 3; f++) {
      boolean seen = f != 1;
      frames.add(
          List.of("p", "q"),
          seen ? List.of("a", "b") : List.of("b"),
          seen ? new double[][] {{1, 0}, {0, 1}} : new double[][] {{0}, {1}});
    }
    Tracking t = Tracking.judge(frames);
    assertThat(t.fragments()).isEqualTo(1);
    assertThat(t.found()).isEqualTo(5.0 / 6);
    assertThat(t.mota()).isEqualTo(5.0 / 6);
  }

  @Test
  void nothingReportedFindsNothing() {
    TrackFrames frames = new TrackFrames();
    frames.add(List.of("p"), List.of(), new double[][] {{}});
    Tracking t = Tracking.judge(frames);
    assertThat(t.hota()).isZero();
    assertThat(t.medianErrorMetres()).isNaN();
  }

  @Test
  void sumsOfTwoSequencesAreJudgedAsOne() {
    TrackingSums a = Tracking.judge(one("a", "a", "a", "a")).sums();
    TrackingSums b = Tracking.judge(one("a", "b", "b", "b")).sums();
    Tracking both = Tracking.of(a.plus(b));
    assertThat(both.mota()).isEqualTo((8.0 - 1) / 8);
    assertThat(both.sums().truthTracks()).isEqualTo(2);
    assertThat(Tracking.of(a.plus(TrackingSums.none())).hota()).isEqualTo(1, within(1e-12));
  }

  @Test
  void aNameTwiceInAFrameIsRefused() {
    TrackFrames frames = new TrackFrames();
    assertThatThrownBy(() -> frames.add(List.of("p", "p"), List.of(), new double[][] {{}, {}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frame 1: p occurs twice");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theBestAssignmentIsTheBestOfAll(long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(5);
    int columns = 1 + random.nextInt(5);
    double[][] score = new double[rows][columns];
    for (double[] row : score) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextDouble();
      }
    }
    int[] best = new BestAssignment().solve(score);
    double sum = 0;
    List<Integer> used = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      if (best[r] >= 0) {
        sum += score[r][best[r]];
        used.add(best[r]);
      }
    }
    assertThat(used).as("seed %d", seed).doesNotHaveDuplicates();
    assertThat(used).hasSize(Math.min(rows, columns));
    assertThat(sum).isEqualTo(most(score, 0, new boolean[columns]), within(1e-12));
  }

  private static double most(double[][] score, int row, boolean[] used) {
    if (row == score.length) {
      return 0;
    }
    double most = most(score, row + 1, used);
    for (int c = 0; c < used.length; c++) {
      if (!used[c]) {
        used[c] = true;
        most = Math.max(most, score[row][c] + most(score, row + 1, used));
        used[c] = false;
      }
    }
    return most;
  }

  /** One person, reported in the right place under these names, frame by frame. */
  private static TrackFrames one(String... names) {
    TrackFrames frames = new TrackFrames();
    for (String name : names) {
      frames.add(List.of("p"), List.of(name), new double[][] {{1}});
    }
    return frames;
  }
}
