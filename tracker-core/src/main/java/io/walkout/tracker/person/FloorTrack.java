package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.tracker.person.CameraView.Spot;

/**
 * One person, or what may become one: a Kalman filter on the floor plan (position and velocity,
 * metres and seconds) and how much each camera speaks for it. Velocity dies away, as people in a
 * shop stop (R. A. Singer's model, 1970, for the velocity). Single-threaded.
 */
final class FloorTrack {
  /** Standard deviation of a shopper's acceleration, metres per second squared. Chosen. */
  private static final double ACCELERATION = 1.5;

  /** Time in which a velocity dies away, seconds. Chosen. */
  private static final double DECAY_SECONDS = 1;

  /** Standard deviation of a new one's velocity, metres per second: walking speed. */
  private static final double FIRST_SPEED = 1;

  /** A position is never less known than this, metres: a shop is not larger. */
  private static final double MOST_SIGMA = 3;

  /**
   * Errors of silhouettes last for many pictures, so that their mean doesn't get better as if they
   * were independent: least standard deviation stated.
   */
  private static final double LEAST_STATED_SIGMA = 0.12;

  /** Most that one camera can say for somebody being there. */
  private static final double MOST_FOR = 2;

  /**
   * Most that one camera can say against somebody new, and against a known person: a new one whom
   * one camera sees and another doesn't is none, a known one is doubtful.
   */
  private static final double MOST_AGAINST_NEW = 2;

  private static final double MOST_AGAINST_KNOWN = 1.5;

  /** What a second of detections at full score says for. */
  private static final double FOR_PER_SECOND = 5;

  /** What a second of looking in vain says against somebody new, and against a known person. */
  private static final double AGAINST_NEW_PER_SECOND = 5;

  private static final double AGAINST_KNOWN_PER_SECOND = 2.5;

  /** A detection with this score or more shows something that moves. */
  static final double LIVELY_SCORE = 0.5;

  /** Detections that move, so near in time, are one stretch of moving. */
  private static final long LIVELY_NANOS = 500 * EventTime.MILLI;

  /**
   * So far people walk and doors don't: what is seen of a leaf 0.9 m wide moves by at most 0.7 m
   * (its middle on a quarter circle) when it swings.
   */
  static final double LEAF_METRES = 1;

  final long firstNanos;
  FloorPoint first;
  private double firstVariance;
  long id;
  long credibleNanos;
  double credibleX;
  double credibleY;
  long unseenNanos;

  /** The last moment at which no camera that could see the place could look. */
  long unlookedNanos = Long.MIN_VALUE;

  int hits;

  /** What the cameras last saw of the body. */
  final JointRays rays;

  final Trail trail = new Trail();

  /** Whom it looks like. */
  final Resemblance looks = new Resemblance();

  private boolean leaving;
  private double outX;
  private double outY;
  private long livelySinceNanos;
  private long livelyNanos;
  private final double[] state;
  private final double[] p = new double[16];
  private final double[] gain = new double[4];
  private final double[] evidence;
  private final long[] hitNanos;
  private long nanos;

  FloorTrack(Spot spot, int camera, long nanos, int cameras) {
    this.nanos = nanos;
    firstNanos = nanos;
    first = new FloorPoint(spot.x, spot.y);
    firstVariance = spot.alongVariance;
    state = new double[] {spot.x, spot.y, 0, 0};
    double xx = square(spot.alongX);
    double xy = spot.alongX * spot.alongY;
    p[0] = xx * spot.alongVariance + (1 - xx) * spot.acrossVariance;
    p[5] = (1 - xx) * spot.alongVariance + xx * spot.acrossVariance;
    p[1] = xy * (spot.alongVariance - spot.acrossVariance);
    p[4] = p[1];
    p[10] = square(FIRST_SPEED);
    p[15] = square(FIRST_SPEED);
    evidence = new double[cameras];
    rays = new JointRays(cameras);
    hitNanos = new long[cameras];
    hitNanos[camera] = nanos;
    livelySinceNanos = nanos;
    livelyNanos = nanos;
    credibleNanos = nanos;
    credibleX = spot.x;
    credibleY = spot.y;
  }

