package io.walkout.cart.evidence;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;

/**
 * How likely a hand is at a place, by what is seen of its arm at one moment: by the grip, which
 * lies beyond the wrist in the line of the forearm; else by the elbow, the shoulder, the neck or
 * head, or where the person stands. Ratios are against a hand at work anywhere in the store.
 */
final class ArmSight {
  /** Where in a pack a hand closes, along the shelf: half of a usual pack's width. Chosen. */
  private static final double GRIP_SIGMA = 0.05;

  /** The same if the forearm is not seen, and the grip lies anywhere around the wrist. */
  private static final double WRIST_SIGMA = 0.11;

  /** Share of wrists that are further off than their tracker's sigma says, and how much wider. */
  private static final double WIDE_SHARE = 0.12;

  private static final double WIDE = 3;

  /** Share of known joints that are plainly wrong, whatever sigma they claim. Chosen. */
  private static final double WRONG_JOINT = 0.01;

  /** Deviation of a joint whose tracker gives none. Chosen: that of stereo joints at 3 m. */
  private static final double ASSUMED_JOINT_SIGMA = 0.05;

  /** The stretch of shelf that an elbow or a shoulder is measured to, to both sides. */
  private static final double HALF_STRETCH_METRES = 0.08;

  private static final Joint[][] ARMS = {
    {Joint.LEFT_WRIST, Joint.LEFT_ELBOW, Joint.LEFT_SHOULDER},
    {Joint.RIGHT_WRIST, Joint.RIGHT_ELBOW, Joint.RIGHT_SHOULDER}
  };
  private static final Joint[] HEADS = {Joint.NECK, Joint.HEAD};
  private static final String[] PARTS = {"WRIST", "ELBOW", "SHOULDER"};

  private final OrientedBox place;
  private final double spreadMetres;
  private final Grip grip = new Grip();

  /** Ratio of the last call. */
  double ratio;

  /** Distance of the part it rests on. */
  double metres;

  /** Which part that was: a joint's name or "BODY". */
  String part = "BODY";

  /** The lower, the nearer to the hand: 0 wrist, 1 elbow, 2 shoulder, 3 neck or head, 4 body. */
  int rank;

  /** Where the grip was, if the ratio rests on one (rank 0). */
  double x;

  double y;
  double z;

  /** Standard deviation of the wrist behind it. */
  double sigma;

  /** Whether the forearm was seen. */
  boolean inLine;

  ArmSight(OrientedBox place, double spreadMetres) {
    this.place = place;
    this.spreadMetres = spreadMetres;
  }

  /** By the neck, else the head, else where person {@code i} stands, all on the floor plan. */
  void body(People p, int i) {
    for (Joint joint : HEADS) {
      int k = i * Joint.COUNT + joint.ordinal();
      if (Double.isFinite(p.jointX[k] + p.jointY[k])) {
        found(Limb.BODY, place.floorDistanceTo(p.jointX[k], p.jointY[k]), sigma(p, k));
        part = joint.name();
        rank = 3;
        return;
      }
    }
    standing(p, i, p.sigmaMetres[i]);
  }

  /** By where person {@code i} stands, on the floor plan. */
  void standing(People p, int i, double sigma) {
    found(Limb.BODY, place.floorDistanceTo(p.x[i], p.y[i]), sigma);
    part = "BODY";
    rank = 4;
  }

  private void found(Limb limb, double distance, double sigma) {
    metres = distance;
    ratio = limb.ratio(Math.max(0, distance - HALF_STRETCH_METRES - spreadMetres), sigma);
  }

  /** By one arm of person {@code i}: 0 left, 1 right. */
  void arm(People p, int i, int side) {
    body(p, i);
    double byBody = ratio;
    for (int level = 0; level < PARTS.length; level++) {
      Joint joint = ARMS[side][level];
      int k = i * Joint.COUNT + joint.ordinal();
      if (Double.isFinite(p.jointX[k] + p.jointY[k] + p.jointZ[k])) {
        if (level == 0) {
          grip(p, i, side, k);
        } else {
          Vec3 at = new Vec3(p.jointX[k], p.jointY[k], p.jointZ[k]);
          found(level == 1 ? Limb.ELBOW : Limb.SHOULDER, place.distanceTo(at), sigma(p, k));
        }
        ratio = (1 - WRONG_JOINT) * ratio + WRONG_JOINT * byBody;
        part = joint.name();
        rank = level;
        return;
      }
    }
  }

  private void grip(People p, int i, int side, int wrist) {
    grip.of(p, i, side);
    x = grip.x;
    y = grip.y;
    z = grip.z;
    sigma = sigma(p, wrist);
    inLine = grip.inLine;
    byGrip(x, y, z, sigma, inLine);
  }

  /** By a grip known to {@code gripSigma} along each axis. */
  void byGrip(double gx, double gy, double gz, double gripSigma, boolean gripInLine) {
    metres = place.distanceTo(new Vec3(gx, gy, gz));
    double own = gripInLine ? GRIP_SIGMA : WRIST_SIGMA;
    double sigma = Math.sqrt(own * own + spreadMetres * spreadMetres + sq(gripSigma));
    ratio = (1 - WIDE_SHARE) * near(sigma) + WIDE_SHARE * near(WIDE * sigma);
  }

  /** Density of a grip so far from the line over the place, times the store's room. */
  private double near(double sigma) {
    double around = 2.5 * sigma;
    double volume = around * (place.size().y() + around) * (place.size().z() + around);
    return Limb.STORE_CUBIC_METRES / volume * Math.exp(-0.5 * sq(metres / sigma));
  }

  private static double sigma(People p, int k) {
    return p.jointSigma[k] > 0 ? p.jointSigma[k] : ASSUMED_JOINT_SIGMA;
  }

  private static double sq(double v) {
    return v * v;
  }
}
