package io.walkout.cart.evidence;

import io.walkout.store.PersonId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who could have reached a place at a time. For each moment of the change (and a margin, at less
 * weight, for clocks that differ) the best known part of each arm gives a likelihood ratio: wrist,
 * else elbow, else shoulder, else head or neck, else the body on the floor plan. A person's ratio
 * is mostly the mean over the moments and a little the best one: a hand that stays counts for more
 * than one that passes.
 *
 * <p>Single-threaded; stateless between calls but for its scratch arrays.
 */
public final class ReachEvidence {
  /** Weight of a moment in the margin, where only a clock's error would put the change. Chosen. */
  private static final double MARGIN_WEIGHT = 0.3;

  /** Weight of the best moment against the mean of all: a hand may be at the shelf but briefly. */
  private static final double BEST_MOMENT = 0.2;

  /** Share of known joints that are plainly wrong, whatever sigma they claim. Chosen. */
  private static final double WRONG_JOINT = 0.01;

  /** Deviation of a joint whose tracker gives none. Chosen: that of stereo joints at 3 m. */
  private static final double ASSUMED_JOINT_SIGMA = 0.05;

  /** How fast somebody who is not seen may walk while at a shelf. Chosen. */
  private static final double UNSEEN_METRES_PER_SECOND = 0.7;

  /** For how long before or after the change one sight of a person still says something. Chosen. */
  private static final long GAP_NANOS = 2_000_000_000L;

  private static final Joint[][] ARMS = {
    {Joint.LEFT_WRIST, Joint.LEFT_ELBOW, Joint.LEFT_SHOULDER},
    {Joint.RIGHT_WRIST, Joint.RIGHT_ELBOW, Joint.RIGHT_SHOULDER}
  };
  private static final Limb[] ARM_LIMBS = {Limb.WRIST, Limb.ELBOW, Limb.SHOULDER};
  private static final Joint[] HEADS = {Joint.NECK, Joint.HEAD};

  /** What was seen of each person so far, during one call. */
  private final List<Tally> tallies = new ArrayList<>();

  private final PeopleHistory history;
  private final long marginNanos;

  /** Reads {@code history}; looks {@code marginNanos} to both sides of a change. */
  public ReachEvidence(PeopleHistory history, long marginNanos) {
    this.history = history;
    this.marginNanos = marginNanos;
  }

  /**
   * Everybody who was seen from two seconds before to two seconds after the time given, in the
   * order of their numbers, with how well they could reach {@code place} at that time. The list is
   * the caller's.
   */
  public List<Reach> weigh(OrientedBox place, long startNanos, long endNanos) {
    tallies.clear();
    int end = history.from(endNanos + GAP_NANOS + 1);
    for (int m = history.from(startNanos - GAP_NANOS); m < end; m++) {
      People moment = history.moment(m);
      long t = moment.captureNanos;
      boolean core = t >= startNanos && t <= endNanos;
      boolean near = t >= startNanos - marginNanos && t <= endNanos + marginNanos;
      long off = core ? 0 : t < startNanos ? startNanos - t : t - endNanos;
      for (int i = 0; i < moment.count; i++) {
        Tally tally = tally(moment.personId[i]);
        if (near) {
          tally.see(moment, i, place, core ? 1 : MARGIN_WEIGHT);
        } else if (off < tally.gapNanos) {
          tally.remember(moment, i, place, off);
        }
      }
    }
    List<Reach> reaches = new ArrayList<>(tallies.size());
    for (Tally tally : tallies) {
      reaches.add(tally.reach());
    }
    reaches.sort(Comparator.comparing(Reach::person));
    return reaches;
  }

  private Tally tally(long id) {
    for (Tally tally : tallies) {
      if (tally.id == id) {
        return tally;
      }
    }
    Tally tally = new Tally(id);
    tallies.add(tally);
    return tally;
  }

  /** What one person's moments add up to. */
  private static final class Tally {
    final long id;
    long gapNanos = Long.MAX_VALUE;
    private double gapRatio;
    private double gapMetres = Double.NaN;
    private double weight;
    private double sum;
    private double best;
    private double nearest = Double.POSITIVE_INFINITY;
    private String nearestPart = "BODY";

    Tally(long id) {
      this.id = id;
    }

    void see(People p, int i, OrientedBox place, double w) {
      double body = body(p, i, place);
      double ratio = 0.5 * arm(p, i, 0, place, body) + 0.5 * arm(p, i, 1, place, body);
      weight += w;
      sum += w * ratio;
      best = Math.max(best, w * ratio);
    }

    void remember(People p, int i, OrientedBox place, long off) {
      gapNanos = off;
      double sigma = Math.hypot(p.sigmaMetres[i], off / 1e9 * UNSEEN_METRES_PER_SECOND);
      gapMetres = place.floorDistanceTo(p.x[i], p.y[i]);
      gapRatio = Limb.BODY.ratio(gapMetres, sigma);
    }

    /** Ratio by the neck, else the head, else where the person stands, all on the floor plan. */
    private double body(People p, int i, OrientedBox place) {
      for (Joint joint : HEADS) {
        int k = i * Joint.COUNT + joint.ordinal();
        if (Double.isFinite(p.jointX[k] + p.jointY[k])) {
          double metres = place.floorDistanceTo(p.jointX[k], p.jointY[k]);
          note(metres, joint.name(), 3);
          return Limb.BODY.ratio(metres, sigma(p, k));
        }
      }
      double metres = place.floorDistanceTo(p.x[i], p.y[i]);
      note(metres, "BODY", 4);
      return Limb.BODY.ratio(metres, p.sigmaMetres[i]);
    }

    private static double sigma(People p, int k) {
      return p.jointSigma[k] > 0 ? p.jointSigma[k] : ASSUMED_JOINT_SIGMA;
    }

    /** Ratio of one arm by its best known part; {@code body} where no part is known. */
    private double arm(People p, int i, int side, OrientedBox place, double body) {
      for (int part = 0; part < ARM_LIMBS.length; part++) {
        Joint joint = ARMS[side][part];
        int k = i * Joint.COUNT + joint.ordinal();
        if (Double.isFinite(p.jointX[k] + p.jointY[k] + p.jointZ[k])) {
          double ratio = joint(p, k, joint, ARM_LIMBS[part], place, part);
          return (1 - WRONG_JOINT) * ratio + WRONG_JOINT * body;
        }
      }
      return body;
    }

    private double joint(People p, int k, Joint joint, Limb limb, OrientedBox place, int rank) {
      double metres = place.distanceTo(new Vec3(p.jointX[k], p.jointY[k], p.jointZ[k]));
      note(metres, joint.name(), rank);
      return limb.ratio(metres, sigma(p, k));
    }

    private int nearestRank = Integer.MAX_VALUE;

    private void note(double metres, String part, int rank) {
      if (rank < nearestRank || (rank == nearestRank && metres < nearest)) {
        nearestRank = rank;
        nearest = metres;
        nearestPart = part;
      }
    }

    Reach reach() {
      if (weight > 0) {
        double ratio = BEST_MOMENT * best + (1 - BEST_MOMENT) * sum / weight;
        return new Reach(new PersonId(id), ratio, nearest, nearestPart);
      }
      return new Reach(new PersonId(id), gapRatio, gapMetres, "BODY");
    }
  }
}
