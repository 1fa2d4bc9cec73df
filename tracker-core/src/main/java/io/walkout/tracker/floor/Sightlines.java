package io.walkout.tracker.floor;

/**
 * Which of a moment's cameras may see whom: from a coarse map of the floor that each camera has of
 * what it sees, so that in a large shop a person costs what the few cameras around cost. Of more
 * than {@link #MOST} cameras the nearest are asked; the others see the person in vain.
 */
final class Sightlines {
  /** Most cameras asked about one person. */
  static final int MOST = 12;

  private final FloorTracks tracks;
  private final int[] views;
  private final int[] counts;

  /** Of the cameras found so far, how far each is, squared: worked out once a camera and person. */
  private final double[] squares = new double[MOST];

  Sightlines(FloorTracks tracks) {
    this.tracks = tracks;
    views = new int[tracks.capacity * MOST];
    counts = new int[tracks.capacity];
  }

  /** Finds the cameras of a slot, in the order of {@code open}. */
  void find(CameraEvidence[] open, int opened, int slot) {
    double x = tracks.state[PersonFilter.STATE * slot];
    double y = tracks.state[PersonFilter.STATE * slot + 1];
    int at = MOST * slot;
    int n = 0;
    int far = -1;
    for (int v = 0; v < opened; v++) {
      if (!open[v].covers(x, y)) {
        continue;
      }
      double square = open[v].squareDistance(x, y);
      if (n == MOST) {
        far = far < 0 ? farthest() : far;
        if (square >= squares[far]) {
          continue;
        }
        System.arraycopy(views, at + far + 1, views, at + far, MOST - far - 1);
        System.arraycopy(squares, far + 1, squares, far, MOST - far - 1);
        n--;
        far = -1;
      }
      squares[n] = square;
      views[at + n++] = v;
    }
    counts[slot] = n;
  }

  private int farthest() {
    int far = 0;
    for (int m = 1; m < MOST; m++) {
      if (squares[m] > squares[far]) {
        far = m;
      }
    }
    return far;
  }

  /** Whether an open camera is among a slot's. */
  boolean includes(int slot, int view) {
    for (int m = 0; m < counts[slot]; m++) {
      if (views[MOST * slot + m] == view) {
        return true;
      }
    }
    return false;
  }

  int count(int slot) {
    return counts[slot];
  }

  /** Index among the open cameras of the slot's camera {@code m}. */
  int view(int slot, int m) {
    return views[MOST * slot + m];
  }
}
