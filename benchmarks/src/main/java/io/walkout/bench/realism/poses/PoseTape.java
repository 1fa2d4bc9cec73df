package io.walkout.bench.realism.poses;

import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.figure.Quantiles;
import io.walkout.store.EventTime;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stream of poses: how often, how late, how steady, how whole. Single-threaded. */
public final class PoseTape {
  private static final String POSES = "Poses";

  /** Sets closer than this are one moment told twice. */
  private static final double TWICE_SECONDS = 0.05;

  /** Sets further apart than this have a gap between them. */
  private static final double GAP_SECONDS = 0.16;

  private final List<Long> captures = new ArrayList<>();
  private final List<Double> late = new ArrayList<>();
  private final List<Double> jitter = new ArrayList<>();
  private final Map<String, List<Head>> heads = new HashMap<>();
  private long joints;
  private long lost;
  private long wrists;
  private long lostWrists;
  private long empty;

  private record Head(double seconds, float x, float y, float z) {}

  /** An empty stream. */
  public PoseTape() {}

  /** Takes in everybody's joints at one moment; nothing of it is kept. */
  public void add(PoseSet set, long captureNanos, long arrivalNanos) {
    captures.add(captureNanos);
    late.add(EventTime.secondsBetween(captureNanos, arrivalNanos));
    empty += set.count == 0 ? 1 : 0;
    for (int i = 0; i < set.count; i++) {
      for (Joint joint : Joint.values()) {
        int k = i * Joint.COUNT + joint.ordinal();
        boolean gone = Float.isNaN(set.x[k]);
        boolean wrist = joint == Joint.LEFT_WRIST || joint == Joint.RIGHT_WRIST;
        joints++;
        lost += gone ? 1 : 0;
        wrists += wrist ? 1 : 0;
        lostWrists += gone && wrist ? 1 : 0;
      }
      int head = i * Joint.COUNT + Joint.HEAD.ordinal();
      if (!Float.isNaN(set.x[head])) {
        follow(
            heads.computeIfAbsent(set.targetIds[i], t -> new ArrayList<>()),
            new Head(captureNanos / 1e9, set.x[head], set.y[head], set.z[head]));
      }
    }
  }

  /** Second difference of a head over three even moments: sigma times root six for white noise. */
  private void follow(List<Head> path, Head now) {
    if (!path.isEmpty() && now.seconds - path.getLast().seconds < TWICE_SECONDS) {
      return;
    }
    path.add(now);
    if (path.size() > 3) {
      path.removeFirst();
    }
    if (path.size() == 3 && now.seconds - path.getFirst().seconds < 2 * GAP_SECONDS) {
      Head a = path.getFirst();
      Head b = path.get(1);
      jitter.add(Math.abs(a.x - 2 * b.x + now.x) / Math.sqrt(6));
      jitter.add(Math.abs(a.y - 2 * b.y + now.y) / Math.sqrt(6));
      jitter.add(Math.abs(a.z - 2 * b.z + now.z) / Math.sqrt(6));
    }
  }

  /** Measures; nothing of an empty stream. */
  public Measured measure() {
    Measured m = new Measured();
    if (captures.size() < 2) {
      return m;
    }
    double length = EventTime.secondsBetween(captures.getFirst(), captures.getLast());
    m.put(POSES, "sets a second", "", (captures.size() - 1) / length);
    m.put(POSES, "late by, median", "s", Quantiles.median(plain(late)));
    m.put(POSES, "sets without anybody", "%", 100.0 * empty / captures.size());
    m.put(POSES, "joints missing", "%", 100.0 * lost / Math.max(1, joints));
    m.put(POSES, "wrists missing", "%", 100.0 * lostWrists / Math.max(1, wrists));
    m.put(POSES, "jitter of a head, an axis", "cm", 148.26 * Quantiles.median(plain(jitter)));
    return m;
  }

  private static double[] plain(List<Double> values) {
    return Arrays.copyOf(values.stream().mapToDouble(Double::doubleValue).toArray(), values.size());
  }
}
