package io.walkout.tracker.attend;

import io.walkout.store.signal.Detections;
import java.util.Arrays;

/**
 * What attention remembers of each track of one camera: how it moves, and when it was last
 * searched, posed and looked at closely. As many as a picture has boxes; beyond that the one unseen
 * for longest is forgotten, and begins anew if it comes back. One thread.
 */
final class TrackMemory {
  private static final int CAPACITY = Detections.CAPACITY;
  private static final long NEVER = Long.MIN_VALUE / 2;

  /** Share of the way that a velocity follows a new displacement; three looks. */
  private static final float FOLLOW = 0.5f;

  private final int[] number = new int[CAPACITY];
  private final long[] seenNanos = new long[CAPACITY];
  private final float[] middleX = new float[CAPACITY];
  private final float[] middleY = new float[CAPACITY];

  /** Pixels per second. */
  final float[] speedX = new float[CAPACITY];

  final float[] speedY = new float[CAPACITY];

  /** Searches that found it. */
  final int[] searches = new int[CAPACITY];

  final long[] posedNanos = new long[CAPACITY];
  final long[] lookedNanos = new long[CAPACITY];
  final int[] looks = new int[CAPACITY];

  /** Since when it has been seen without a long gap. */
  final long[] backNanos = new long[CAPACITY];

  private int used;

  /** Slot of a track, made if need be. */
  int slot(int track) {
    int oldest = 0;
    for (int k = 0; k < used; k++) {
      if (number[k] == track) {
        return k;
      }
      oldest = seenNanos[k] < seenNanos[oldest] ? k : oldest;
    }
    int k = used < CAPACITY ? used++ : oldest;
    number[k] = track;
    seenNanos[k] = NEVER;
    speedX[k] = 0;
    speedY[k] = 0;
    searches[k] = 0;
    posedNanos[k] = NEVER;
    lookedNanos[k] = NEVER;
    looks[k] = 0;
    backNanos[k] = NEVER;
    return k;
  }

  /** A search found the track's box; its slot. */
  int seen(int track, Detections in, int i, long nanos, long gapNanos) {
    int k = slot(track);
    float x = in.boxes[4 * i] + in.boxes[4 * i + 2] / 2;
    float y = in.boxes[4 * i + 1] + in.boxes[4 * i + 3] / 2;
    long gap = nanos - seenNanos[k];
    if (searches[k] > 0 && gap > 0 && gap <= gapNanos) {
      float seconds = gap * 1e-9f;
      speedX[k] += FOLLOW * ((x - middleX[k]) / seconds - speedX[k]);
      speedY[k] += FOLLOW * ((y - middleY[k]) / seconds - speedY[k]);
    } else if (gap != 0) {
      speedX[k] = 0;
      speedY[k] = 0;
      backNanos[k] = nanos;
    }
    middleX[k] = x;
    middleY[k] = y;
    seenNanos[k] = nanos;
    searches[k]++;
    return k;
  }

  /** Forgets everybody. */
  void clear() {
    Arrays.fill(number, 0, used, 0);
    used = 0;
  }
}
