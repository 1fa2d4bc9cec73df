package io.walkout.cart.evidence;

import io.walkout.store.PersonId;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the moments of one person's two arms add up to. Grips seen within a quarter of a second are
 * one grip, better known. Half counts the mean over the time that the step may have been, and half
 * the best quarter of a second: a hand that stays counts for more than one that passes, and one
 * that was there just when the load went may have been elsewhere before and after. A hand that
 * stays on when the load is long gone has hardly gone with it: it leans or waits.
 */
final class ArmSights {
  /** Weight of the best quarter of a second against the mean of all. Chosen. */
  private static final double BEST = 0.5;

  /** Half the time a hand needs to close on a pack and lift it. Chosen. */
  private static final long HALF_GRASP_NANOS = 125_000_000L;

  /** A hand has gone with what it took after this time, and is not yet back. Chosen. */
  private static final long GONE_FROM_NANOS = 600_000_000L;

  private static final long GONE_TO_NANOS = 1_300_000_000L;

  /** How much rarer a deed is by a hand that stays at the place. Chosen. */
  private static final double STAYING = 0.3;

  private final long id;
  private final List<Sight> sights = new ArrayList<>();
  private final double[] after = new double[2];
  private final int[] afterCount = new int[2];
  private double beforeRatio = Double.NaN;
  private double afterRatio = Double.NaN;
  private double gapMetres = Double.NaN;
  private double nearest = Double.POSITIVE_INFINITY;
  private String nearestPart = "BODY";
  private int nearestRank = Integer.MAX_VALUE;

  ArmSights(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }

  /** A moment at which the step may have been, person {@code i} of it. */
  void see(People p, int i, ArmSight arm, double weight) {
    Sight sight = new Sight(p.captureNanos, weight);
    for (int side = 0; side < 2; side++) {
      arm.arm(p, i, side);
      sight.note(side, arm);
      if (arm.rank < nearestRank || (arm.rank == nearestRank && arm.metres < nearest)) {
        nearestRank = arm.rank;
        nearest = arm.metres;
        nearestPart = arm.part;
      }
    }
    sights.add(sight);
  }

  /** A moment {@code later} than the step: whether the hands are still there. */
  void seeAfter(People p, int i, ArmSight arm, long later) {
    if (later >= GONE_FROM_NANOS && later <= GONE_TO_NANOS) {
      for (int side = 0; side < 2; side++) {
        arm.arm(p, i, side);
        if (arm.rank == 0) {
          after[side] += arm.ratio;
          afterCount[side]++;
        }
      }
    }
  }

  /** A moment at which the step may have been, and person {@code i} of it was out of sight. */
  void miss(People p, int i, ArmSight arm, double weight) {
    arm.standing(p, i, p.sigmaMetres[i]);
    Sight sight = new Sight(p.captureNanos, weight);
    sight.isMissed = true;
    sight.scale(OutOfSight.ratio(arm.metres, seconds(p.captureNanos - p.seenNanos[i])));
    sights.add(sight);
    if (nearestRank == Integer.MAX_VALUE) {
      nearest = arm.metres;
    }
  }

  /** Seen again: no further off than one can walk from where they were when out of sight. */
  void emerge(People p, int i, ArmSight arm) {
    for (int s = sights.size() - 1; s >= 0 && sights.get(s).isMissed; s--) {
      arm.standing(p, i, p.sigmaMetres[i]);
      Sight sight = sights.get(s);
      sight.isMissed = false;
      sight.scale(OutOfSight.ratio(arm.metres, seconds(p.captureNanos - sight.nanos)));
    }
  }

  /** A moment outside of them, {@code later} than the step. */
  void remember(People p, int i, ArmSight arm, long later) {
    if (later > 0 && !Double.isNaN(afterRatio)) {
      return; // the first counts
    }
    arm.standing(p, i, p.sigmaMetres[i]);
    double ratio = OutOfSight.ratio(arm.metres, seconds(Math.abs(later)));
    gapMetres = Double.isNaN(gapMetres) ? arm.metres : Math.min(gapMetres, arm.metres);
    if (later < 0) {
      beforeRatio = ratio;
    } else {
      afterRatio = ratio;
    }
  }

