package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.Hindsight;
import io.walkout.store.signal.PoseSet;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Detections and poses that wait until nothing earlier can come, in order of capture; those of the
 * same moment in order of arrival. Bounded. Observations are reused. Single-threaded.
 */
final class ObservationBuffer {
  /** What one camera or one other tracker saw at one moment. */
  static final class Observation {
    boolean poses;
    int camera;
    long captureNanos;
    final Detections detections = new Detections();
    final PoseSet targets = new PoseSet();
  }

  private final Observation[] waiting;
  private final ArrayDeque<Observation> spare = new ArrayDeque<>();
  private int first;
  private int count;

  ObservationBuffer(int capacity) {
    waiting = new Observation[capacity];
  }

  boolean full() {
    return count == waiting.length;
  }

  /** Capture time of the earliest, or {@link Long#MAX_VALUE} if there is none. */
  long earliestNanos() {
    return count == 0 ? Long.MAX_VALUE : waiting[first].captureNanos;
  }

  /** Copies what a slot holds. The buffer must not be full. */
  void add(StoreEvent e) {
    Observation o = spare.isEmpty() ? new Observation() : spare.pop();
    o.poses = e.kind == StoreEvent.Kind.POSES;
    o.camera = e.camera;
    o.captureNanos = e.captureNanos;
    if (o.poses) {
      o.targets.copyFrom(e.poses);
    } else {
      o.detections.copyFrom(e.detections);
    }
    int at = count++;
    while (at > 0 && get(at - 1).captureNanos > o.captureNanos) {
      set(at, get(at - 1));
      at--;
    }
    set(at, o);
  }

  /**
   * Gives poses found afterwards to the waiting pictures they were taken in; those of a picture
   * that doesn't wait any more, or of a track it doesn't show, are left out.
   *
   * @return rows that found their picture
   */
  int addHindsight(int camera, Hindsight later) {
    int used = 0;
    for (int row = 0; row < later.count; row++) {
      int at = find(camera, later.captureNanos[row]);
      used += at >= 0 && giveJoints(get(at).detections, later, row) ? 1 : 0;
    }
    return used;
  }

  /** The picture of a camera taken at a moment, by bisection; -1 if it doesn't wait. */
  private int find(int camera, long captureNanos) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).captureNanos < captureNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < count && get(i).captureNanos == captureNanos; i++) {
      if (!get(i).poses && get(i).camera == camera) {
        return i;
      }
    }
    return -1;
  }

  private static boolean giveJoints(Detections to, Hindsight later, int row) {
    for (int i = 0; i < to.count; i++) {
      if (to.tracks[i] == later.tracks[row] && to.tracks[i] != 0) {
        System.arraycopy(
            later.joints, row * Detections.POSE, to.joints, i * Detections.POSE, Detections.POSE);
        return true;
      }
    }
    return false;
  }

  /** Takes out the earliest, to be handed to {@link #recycle} when done with. */
  Observation take() {
    Observation o = waiting[first];
    first = (first + 1) % waiting.length;
    count--;
    return o;
  }

  /** Takes an observation back for reuse. */
  void recycle(Observation o) {
    Arrays.fill(o.targets.targetIds, 0, o.targets.count, "");
    spare.push(o);
  }

  private Observation get(int i) {
    return waiting[(first + i) % waiting.length];
  }

  private void set(int i, Observation o) {
    waiting[(first + i) % waiting.length] = o;
  }
}
