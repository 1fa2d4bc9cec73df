package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;

/**
 * Something on wheels that somebody pushes before them: it keeps an arm's length, follows their
 * turns like a thing with mass, and is swung aside where a fixture is in its way, as a pram is
 * parked beside who stands at a shelf. Where there is no room to swing it, its pusher waits for it.
 * Others walk around it. Stepped by its pusher.
 */
final class Pushed {
  /** How fast it swings around its pusher, and turns at most. */
  static final double TURN_RADIANS_PER_SECOND = 2.5;

  /** It never rolls faster: a walk, and a swing around who walks. */
  static final double MOST_METRES_PER_SECOND = 3;

  /** Its pusher slows down when it is so far from where it should be, and stands at the second. */
  private static final double SLOW_METRES = 0.06;

  private static final double WAIT_METRES = 0.16;

  /** Stuck for so long, it is lifted past the corner that holds it. */
  private static final double STUCK_SECONDS = 2;

  /** Directions tried to either side until one is free. */
  private static final int TURNS = 12;

  private static final double TURN_STEP = Math.PI / TURNS;

  /** At its nearest it stands so much of its distance away. */
  private static final double NEAREST_SHARE = 0.7;

  /** It begins to swing aside while what is in its way is so far off. */
  private static final double AHEAD_SHARE = 1.4;

  private final double[] middle = new double[2];
  private final Prop.Kind kind;
  private final int rgb;
  private final double lengthMetres;
  private final double widthMetres;
  private final double heightMetres;
  private final double distanceMetres;
  private double bearing;
  private double direction;
  private double share = 1;
  private double lagMetres;
  private double stuckSeconds;
  double x;
  double y;

  /** Something of a kind; only prams and trolleys have wheels. */
  Pushed(Prop.Kind kind, int rgb) {
    this.kind = kind;
    this.rgb = rgb;
    switch (kind) {
      case PRAM -> {
        lengthMetres = 0.85;
        widthMetres = 0.55;
        heightMetres = 1.0;
      }
      case TROLLEY -> {
        lengthMetres = 0.9;
        widthMetres = 0.55;
        heightMetres = 1.1;
      }
      default -> throw new IllegalArgumentException("nobody pushes a " + kind);
    }
    distanceMetres = 0.3 + lengthMetres / 2;
  }

  /** Half its width: it may be passed so near. */
  double radiusMetres() {
    return widthMetres / 2 + 0.06;
  }

  /** What of its pusher's wish to move is possible: 1 all, 0 if they have to wait for it. */
  double freedom() {
    return Math.clamp((WAIT_METRES - lagMetres) / (WAIT_METRES - SLOW_METRES), 0, 1);
  }

  /** Puts it before its pusher. */
  void place(Shopper pusher) {
    bearing = pusher.heading();
    direction = bearing;
    x = pusher.x + distanceMetres * StrictMath.cos(bearing);
    y = pusher.y + distanceMetres * StrictMath.sin(bearing);
  }

  /** Goes along with its pusher. */
  void step(Shopper pusher, double step) {
    FloorMap floor = pusher.scene().shop().floor();
    boolean walled = pusher.isInside() && !pusher.feet().isThroughDoor();
    swing(floor, pusher, step, walled);
    double roomy = walled && !isFree(floor, pusher, bearing, 1) ? NEAREST_SHARE : 1;
    share += Math.clamp(roomy - share, -step, step);
    double wasX = x;
    double wasY = y;
    roll(floor, pusher, step, walled && stuckSeconds < STUCK_SECONDS);
    boolean stuck = lagMetres > WAIT_METRES || (stuckSeconds >= STUCK_SECONDS && lagMetres > 0.01);
    stuckSeconds = stuck ? stuckSeconds + step : 0;
    double off =
        Math.IEEEremainder(StrictMath.atan2(y - pusher.y, x - pusher.x) - direction, 2 * Math.PI);
    double most = TURN_RADIANS_PER_SECOND * step;
    direction += Math.clamp(off, -most, most);
    double speed = StrictMath.hypot(x - wasX, y - wasY) / step;
    if (speed > 0) {
      pusher.scene().shelves().trolley(x, y, speed);
    }
  }

  /** Swings towards where its pusher looks, or beside that; around the way that is free. */
  private void swing(FloorMap floor, Shopper pusher, double step, boolean walled) {
    double wanted = pusher.heading();
    if (walled) {
      wanted = freeDirection(floor, pusher, wanted);
    }
    double off = Math.IEEEremainder(wanted - bearing, 2 * Math.PI);
    if (walled && !isWayFree(floor, pusher, off)) {
      double around = off > 0 ? off - 2 * Math.PI : off + 2 * Math.PI;
      off = isWayFree(floor, pusher, around) ? around : off;
    }
    double most = TURN_RADIANS_PER_SECOND * step;
    bearing += Math.clamp(off, -most, most);
  }

  private boolean isWayFree(FloorMap floor, Shopper pusher, double turn) {
    int parts = (int) Math.ceil(Math.abs(turn) / TURN_STEP);
    for (int k = 1; k < parts; k++) {
      if (!isFree(floor, pusher, bearing + turn * k / parts, NEAREST_SHARE)) {
        return false;
      }
    }
    return true;
  }

  /** Its wheels follow, no faster than they roll, and slide along what is in their way. */
  private void roll(FloorMap floor, Shopper pusher, double step, boolean walled) {
    double toX = pusher.x + distanceMetres * share * StrictMath.cos(bearing);
    double toY = pusher.y + distanceMetres * share * StrictMath.sin(bearing);
    double far = StrictMath.hypot(toX - x, toY - y);
    double part = Math.min(1, MOST_METRES_PER_SECOND * step / Math.max(far, 1e-9));
    middle[0] = x;
    middle[1] = y;
    double dx = part * (toX - x);
    double dy = part * (toY - y);
    if (walled) {
      floor.slide(middle, dx, dy);
    } else {
      middle[0] += dx;
      middle[1] += dy;
    }
    x = middle[0];
    y = middle[1];
    lagMetres = StrictMath.hypot(toX - x, toY - y);
  }

  private double freeDirection(FloorMap floor, Shopper pusher, double wanted) {
    for (int k = 0; k <= TURNS; k++) {
      // First towards the side where it is already.
      double side = Math.IEEEremainder(bearing - wanted, 2 * Math.PI) < 0 ? -1 : 1;
      for (int s = 0; s < 2; s++) {
        double candidate = wanted + side * k * TURN_STEP;
        if (isFree(floor, pusher, candidate, 1) && isFree(floor, pusher, candidate, AHEAD_SHARE)) {
          return candidate;
        }
        side = -side;
      }
    }
    return wanted;
  }

  private boolean isFree(FloorMap floor, Shopper pusher, double towards, double far) {
    double d = distanceMetres * far;
    return floor.clearance(
            pusher.x + d * StrictMath.cos(towards), pusher.y + d * StrictMath.sin(towards))
        >= widthMetres / 2;
  }

  /** As cameras see it now. */
  Prop prop() {
    double c = StrictMath.cos(direction);
    double s = StrictMath.sin(direction);
    double cornerX = x - c * lengthMetres / 2 + s * widthMetres / 2;
    double cornerY = y - s * lengthMetres / 2 - c * widthMetres / 2;
    return new Prop(
        kind,
        new OrientedBox(
            new RigidTransform(
                new double[] {c, 0 - s, 0, s, c, 0, 0, 0, 1}, new Vec3(cornerX, cornerY, 0)),
            new Vec3(lengthMetres, widthMetres, heightMetres)),
        rgb);
  }
}
