package io.walkout.tracker.person;

import io.walkout.store.Door;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.FloorSegment;

/** An exit with its inner and outer side: who is on the way out. Immutable. */
final class Threshold {
  /** So far beside the threshold's ends one may still be seen to pass, metres. */
  private static final double BESIDE = 0.4;

  /** Past the threshold by this, metres, is outside: more than the error of a place. */
  private static final double PAST = 0.1;

  /** Somebody further outside went on there, metres. */
  private static final double FARTHEST_OUT = 1.5;

  /** Who comes back in faster than this, metres per second, isn't leaving. */
  private static final double BACK_SPEED = 0.3;

  /** Who walks out is at least so fast, metres per second; one who lingers isn't. */
  static final double OUT_SPEED = 0.4;

  /** Who walks out is a step from the threshold when last seen, metres and seconds. */
  private static final double STEP_METRES = 0.8;

  private static final double STEP_SECONDS = 1;

  /** Steps to both sides of the threshold at which the floor is asked which is inside, metres. */
  private static final double[] PROBES = {0.2, 0.5, 1, 2};

  private final Door door;
  private final double middleX;
  private final double middleY;
  private final double halfLength;
  private final double alongX;
  private final double alongY;
  private final double outX;
  private final double outY;

  Threshold(Door door, FloorPolygon floor) {
    this.door = door;
    FloorSegment line = door.threshold();
    double dx = line.b().x() - line.a().x();
    double dy = line.b().y() - line.a().y();
    double length = Math.hypot(dx, dy);
    middleX = (line.a().x() + line.b().x()) / 2;
    middleY = (line.a().y() + line.b().y()) / 2;
    halfLength = length / 2;
    alongX = length > 0 ? dx / length : 1;
    alongY = length > 0 ? dy / length : 0;
    double sign = outwards(floor) ? 1 : -1;
    outX = sign * -alongY;
    outY = sign * alongX;
  }

  /** Whether the left of the line from a to b is outside. */
  private boolean outwards(FloorPolygon floor) {
    for (double step : PROBES) {
      boolean left = floor.contains(middleX - step * alongY, middleY + step * alongX);
      boolean right = floor.contains(middleX + step * alongY, middleY - step * alongX);
      if (left != right) {
        return right;
      }
    }
    double toCentreX = (floor.minX() + floor.maxX()) / 2 - middleX;
    double toCentreY = (floor.minY() + floor.maxY()) / 2 - middleY;
    return toCentreX * -alongY + toCentreY * alongX < 0;
  }

  Door door() {
    return door;
  }

  double distanceTo(double x, double y) {
    return door.threshold().distanceTo(x, y);
  }

  /** Whether somebody, when last seen, was past the threshold or about to step over it. */
  boolean isBeingLeftBy(Trail trail) {
    double dx = trail.x(trail.last()) - middleX;
    double dy = trail.y(trail.last()) - middleY;
    double outside = dx * outX + dy * outY;
    double speed = trail.speedAlong(outX, outY);
    double along = dx * alongX + dy * alongY;
    if (outside > PAST) {
      return outside < FARTHEST_OUT && speed > -BACK_SPEED && passes(along);
    }
    double seconds = -outside / Math.max(speed, OUT_SPEED);
    return speed >= OUT_SPEED
        && -outside <= STEP_METRES
        && seconds <= STEP_SECONDS
        && passes(along + Math.max(0, seconds) * trail.speedAlong(alongX, alongY));
  }

  private boolean passes(double along) {
    return Math.abs(along) <= halfLength + BESIDE;
  }
}