  private static double seconds(long nanos) {
    return Math.max(0, nanos) / 1e9;
  }

  Reach reach(ArmSight arm) {
    PersonId person = new PersonId(id);
    if (sights.isEmpty()) {
      double gap =
          (Double.isNaN(beforeRatio) ? 1 : beforeRatio)
              * (Double.isNaN(afterRatio) ? 1 : afterRatio);
      return new Reach(person, gap, gapMetres, "BODY", gap, gap);
    }
    double left = sum(0, arm);
    double right = sum(1, arm);
    return new Reach(person, 0.5 * (left + right), nearest, nearestPart, left, right);
  }

  private double sum(int side, ArmSight arm) {
    double sum = 0;
    double weight = 0;
    double best = 0;
    for (int i = 0; i < sights.size(); i++) {
      double around = around(i, side, arm);
      sum += sights.get(i).weight * around;
      weight += sights.get(i).weight;
      best = Math.max(best, sights.get(i).weight * around);
    }
    double there = BEST * best + (1 - BEST) * sum / weight;
    if (nearestRank > 0 || there <= 0) {
      return there; // no hand was seen: a body stays anyway
    }
    double stays = afterCount[side] == 0 ? 0 : after[side] / afterCount[side] / there;
    return there * (1 - (1 - STAYING) * Math.clamp(stays, 0, 1));
  }

  /** Ratio of a quarter of a second: by the mean grip if there is one, else the mean ratio. */
  private double around(int middle, int side, ArmSight arm) {
    double x = 0;
    double y = 0;
    double z = 0;
    double sigma = 0;
    double ratio = 0;
    int grips = 0;
    int seen = 0;
    boolean inLine = true;
    long nanos = sights.get(middle).nanos;
    for (int i = firstWithin(middle); i < sights.size(); i++) {
      Sight s = sights.get(i);
      if (s.nanos - nanos > HALF_GRASP_NANOS) {
        break;
      }
      ratio += s.ratio[side];
      seen++;
      if (!Double.isNaN(s.x[side])) {
        x += s.x[side];
        y += s.y[side];
        z += s.z[side];
        sigma = Math.max(sigma, s.sigma[side]);
        inLine &= s.inLine[side];
        grips++;
      }
    }
    if (grips == 0) {
      return ratio / seen;
    }
    arm.byGrip(x / grips, y / grips, z / grips, sigma / Math.sqrt(grips), inLine);
    double share = (double) grips / seen;
    return share * arm.ratio + (1 - share) * ratio / seen;
  }

  private int firstWithin(int middle) {
    int first = middle;
    while (first > 0
        && sights.get(middle).nanos - sights.get(first - 1).nanos <= HALF_GRASP_NANOS) {
      first--;
    }
    return first;
  }

  /** Both arms at one moment. */
  private static final class Sight {
    final long nanos;
    final double weight;
    final double[] ratio = new double[2];
    final double[] x = new double[2];
    final double[] y = new double[2];
    final double[] z = new double[2];
    final double[] sigma = new double[2];
    final boolean[] inLine = new boolean[2];
    boolean isMissed;

    Sight(long nanos, double weight) {
      this.nanos = nanos;
      this.weight = weight;
      Arrays.fill(ratio, 1);
      Arrays.fill(x, Double.NaN);
    }

    /** What is known of one out of sight holds for both hands. */
    void scale(double by) {
      for (int side = 0; side < 2; side++) {
        ratio[side] *= by;
      }
    }

    void note(int side, ArmSight arm) {
      boolean grip = arm.rank == 0;
      ratio[side] = arm.ratio;
      x[side] = grip ? arm.x : Double.NaN;
      y[side] = arm.y;
      z[side] = arm.z;
      sigma[side] = arm.sigma;
      inLine[side] = arm.inLine;
    }
  }
}
