package io.walkout.tracker.attend;

import io.walkout.store.signal.Detections;

/**
 * When the next picture is to be searched: at once while something is unsure (a box without a
 * track, a new or just lost track, people about to cross, a box that couldn't be followed), after
 * the time in which the fastest track moves by a share of its width, and never later than the
 * settings say. One thread.
 */
final class LookPlan {
  /** Searches that a new track is given one after the other. */
  private static final int NEW_SEARCHES = 4;

  /** People nearer than this share of a width are about to cross. */
  private static final float NEAR = 0.25f;

  /** A box with this score may become a track. */
  static final float HOPEFUL = 0.6f;

  /** What each search that finds nobody adds to the time until a change is searched again. */
  private static final long PATIENCE = 20_000_000L;

  /** Searches one after the other that a lost track is worth. */
  private static final int LOST_SEARCHES = 3;

  private final AttentionSettings settings;
  private long dueNanos = Long.MIN_VALUE;
  private long searchedNanos = Long.MIN_VALUE / 2;
  private long patience;
  private int tracked;
  private int lostSearches;

  LookPlan(AttentionSettings settings) {
    this.settings = settings;
  }

  /** Whether a picture is to be searched; {@code differs} from the last empty one. */
  boolean due(long nanos, boolean differs) {
    boolean news = tracked == 0 && differs && nanos - searchedNanos >= patience;
    return !settings.sparing() || nanos >= dueNanos || news;
  }

  /** Whether the last search found nobody, and nothing like somebody. */
  boolean foundNobody() {
    return tracked == 0 && patience > 0;
  }

  /** The picture after this one is to be searched. */
  void hurry() {
    dueNanos = Long.MIN_VALUE;
  }

  /**
   * A picture was searched.
   *
   * @param found boxes with their tracks
   * @param memory what is known of those tracks
   */
  void searched(long nanos, Detections found, TrackMemory memory) {
    int now = 0;
    boolean hopeful = false;
    for (int i = 0; i < found.count; i++) {
      now += found.tracks[i] != 0 ? 1 : 0;
      hopeful |= found.tracks[i] == 0 && found.scores[i] >= HOPEFUL;
    }
    lostSearches = now < tracked ? LOST_SEARCHES : Math.max(0, lostSearches - 1);
    tracked = now;
    searchedNanos = nanos;
    // What changes and is found to be nobody again and again (a door, a screen) is given more time.
    patience = tracked > 0 || hopeful ? 0 : Math.min(settings.longestNanos(), patience + PATIENCE);
    long wait = tracked == 0 ? settings.idleNanos() : settings.longestNanos();
    if (lostSearches > 0 || hopeful || found.blind) {
      wait = 0;
    }
    for (int i = 0; i < found.count && wait > 0; i++) {
      wait = Math.min(wait, waitFor(found, i, memory));
    }
    dueNanos = nanos + wait;
  }

  private long waitFor(Detections found, int i, TrackMemory memory) {
    if (found.tracks[i] == 0) {
      return settings.longestNanos();
    }
    int k = memory.slot(found.tracks[i]);
    if (memory.searches[k] < NEW_SEARCHES || crosses(found, i)) {
      return 0;
    }
    double speed = Math.hypot(memory.speedX[k], memory.speedY[k]);
    double nanos = 1e9 * settings.step() * found.boxes[4 * i + 2] / Math.max(speed, 1e-3);
    return Math.min(settings.longestNanos(), Math.round(nanos));
  }

  /** Whether a box comes near another one. */
  static boolean crosses(Detections found, int i) {
    for (int j = 0; j < found.count; j++) {
      boolean counts = found.tracks[j] != 0 || found.scores[j] >= HOPEFUL;
      if (j != i && counts && gap(found.boxes, i, j) < NEAR * found.boxes[4 * i + 2]) {
        return true;
      }
    }
    return false;
  }

  /** Pixels between two boxes, the larger of across and down; below 0 where they overlap. */
  private static float gap(float[] b, int i, int j) {
    float across = Math.max(b[4 * i] - b[4 * j] - b[4 * j + 2], b[4 * j] - b[4 * i] - b[4 * i + 2]);
    float down =
        Math.max(
            b[4 * i + 1] - b[4 * j + 1] - b[4 * j + 3], b[4 * j + 1] - b[4 * i + 1] - b[4 * i + 3]);
    return Math.max(across, down);
  }
}
