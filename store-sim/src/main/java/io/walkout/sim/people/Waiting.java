package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.sim.world.SimStore;
import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does who waits for others: stands, and after a few seconds steps aside if their
 * place before a shelf is wanted.
 */
final class Waiting {
  /** How long one keeps a place that somebody else queues for. */
  private static final double PATIENCE_SECONDS = 5;

  private static final double LOOK_SECONDS = 0.5;

  /** A place so near to one's own is one's own. */
  private static final double SAME_METRES = 0.9;

  /** One steps so far away from it, and keeps so far from others there. */
  private static final double AWAY_METRES = 0.75;

  private static final double APART_METRES = 0.6;

  /** How far aside one looks for a place, and in how many directions. */
  private static final double[] ASIDE_METRES = {0.8, 1.1, 1.4, 1.8, 2.3};

  private static final int DIRECTIONS = 12;

  private final Shopper me;
  private final Ways ways;
  private double begun = Double.NaN;
  private double nextLook;
  private @Nullable Walking walk;
  private boolean aside;

  Waiting(Shopper me, Ways ways) {
    this.me = me;
    this.ways = ways;
  }

  /** Whether they gave up their place. */
  boolean isAside() {
    return aside;
  }

  void step(double seconds, double step) {
    begun = Double.isNaN(begun) ? seconds : begun;
    if (walk != null) {
      walk = walk.step(seconds, step) ? null : walk;
      return;
    }
    if (seconds < nextLook || seconds - begun < PATIENCE_SECONDS) {
      return;
    }
    nextLook = seconds + LOOK_SECONDS;
    FloorPoint wanted = me.scene().queues().wantedNear(me, aside ? APART_METRES : SAME_METRES);
    if (wanted == null) {
      return;
    }
    aside = true;
    me.hold(null);
    ways.leavePlace();
    FloorPoint to = roomAsideOf(wanted);
    walk = to == null ? null : new Walking(me, to, false);
  }

  /** The nearest place where they are in nobody's way; null if there is none. */
  private @Nullable FloorPoint roomAsideOf(FloorPoint wanted) {
    SimStore shop = me.scene().shop();
    FloorMap floor = shop.floor();
    for (double far : ASIDE_METRES) {
      for (int k = 0; k < DIRECTIONS; k++) {
        double towards = 2 * Math.PI * k / DIRECTIONS;
        FloorPoint to =
            new FloorPoint(
                me.x + far * StrictMath.cos(towards), me.y + far * StrictMath.sin(towards));
        if (to.distanceTo(wanted) > AWAY_METRES
            && floor.isReachable(to.x(), to.y())
            && me.scene().room(me, to) > APART_METRES
            && isFree(to)) {
          return to;
        }
      }
    }
    return null;
  }

  private boolean isFree(FloorPoint place) {
    for (Shopper other : me.scene().shoppers()) {
      if (other != me && other.isVisible() && other.at().distanceTo(place) < APART_METRES) {
        return false;
      }
    }
    return true;
  }
}