  double x() {
    return state[0];
  }

  double y() {
    return state[1];
  }

  /** Distance to a place, metres. */
  double distanceTo(double toX, double toY) {
    return Math.hypot(state[0] - toX, state[1] - toY);
  }

  /** Standard deviation of x and of y, metres. */
  double sigma() {
    return Math.clamp(Math.sqrt(Math.max(0, p[0] + p[5]) / 2), LEAST_STATED_SIGMA, MOST_SIGMA);
  }

  /** Moves on to a later moment. */
  void predict(long to) {
    double dt = (to - nanos) / 1e9;
    if (dt <= 0) {
      return;
    }
    nanos = to;
    double keep = Math.exp(-dt / DECAY_SECONDS);
    double reach = DECAY_SECONDS * (1 - keep);
    double q = square(ACCELERATION);
    for (int a = 0; a < 2; a++) {
      state[a] += reach * state[a + 2];
      state[a + 2] *= keep;
    }
    transform(reach, keep);
    for (int a = 0; a < 2; a++) {
      p[5 * a] = Math.min(p[5 * a] + q * Math.pow(dt, 4) / 4, square(MOST_SIGMA));
      p[4 * a + a + 2] += q * Math.pow(dt, 3) / 2;
      p[4 * (a + 2) + a] = p[4 * a + a + 2];
      p[5 * (a + 2)] = Math.min(p[5 * (a + 2)] + q * dt * dt, square(FIRST_SPEED));
    }
  }

  /** P = F P F^T for F = [I reach; 0 keep]. */
  private void transform(double reach, double keep) {
    for (int c = 0; c < 4; c++) {
      for (int a = 0; a < 2; a++) {
        p[4 * a + c] += reach * p[4 * (a + 2) + c];
        p[4 * (a + 2) + c] *= keep;
      }
    }
    for (int r = 0; r < 4; r++) {
      for (int a = 0; a < 2; a++) {
        p[4 * r + a] += reach * p[4 * r + a + 2];
        p[4 * r + a + 2] *= keep;
      }
    }
  }

  /** Squared Mahalanobis distance of a spot, plus the log of the area it is expected in. */
  double cost(Spot s) {
    double d2 = distance2(s);
    return d2 + Math.log(determinant(s));
  }

  /** Squared Mahalanobis distance of a spot: chi-square with 2 degrees of freedom if it fits. */
  double distance2(Spot s) {
    double dx = s.x - state[0];
    double dy = s.y - state[1];
    double sxx = p[0] + spread(s, s.alongX * s.alongX);
    double syy = p[5] + spread(s, s.alongY * s.alongY);
    double sxy = p[1] + s.alongX * s.alongY * (s.alongVariance - s.acrossVariance);
    return (syy * dx * dx - 2 * sxy * dx * dy + sxx * dy * dy) / determinant(s);
  }

  private double determinant(Spot s) {
    double sxx = p[0] + spread(s, s.alongX * s.alongX);
    double syy = p[5] + spread(s, s.alongY * s.alongY);
    double sxy = p[1] + s.alongX * s.alongY * (s.alongVariance - s.acrossVariance);
    return Math.max(sxx * syy - sxy * sxy, 1e-9);
  }

  private static double spread(Spot s, double along) {
    return along * s.alongVariance + (1 - along) * s.acrossVariance;
  }

