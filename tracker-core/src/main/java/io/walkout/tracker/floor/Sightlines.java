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
    for (int v = 0; v < opened; v++) {
      if (!open[v].covers(x, y)) {
        continue;
      }
      if (n == MOST) {
        int far = farthest(open, at, x, y);
        if (open[v].distance(x, y) >= open[views[at + far]].distance(x, y)) {
          continue;
        }
        System.arraycopy(views, at + far + 1, views, at + far, MOST - far - 1);
        n--;
      }
      views[at + n++] = v;
    }
    counts[slot] = n;
  }

  private int farthest(CameraEvidence[] open, int at, double x, double y) {
    int far = 0;
    for (int m = 1; m < MOST; m++) {
      if (open[views[at + m]].distance(x, y) > open[views[at + far]].distance(x, y)) {
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
