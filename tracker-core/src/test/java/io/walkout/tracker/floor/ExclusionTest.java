package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Who stands where somebody else stands is doubted: the same as by asking everybody about all. */
class ExclusionTest {
  @RepeatedTest(20)
  void doubtsTheSameByTheSameAsPairByPair(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int n = 1 + random.nextInt(300);
    double side = random.nextDouble() * 30;
    FloorTracks tracks = new FloorTracks(300);
    for (int i = 0; i < n; i++) {
      place(tracks, side * (random.nextDouble() - 0.5), side * (random.nextDouble() - 0.5));
      tracks.odds[tracks.order[tracks.count - 1]] = 12 * random.nextDouble();
      if (random.nextInt(4) == 0) {
        tracks.end(random.nextInt(tracks.count));
      }
    }
    double[] expected = pairByPair(tracks);

    new Exclusion(tracks).judge();

    for (int i = 0; i < tracks.count; i++) {
      int s = tracks.order[i];
      assertThat(tracks.odds[s]).as("seed %s, slot %s", seed, s).isEqualTo(expected[s]);
    }
  }

  @Test
  void nobodyOnAnEmptyFloorIsDoubted() {
    FloorTracks tracks = new FloorTracks(1);
    Exclusion exclusion = new Exclusion(tracks);
    exclusion.judge();
    place(tracks, Double.NaN, 1e300);
    exclusion.judge();
    assertThat(tracks.odds[0]).isZero();
  }

  private static void place(FloorTracks tracks, double x, double y) {
    int s = tracks.begin(0);
    tracks.state[PersonFilter.STATE * s] = x;
    tracks.state[PersonFilter.STATE * s + 1] = y;
  }

  private static double[] pairByPair(FloorTracks tracks) {
    double[] odds = tracks.odds.clone();
    for (int i = 0; i < tracks.count; i++) {
      for (int k = i + 1; k < tracks.count; k++) {
        int a = tracks.order[i];
        int b = tracks.order[k];
        double apart = tracks.apart(a, b);
        double squared = square(tracks, a, b, 0) + square(tracks, a, b, 1);
        if (apart < 0.8) {
          odds[odds[a] < odds[b] ? a : b] += Math.log(1.001 - Math.exp(-squared / (2 * 0.2 * 0.2)));
        }
      }
    }
    return odds;
  }

  private static double square(FloorTracks tracks, int a, int b, int axis) {
    double d =
        tracks.state[PersonFilter.STATE * a + axis] - tracks.state[PersonFilter.STATE * b + axis];
    return d * d;
  }
}
