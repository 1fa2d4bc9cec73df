package io.walkout.bench.realism;

import io.walkout.bench.realism.plates.Handling;
import io.walkout.ingest.recording.Truth;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A moment of both visits at which the shopper is at about the same place.
 *
 * @param what what happens then
 * @param realSeconds when, on the recording's scale
 * @param realAt where its shopper is
 * @param simulatedSeconds when, on the simulation's scale
 * @param simulatedAt where the simulated shopper is
 */
record Moment(
    String what,
    double realSeconds,
    FloorPoint realAt,
    double simulatedSeconds,
    FloorPoint simulatedAt) {
  /** How far the two stand from each other. */
  double apartMetres() {
    return realAt.distanceTo(simulatedAt);
  }

  /**
   * Moments to look at: each take and put-back, and the middle of each way between them, from
   * coming in to going out. A way's middle is matched by place, within the same way.
   */
  static List<Moment> toLookAt(Side real, Side simulated) {
    List<Moment> moments = new ArrayList<>();
    if (real.trail().isEmpty() || simulated.trail().isEmpty()) {
      return moments;
    }
    int handlings = Math.min(real.handlings().size(), simulated.handlings().size());
    for (int n = 0; n <= handlings; n++) {
      double from = start(real, n);
      double to = end(real, n, handlings);
      way(real, simulated, (from + to) / 2, n, handlings, "on the way").ifPresent(moments::add);
      if (n < handlings) {
        moments.add(handling(real, simulated, n));
      }
    }
    return moments;
  }

  /** Pairs of moments every half second at which they stand within a quarter metre. */
  static List<Moment> atOnePlace(Side real, Side simulated) {
    List<Moment> moments = new ArrayList<>();
    if (real.trail().isEmpty() || simulated.trail().isEmpty()) {
      return moments;
    }
    int handlings = Math.min(real.handlings().size(), simulated.handlings().size());
    for (int n = 0; n <= handlings; n++) {
      for (double s = start(real, n); s < end(real, n, handlings); s += 0.5) {
        way(real, simulated, s, n, handlings, "same place")
            .filter(m -> m.apartMetres() < 0.25)
            .ifPresent(moments::add);
      }
    }
    return moments;
  }

  private static Moment handling(Side real, Side simulated, int n) {
    Handling mine = real.handlings().get(n);
    Handling theirs = simulated.handlings().get(n);
    Trail a = real.trail();
    Trail b = simulated.trail();
    int i = a.nearest(mine.seconds());
    int k = b.nearest(theirs.seconds());
    return new Moment(
        mine.kind() == Truth.Event.Kind.TAKE ? "a take" : "a put-back",
        mine.seconds(),
        new FloorPoint(a.x(i), a.y(i)),
        theirs.seconds(),
        new FloorPoint(b.x(k), b.y(k)));
  }

  private static Optional<Moment> way(
      Side real, Side simulated, double seconds, int n, int handlings, String what) {
    Trail a = real.trail();
    Trail b = simulated.trail();
    int i = a.nearest(seconds);
    int k = b.alike(a, i, start(simulated, n), end(simulated, n, handlings));
    if (k < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Moment(
            what,
            a.seconds(i),
            new FloorPoint(a.x(i), a.y(i)),
            b.seconds(k),
            new FloorPoint(b.x(k), b.y(k))));
  }

  private static double start(Side side, int n) {
    return n == 0 ? side.trail().seconds(0) : side.handlings().get(n - 1).seconds();
  }

  private static double end(Side side, int n, int handlings) {
    Trail trail = side.trail();
    return n == handlings ? trail.seconds(trail.count() - 1) : side.handlings().get(n).seconds();
  }
}
