package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of many cameras that see a place the nearest are asked, in the order they were opened. */
class SightlinesTest {
  private static final long SEED = 5;
  private static final double FOCAL = 200;

  /** A camera that looks straight down from 5 m: pixels grow with x, and fall with y. */
  private static FloorCamera above(double x, double y) {
    double[] p = {
      FOCAL, 0, -640, -FOCAL * x + 3200, 0, -FOCAL, -360, FOCAL * y + 1800, 0, 0, -1, 5
    };
    return new ProjectiveCamera(1280, 720, p);
  }

  @Test
  void theNearestAreAskedInTheirOrder() {
    Random random = new Random(SEED);
    FloorTrackerSettings settings = FloorTrackerSettings.of(4, 8, 0);
    FloorTracks tracks = new FloorTracks(4);
    Looks looks = new Looks(4, 40, 0);
    CameraEvidence[] open = new CameraEvidence[40];
    double[] far = new double[open.length];
    for (int v = 0; v < open.length; v++) {
      double x = 4 * random.nextDouble() - 2;
      double y = 4 * random.nextDouble() - 2;
      open[v] = new CameraEvidence(v, above(x, y), FloorSight.OPEN, looks, tracks, settings);
      far[v] = Math.hypot(x, y);
    }
    int slot = tracks.begin(0);
    tracks.state[PersonFilter.STATE * slot] = 0;
    tracks.state[PersonFilter.STATE * slot + 1] = 0;
    Sightlines sightlines = new Sightlines(tracks);
    sightlines.find(open, open.length, slot);

    List<Integer> all = new ArrayList<>();
    for (int v = 0; v < open.length; v++) {
      if (open[v].covers(0, 0)) {
        all.add(v);
      }
    }
    assertThat(all).as("seed %s", SEED).hasSizeGreaterThan(Sightlines.MOST);
    int[] nearest =
        all.stream()
            .sorted(Comparator.comparingDouble(v -> far[v]))
            .limit(Sightlines.MOST)
            .sorted()
            .mapToInt(v -> v)
            .toArray();
    int[] asked = new int[sightlines.count(slot)];
    Arrays.setAll(asked, m -> sightlines.view(slot, m));
    assertThat(asked).as("seed %s", SEED).isEqualTo(nearest);
  }
}
