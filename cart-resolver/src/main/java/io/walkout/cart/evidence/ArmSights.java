package io.walkout.cart.evidence;

import io.walkout.store.PersonId;
import io.walkout.store.people.People;
import java.util.Arrays;

/**
 * What the moments of one person's two arms add up to: half the mean over the change, and half the
 * best quarter of a second. A hand that stays counts for more than one that passes, and one that
 * was there just when the load went may have been elsewhere before and after.
 */
final class ArmSights {
  /** Weight of the best quarter of a second against the mean of all. Chosen. */
  private static final double BEST = 0.5;

  /** Half the time a hand needs to close on a pack and lift it. Chosen. */
  private static final long HALF_GRASP_NANOS = 125_000_000L;

  /** How fast somebody who is not seen may walk while at a shelf. Chosen. */
  private static final double UNSEEN_METRES_PER_SECOND = 0.7;

  private final long id;
  private long[] nanos = new long[32];
  private double[] weights = new double[32];
  private final double[][] ratios = {new double[32], new double[32]};
  private int count;
  private long gapNanos = Long.MAX_VALUE;
  private double gapRatio;
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

  /** How far from the change the nearest sight outside of it was. */
  long gapNanos() {
    return gapNanos;
  }

  /** A moment of the change or of its margin, person {@code i} of it. */
  void see(People p, int i, ArmSight sight, double weight) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
      ratios[0] = Arrays.copyOf(ratios[0], 2 * count);
      ratios[1] = Arrays.copyOf(ratios[1], 2 * count);
    }
    nanos[count] = p.captureNanos;
    weights[count] = weight;
    for (int side = 0; side < 2; side++) {
      sight.arm(p, i, side);
      ratios[side][count] = sight.ratio;
      if (sight.rank < nearestRank || (sight.rank == nearestRank && sight.metres < nearest)) {
        nearestRank = sight.rank;
        nearest = sight.metres;
        nearestPart = sight.part;
      }
    }
    count++;
  }

  /** A moment outside of them. */
  void remember(People p, int i, ArmSight sight, long off) {
    gapNanos = off;
    sight.standing(p, i, Math.hypot(p.sigmaMetres[i], off / 1e9 * UNSEEN_METRES_PER_SECOND));
    gapMetres = sight.metres;
    gapRatio = sight.ratio;
  }

  Reach reach() {
    PersonId person = new PersonId(id);
    if (count == 0) {
      return new Reach(person, gapRatio, gapMetres, "BODY", gapRatio, gapRatio);
    }
    double left = sum(ratios[0]);
    double right = sum(ratios[1]);
    return new Reach(person, 0.5 * (left + right), nearest, nearestPart, left, right);
  }

  private double sum(double[] ratio) {
    double sum = 0;
    double weight = 0;
    double best = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i] * ratio[i];
      weight += weights[i];
      best = Math.max(best, weights[i] * around(ratio, i));
    }
    return BEST * best + (1 - BEST) * sum / weight;
  }

  private double around(double[] ratio, int middle) {
    double sum = 0;
    int seen = 0;
    for (int i = middle; i >= 0 && nanos[middle] - nanos[i] <= HALF_GRASP_NANOS; i--) {
      sum += ratio[i];
      seen++;
    }
    for (int i = middle + 1; i < count && nanos[i] - nanos[middle] <= HALF_GRASP_NANOS; i++) {
      sum += ratio[i];
      seen++;
    }
    return sum / seen;
  }
}
