package io.walkout.tracker.floor;

/**
 * How much of each person's box in a picture is behind the boxes of people nearer to the camera.
 */
final class Occlusion {
  private final FloorTracks tracks;

  Occlusion(FloorTracks tracks) {
    this.tracks = tracks;
  }

  /** By everybody held to be there: what is expected before a picture is looked at. */
  void byPeople(CameraEvidence c) {
    for (int i = 0; i < c.presentCount(); i++) {
      int a = c.present(i);
      if (c.visible[a] > 0 && tracks.firm(a)) {
        double open = 1;
        for (int k = 0; k < c.presentCount(); k++) {
          int b = c.present(k);
          if (b != a && c.visible[b] > 0 && tracks.firm(b)) {
            open -= share(c.expected, UprightBody.LENGTH * a, UprightBody.LENGTH * b);
          }
        }
        c.covered[a] = 1 - Math.max(open, 0);
      }
    }
  }

  /**
   * By those whose box the picture has: who isn't seen hides nobody, or people who are gone would
   * vouch for each other.
   */
  void bySeen(CameraEvidence c) {
    for (int i = 0; i < c.presentCount(); i++) {
      bySeen(c, c.present(i));
    }
  }

  /** The same for one slot. */
  void bySeen(CameraEvidence c, int slot) {
    if (c.visible[slot] <= 0) {
      return;
    }
    double open = 1;
    for (int k = 0; k < c.presentCount(); k++) {
      int b = c.present(k);
      if (b != slot && c.boxOf[b] >= 0 && c.visible[b] > 0) {
        open -= share(c.expected, UprightBody.LENGTH * slot, UprightBody.LENGTH * b);
      }
    }
    c.covered[slot] = 1 - Math.max(open, 0);
  }

  /** Share of a's box that b, if nearer, covers. */
  private static double share(double[] expected, int a, int b) {
    if (expected[b + UprightBody.DISTANCE] >= expected[a + UprightBody.DISTANCE]) {
      return 0;
    }
    double halfA = expected[a + UprightBody.HALF_WIDTH];
    double halfB = expected[b + UprightBody.HALF_WIDTH];
    double w =
        Math.min(expected[a] + halfA, expected[b] + halfB)
            - Math.max(expected[a] - halfA, expected[b] - halfB);
    if (w <= 0) {
      return 0;
    }
    double h =
        Math.min(expected[a + 2 * UprightBody.EDGE], expected[b + 2 * UprightBody.EDGE])
            - Math.max(expected[a + UprightBody.EDGE], expected[b + UprightBody.EDGE]);
    double tall = expected[a + 2 * UprightBody.EDGE] - expected[a + UprightBody.EDGE];
    return h <= 0 || tall <= 0 ? 0 : w * h / (2 * halfA * tall);
  }
}
