package io.walkout.node.score;

import io.walkout.store.geometry.FloorPoint;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where one visit stood, as a run logged it. One thread. */
final class VisitTrack {
  private final TreeMap<Long, FloorPoint> points = new TreeMap<>();

  void add(long nanos, FloorPoint at) {
    points.put(nanos, at);
  }

  /**
   * Where it stood at a time: on the straight line between the positions logged before and after,
   * if those are not farther apart than that; else nowhere known.
   */
  Optional<FloorPoint> between(long nanos, long mostNanos) {
    Map.Entry<Long, FloorPoint> before = points.floorEntry(nanos);
    Map.Entry<Long, FloorPoint> after = points.ceilingEntry(nanos);
    if (before == null || after == null || after.getKey() - before.getKey() > mostNanos) {
      return Optional.empty();
    }
    long span = after.getKey() - before.getKey();
    double share = span == 0 ? 0 : (double) (nanos - before.getKey()) / span;
    FloorPoint a = before.getValue();
    FloorPoint b = after.getValue();
    return Optional.of(
        new FloorPoint(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())));
  }

  /** The logged position nearest in time, if it is no farther from it than that. */
  Optional<FloorPoint> near(long nanos, long mostNanos) {
    Map.Entry<Long, FloorPoint> before = points.floorEntry(nanos);
    Map.Entry<Long, FloorPoint> after = points.ceilingEntry(nanos);
    long toBefore = before == null ? Long.MAX_VALUE : nanos - before.getKey();
    long toAfter = after == null ? Long.MAX_VALUE : after.getKey() - nanos;
    if (Math.min(toBefore, toAfter) > mostNanos) {
      return Optional.empty();
    }
    return Optional.ofNullable(toBefore <= toAfter ? before : after).map(Map.Entry::getValue);
  }
}
