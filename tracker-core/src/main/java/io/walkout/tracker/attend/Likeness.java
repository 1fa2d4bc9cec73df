package io.walkout.tracker.attend;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Looks;
import java.util.Arrays;

/**
 * Says which earlier tracks, of any camera, somebody looks like. The one thread that knows all
 * cameras: stands between those that look and the journal, takes each event once in the ring's
 * order, and wipes what it has read there. Vectors stay in its memory alone, and die there when
 * their track has not been looked at for {@link #FORGET_NANOS}: visits are known only further down,
 * and nothing flows up.
 */
public final class Likeness {
  /** A track in view is looked at every 15 s; who has left is forgotten this long after. */
  public static final long FORGET_NANOS = 60 * EventTime.SECOND;

  /** Tracks remembered at most; beyond it the one not looked at for longest goes. */
  public static final int CAPACITY = 256;

  /** Nearer in time, two looks of a track are one picture twice. */
  private static final long APART_NANOS = 500 * EventTime.MILLI;

  /** Share of the way that a track's vector follows a new look. */
  private static final float FOLLOW = 0.3f;

  /** Bits of a track's number below its camera's; as {@link Detections#alikeTracks} has it. */
  private static final int CAMERA_SHIFT = 24;

  private final int[] key = new int[CAPACITY];
  private final long[] lookedNanos = new long[CAPACITY];
  private final float[][] vector = new float[CAPACITY][];
  private final LookOdds odds = new LookOdds();
  private int used;

  /** Remembers nobody. */
  public Likeness() {}

  /** Takes an event; writes {@link Detections#alikeTracks} and scores of a frame's. */
  public void onEvent(StoreEvent event) {
    if (event.kind == StoreEvent.Kind.END) {
      while (used > 0) {
        forget(used - 1);
      }
    }
    // Every event forgets, so that nobody is remembered because nobody came after them.
    if (event.watermarkNanos != Long.MIN_VALUE) {
      forgetOld(event.watermarkNanos);
    }
    Looks looks = event.looks;
    if (event.kind != StoreEvent.Kind.FRAME || looks.count == 0) {
      return;
    }
    forgetOld(event.captureNanos);
    for (int row = 0; row < looks.count; row++) {
      compare(event, row);
    }
    for (int row = 0; row < looks.count; row++) {
      remember(event, row);
    }
    looks.wipe();
  }

  private void compare(StoreEvent event, int row) {
    Looks looks = event.looks;
    Detections found = event.detections;
    int box = looks.boxes[row];
    int mine = key(event.camera, found.tracks[box]);
    for (int k = 0; k < used; k++) {
      if (vector[k].length != looks.length) {
        continue; // of another camera's embedder
      }
      double likeness = product(looks, row, vector[k]);
      if (key[k] == mine) {
        if (event.captureNanos - lookedNanos[k] >= APART_NANOS) {
          odds.learn(likeness, true);
        }
      } else if (inPicture(event, key[k])) {
        odds.learn(likeness, false);
      } else {
        insert(found, box, key[k], (float) odds.ratio(likeness));
      }
    }
  }

  private static int key(int camera, int track) {
    return (camera << CAMERA_SHIFT) + track;
  }

  /** Whether a track is in this very picture, and so somebody else. */
  private static boolean inPicture(StoreEvent event, int other) {
    for (int i = 0; i < event.detections.count; i++) {
      int track = event.detections.tracks[i];
      if (track != 0 && key(event.camera, track) == other) {
        return true;
      }
    }
    return false;
  }

  private static double product(Looks looks, int row, float[] other) {
    double sum = 0;
    int at = row * looks.length;
    for (int k = 0; k < other.length; k++) {
      sum += looks.vectors()[at + k] * other[k];
    }
    return sum;
  }

  /** Puts a track among the most alike of a box; equal ones stay in the order of their coming. */
  private static void insert(Detections found, int box, int track, float score) {
    int first = box * Detections.ALIKE;
    int at = first + Detections.ALIKE;
    while (at > first && (found.alikeTracks[at - 1] == 0 || found.alikeScores[at - 1] < score)) {
      at--;
    }
    if (at == first + Detections.ALIKE) {
      return;
    }
    int after = first + Detections.ALIKE - 1 - at;
    System.arraycopy(found.alikeTracks, at, found.alikeTracks, at + 1, after);
    System.arraycopy(found.alikeScores, at, found.alikeScores, at + 1, after);
    found.alikeTracks[at] = track;
    found.alikeScores[at] = score;
  }

  private void remember(StoreEvent event, int row) {
    Looks looks = event.looks;
    int mine = key(event.camera, event.detections.tracks[looks.boxes[row]]);
    int k = 0;
    int oldest = 0;
    while (k < used && key[k] != mine) {
      oldest = lookedNanos[k] < lookedNanos[oldest] ? k : oldest;
      k++;
    }
    if (k == used && used == CAPACITY) {
      forget(oldest);
      k = used;
    }
    if (k == used) {
      used++;
      key[k] = mine;
      vector[k] = Arrays.copyOfRange(looks.vectors(), row * looks.length, (row + 1) * looks.length);
    } else if (vector[k].length == looks.length) {
      follow(vector[k], looks, row);
    }
    lookedNanos[k] = event.captureNanos;
  }

  private static void follow(float[] mean, Looks looks, int row) {
    double norm = 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] += FOLLOW * (looks.vectors()[row * looks.length + i] - mean[i]);
      norm += mean[i] * mean[i];
    }
    float scale = (float) (1 / Math.max(1e-6, Math.sqrt(norm)));
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= scale;
    }
  }

  private void forgetOld(long nanos) {
    for (int k = used - 1; k >= 0; k--) {
      if (nanos - lookedNanos[k] > FORGET_NANOS) {
        forget(k);
      }
    }
  }

  private void forget(int k) {
    Arrays.fill(vector[k], 0);
    used--;
    key[k] = key[used];
    lookedNanos[k] = lookedNanos[used];
    vector[k] = vector[used];
    vector[used] = new float[0];
  }

  /** Tracks remembered now. */
  public int remembered() {
    return used;
  }
}