  /**
   * Takes a spot in, one axis of its ellipse after the other. Before birth the place of first sight
   * is the best known yet: the very first is often half of somebody at the picture's border.
   *
   * @param carried whether the spot is only carried on from an earlier picture
   */
  void update(Spot s, int camera, long at, boolean carried) {
    double dx = s.x;
    double dy = s.y;
    scalar(s.alongX, s.alongY, s.alongX * dx + s.alongY * dy, s.alongVariance);
    scalar(-s.alongY, s.alongX, -s.alongY * dx + s.alongX * dy, s.acrossVariance);
    if (carried) {
      return;
    }
    hits++;
    if (s.score >= LIVELY_SCORE) {
      livelySinceNanos = at - livelyNanos > LIVELY_NANOS ? at : livelySinceNanos;
      livelyNanos = at;
    }
    hitNanos[camera] = at;
    if (id == 0 && s.alongVariance < firstVariance) {
      first = new FloorPoint(s.x, s.y);
      firstVariance = s.alongVariance;
    }
  }

  private void scalar(double hx, double hy, double measured, double variance) {
    double innovation = measured - hx * state[0] - hy * state[1];
    double total = variance;
    for (int r = 0; r < 4; r++) {
      gain[r] = p[4 * r] * hx + p[4 * r + 1] * hy;
    }
    total += hx * gain[0] + hy * gain[1];
    for (int r = 0; r < 4; r++) {
      state[r] += gain[r] / total * innovation;
      for (int c = 0; c < 4; c++) {
        p[4 * r + c] -= gain[r] * gain[c] / total;
      }
    }
    // gain is P h before the update; P - (P h)(P h)^T / total is what remains.
  }

  /** A camera has seen it; the weight, 0..1, says how good a witness it is. */
  void seen(int camera, double weight, double seconds) {
    double most = MOST_FOR * weight;
    double raised = evidence[camera] + FOR_PER_SECOND * weight * seconds;
    evidence[camera] =
        evidence[camera] > most
            ? Math.max(most, evidence[camera] - AGAINST_KNOWN_PER_SECOND * seconds)
            : Math.min(most, raised);
  }

  /** A camera looked at the place, seeing that share of it, and found nobody. */
  void missed(int camera, double share, double seconds) {
    double most = id == 0 ? MOST_AGAINST_NEW : MOST_AGAINST_KNOWN;
    double rate = id == 0 ? AGAINST_NEW_PER_SECOND : AGAINST_KNOWN_PER_SECOND;
    evidence[camera] = Math.max(-most, evidence[camera] - rate * share * seconds);
  }

  /** A camera can't see the place; what it said is forgotten by and by. */
  void unjudged(int camera, double seconds) {
    evidence[camera] *= Math.exp(-seconds);
  }

  /** All that the cameras say; above 0 somebody is likely there. */
  double evidence() {
    double sum = 0;
    for (double e : evidence) {
      sum += e;
    }
    return sum;
  }

  /** Cameras that speak clearly for it. */
  int witnesses() {
    int n = 0;
    for (double e : evidence) {
      n += e >= MOST_FOR / 2 ? 1 : 0;
    }
    return n;
  }

  /** Whether a camera that sees the place clearly speaks against it. */
  boolean denied() {
    for (double e : evidence) {
      if (e <= -MOST_FOR / 2) {
        return true;
      }
    }
    return false;
  }

  /** For how long, up to its last moving, it has been seen to move without a break. */
  long livelyForNanos() {
    return livelyNanos - livelySinceNanos;
  }

  /** Whether it was seen to move a moment before. */
  boolean movesAt(long at) {
    return at - livelyNanos <= LIVELY_NANOS;
  }

  /** It was seen walking out, here. */
  void walksOut() {
    leaving = true;
    outX = state[0];
    outY = state[1];
  }

  /** Whether it was seen walking out and hasn't come back in by more than a door's leaf moves. */
  boolean leaving() {
    leaving &= distanceTo(outX, outY) < LEAF_METRES;
    return leaving;
  }

  /** When a camera saw it last; 0 if never. */
  long hitNanos(int camera) {
    return hitNanos[camera];
  }

  private static double square(double v) {
    return v * v;
  }
}
