package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;

/**
 * Something on wheels that somebody pushes before them: it keeps an arm's length, follows their
 * turns like a thing with mass, and is swung aside where a fixture is in its way, as a pram is
 * parked beside who stands at a shelf. Others walk around it. Stepped by its pusher.
 */
final class Pushed {
  /** How fast it swings around its pusher. */
  private static final double TURN_RADIANS_PER_SECOND = 3;

  /** Directions tried to either side until one is free. */
  private static final int TURNS = 12;

  private static final double TURN_STEP = Math.PI / TURNS;

  /** At its nearest it stands so much of its distance away. */
  private static final double NEAREST_SHARE = 0.7;

  /** At its farthest, around a corner, so much. */
  private static final double MOST_SHARE = 1.2;

  /** It begins to swing aside while what is in its way is so far off. */
  private static final double AHEAD_SHARE = 1.4;

  private final double[] middle = new double[2];
  private final Prop.Kind kind;
  private final int rgb;
  private final double lengthMetres;
  private final double widthMetres;
  private final double heightMetres;
  private final double distanceMetres;
  private double direction;
  private double share = 1;
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

  /** Puts it before its pusher. */
  void place(Shopper pusher) {
    direction = pusher.heading();
    settle(pusher);
  }

  /** Goes along with its pusher. */
  void step(Shopper pusher, double step) {
    FloorMap floor = pusher.scene().shop().floor();
    double wanted = pusher.heading();
    if (pusher.isInside()) {
      wanted = freeDirection(floor, pusher, wanted);
    }
    double off = Math.IEEEremainder(wanted - direction, 2 * Math.PI);
    double most = TURN_RADIANS_PER_SECOND * step;
    direction += Math.clamp(off, -most, most);
    double roomy = pusher.isInside() && !isFree(floor, pusher, direction, 1) ? NEAREST_SHARE : 1;
    share += Math.clamp(roomy - share, -step, step);
    double wasX = x;
    double wasY = y;
    settle(pusher);
    if (floor.isFree(wasX, wasY)) {
      roundCorners(floor, pusher, wasX, wasY);
    }
    double speed = StrictMath.hypot(x - wasX, y - wasY) / step;
    if (speed > 0) {
      pusher.scene().shelves().trolley(x, y, speed);
    }
  }

  /** Its wheels go around what its pusher walks around, unless that would tear it away. */
  private void roundCorners(FloorMap floor, Shopper pusher, double wasX, double wasY) {
    middle[0] = wasX;
    middle[1] = wasY;
    floor.slide(middle, x - wasX, y - wasY);
    double far = StrictMath.hypot(middle[0] - pusher.x, middle[1] - pusher.y);
    if (far < MOST_SHARE * distanceMetres && far > NEAREST_SHARE * distanceMetres) {
      x = middle[0];
      y = middle[1];
    } else if (!isFree(floor, pusher, direction, share)) {
      // No room to swing it slowly: it is pulled around in one go.
      direction = freeDirection(floor, pusher, direction);
      share = 1;
      settle(pusher);
    }
  }

  private double freeDirection(FloorMap floor, Shopper pusher, double wanted) {
    for (int k = 0; k <= TURNS; k++) {
      // First towards the side where it is already.
      double side = Math.IEEEremainder(direction - wanted, 2 * Math.PI) < 0 ? -1 : 1;
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

  private void settle(Shopper pusher) {
    double d = distanceMetres * share;
    x = pusher.x + d * StrictMath.cos(direction);
    y = pusher.y + d * StrictMath.sin(direction);
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
