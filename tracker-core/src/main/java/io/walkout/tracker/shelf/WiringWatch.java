package io.walkout.tracker.shelf;

import java.util.Arrays;

/**
 * Whether the plates of a gondola are where their numbers say, and the right way round: told by
 * which of them move at one moment. A pack that stands on two plates moves them together, with one
 * sign. Plates far apart do so by chance only.
 *
 * <p>Of each pair two hypotheses are weighed, "as wired" and "these two exchanged", by how often a
 * plate moved together with the neighbours that the one or the other gives it: a rate that is
 * unknown (uniform) where they are true neighbours, and that of chance where they are not. Of each
 * plate, likewise, "as wired" and "inverted", by its sign against its neighbours'. A plate whose
 * goods never stand on a second one tells nothing, and is never accused by silence.
 */
final class WiringWatch {
  /** Steps that wait for others of their moment; of more the oldest are weighed at once. */
  private static final int MOST_STEPS = 256;

  /** All steps of a moment are known this long after. */
  private static final long TOGETHER_NANOS = 1_000_000_000L;

  /** How far apart the plates of one pack may be left, beyond what is known of their times. */
  private static final double TILT_NANOS = 45e6;

  /** A step whose moment is known no better than this tells nothing of what moved with it. */
  private static final long LEAST_KNOWN_NANOS = 80_000_000L;

  /** Shares below this part of the greatest may be a shelf's bending or goods that lean anew. */
  private static final double FAINT_SHARE = 0.12;

  /** Steps of opposite sign that leave less than this share are goods pushed along. */
  private static final double PUSHED_SHARE = 0.15;

  /** More plates than this at once are a bag, an arm, or a shelf that was refilled. */
  private static final int MOST_TOGETHER = 5;

  /** Least rate of plates that move at one moment by chance, of all loads; chosen. */
  private static final double LEAST_CHANCE = 0.02;

  /** One gondola in so many has a wiring fault; chosen, it moves the threshold by a load. */
  private static final double PRIOR = 0.01;

  /** Posterior odds to tell one. */
  private static final double ODDS = 99;

  /** Evidence, of what is needed, at which it is told although several pairs explain it. */
  private static final double PATIENCE = 1.5;

  /** Fewer loads than this tell nothing, however plain. */
  private static final int LEAST_LOADS = 4;

  /** Beyond so many loads of a plate, old ones count half: what was found can pass away. */
  private static final int MOST_LOADS = 500;

  private final PlateTrack[] plates;
  private final int count;
  private final long[] stepNanos = new long[MOST_STEPS];
  private final long[] sigmaNanos = new long[MOST_STEPS];
  private final double[] delta = new double[MOST_STEPS];
  private final int[] plateOf = new int[MOST_STEPS];
  private final boolean[] taken = new boolean[MOST_STEPS];
  private final int[] moment = new int[MOST_STEPS];
  private int steps;

  /** Loads of each plate, of which it bore a fair share. */
  private final int[] loads;

  /** At how many of them another plate moved at the same moment, with the same sign; */
  private final int[][] same;

  /** with the opposite one. */
  private final int[][] opposite;

  /** Which plates may be those of the exchange that was found; */
  final boolean[] isAlike;

  /** and how many, two if it is known which. */
  int alikeCount;

  private final int[] strange;
  private int allMoments;
  private int strangeMoments;

  /** Whether anything new was weighed since {@link #findExchanged} was asked. */
  private boolean news;

  /** What was found: the plate, */
  int found;

  /** and the other one; -1 if there is none. */
  int other;

  /** By how many loads. */
  int foundLoads;

  WiringWatch(PlateTrack[] plates) {
    this.plates = plates;
    count = plates.length;
    loads = new int[count];
    same = new int[count][count];
    opposite = new int[count][count];
    strange = new int[count];
    isAlike = new boolean[count];
  }

  /** Takes note that a plate's load went or came, by a change that was told. */
  void note(int plate, long nanos, long nanosSigma, double grams) {
    if (nanosSigma > LEAST_KNOWN_NANOS) {
      return;
    }
    if (steps == MOST_STEPS) {
      weigh(Long.MAX_VALUE);
    }
    plateOf[steps] = plate;
    stepNanos[steps] = nanos;
    sigmaNanos[steps] = nanosSigma;
    delta[steps++] = grams;
  }

  /** Weighs what moved together, of all that happened a second before {@code settledNanos}. */
  void weigh(long settledNanos) {
    long until = settledNanos == Long.MAX_VALUE ? settledNanos : settledNanos - TOGETHER_NANOS;
    Arrays.fill(taken, 0, steps, false);
    int seed = greatest(until);
    while (seed >= 0) {
      weighMoment(seed);
      seed = greatest(until);
    }
    int kept = 0;
    for (int i = 0; i < steps; i++) {
      if (!taken[i]) {
        plateOf[kept] = plateOf[i];
        stepNanos[kept] = stepNanos[i];
        sigmaNanos[kept] = sigmaNanos[i];
        delta[kept++] = delta[i];
      }
    }
    steps = kept;
  }

  private int greatest(long until) {
    int at = -1;
    for (int i = 0; i < steps; i++) {
      boolean due = !taken[i] && stepNanos[i] < until;
      at = due && (at < 0 || Math.abs(delta[i]) > Math.abs(delta[at])) ? i : at;
    }
    return at;
  }

  private void weighMoment(int seed) {
    int n = 0;
    double sum = 0;
    double size = 0;
    for (int i = 0; i < steps; i++) {
      double apart = Math.abs((double) stepNanos[i] - stepNanos[seed]);
      double known = Math.hypot((double) sigmaNanos[i], (double) sigmaNanos[seed]);
      if (!taken[i] && apart <= 2 * known + TILT_NANOS) {
        taken[i] = true;
        if (Math.abs(delta[i]) >= FAINT_SHARE * Math.abs(delta[seed])) {
          moment[n++] = i;
          sum += delta[i];
          size += Math.abs(delta[i]);
        }
      }
    }
    if (n > MOST_TOGETHER || Math.abs(sum) < PUSHED_SHARE * size) {
      return;
    }
    count(n);
    news = true;
  }

  private void count(int n) {
    boolean one = true;
    for (int a = 0; a < n; a++) {
      boolean beside = n == 1;
      int p = plateOf[moment[a]];
      for (int b = 0; b < n; b++) {
        int q = plateOf[moment[b]];
        if (p != q) {
          boolean alike = delta[moment[a]] * delta[moment[b]] > 0;
          (alike ? same : opposite)[p][q]++;
          beside |= areNeighbours(p, q);
        }
      }
      one &= beside;
      if (++loads[p] > MOST_LOADS) {
        halve(p);
      }
    }
    allMoments++;
    strangeMoments += one ? 0 : 1;
    for (int a = 0; a < n && !one; a++) {
      strange[plateOf[moment[a]]]++;
    }
  }

  private void halve(int p) {
    loads[p] /= 2;
    strange[p] /= 2;
    for (int q = 0; q < count; q++) {
      same[p][q] /= 2;
      opposite[p][q] /= 2;
    }
  }

  /** Whether a plate that is still believed is inverted; sets {@link #found}. */
  boolean findInverted() {
    double needed = Math.log(ODDS * count / PRIOR);
    double best = needed;
    found = -1;
    for (int p = 0; p < count; p++) {
      double odds = believed(p) ? inverted(p) : 0;
      if (odds > best) {
        best = odds;
        found = p;
      }
    }
    if (found < 0) {
      return false;
    }
    other = -1;
    for (int side = -1; side <= 1; side += 2) {
      int q = found + side;
      if (isNeighbour(found, q) && believed(q) && inverted(q) > best - Math.log(ODDS)) {
        other = q;
      }
    }
    foundLoads = loads[found];
    return true;
  }

  private double inverted(int p) {
    double perLoad = Math.log((1 - chance(p, p)) / chance(p, p));
    int against = 0;
    int with = 0;
    for (int q = p - 1; q <= p + 1; q += 2) {
      if (isNeighbour(p, q)) {
        against += opposite[p][q];
        with += same[p][q];
      }
    }
    return against < LEAST_LOADS ? 0 : (against - with) * perLoad;
  }

  /** Whether two plates that are still believed are exchanged; sets {@link #found}. */
  boolean findExchanged() {
    if (!news) {
      return false;
    }
    news = false;
    double pairs = count * (count - 1) / 2.0;
    double needed = Math.log(ODDS * pairs / PRIOR);
    double best = needed;
    found = -1;
    for (int p = 0; p < count; p++) {
      for (int q = p + 1; q < count && believed(p); q++) {
        double odds = believed(q) ? exchanged(p, q) : 0;
        if (odds > best) {
          best = odds;
          found = p;
          other = q;
        }
      }
    }
    if (found < 0) {
      return false;
    }
    foundLoads = loads[found] + loads[other];
    findAsLikely(best);
    return alikeCount == 2 || best > PATIENCE * needed;
  }

  /**
   * The plates of all pairs that are nearly as likely: where goods stand on 1 and 2 and on 5 and 6,
   * and nowhere else, an exchange of 2 and 5 looks the same as one of 1 and 6.
   */
  private void findAsLikely(double best) {
    Arrays.fill(isAlike, false);
    for (int p = 0; p < count; p++) {
      for (int q = p + 1; q < count && believed(p); q++) {
        if (believed(q) && exchanged(p, q) > best - Math.log(ODDS)) {
          isAlike[p] = true;
          isAlike[q] = true;
        }
      }
    }
    alikeCount = 0;
    for (boolean is : isAlike) {
      alikeCount += is ? 1 : 0;
    }
  }

  private double exchanged(int p, int q) {
    return moved(p, q) + moved(q, p);
  }

  /** Log likelihood ratio, by the loads of {@code p}, that it stands where {@code q} should. */
  private double moved(int p, int q) {
    int n = loads[p];
    int there = 0;
    int here = 0;
    for (int side = -1; side <= 1; side += 2) {
      int beyond = isNeighbour(q, q + side) ? q + side : -1;
      int beside = isNeighbour(p, p + side) ? p + side : -1;
      // Beside q's place stands, if they are neighbours, what answers as q.
      there = Math.max(there, beyond < 0 ? 0 : beyond == p ? 0 : same[p][beyond]);
      here = Math.max(here, beside < 0 || beside == q ? 0 : same[p][beside]);
    }
    if (there == 0) {
      return Math.min(0, chanceOf(here, n, chance(p, q)) - unknownOf(here, n));
    }
    double moved = unknownOf(there, n) - chanceOf(there, n, chance(p, q));
    double stayed = unknownOf(here, n) - chanceOf(here, n, chance(p, q));
    return (there < LEAST_LOADS ? Math.min(0, moved) : moved) - Math.max(0, stayed);
  }

  private static double chanceOf(int k, int n, double rate) {
    return k * Math.log(rate) + (n - k) * Math.log1p(-rate);
  }

  /** The same for an unknown rate, any as likely: the beta function of {@code k + 1, n - k + 1}. */
  private static double unknownOf(int k, int n) {
    double log = -Math.log(n + 1.0);
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      log += Math.log(i) - Math.log(n - Math.min(k, n - k) + i);
    }
    return log;
  }

  /** How often plates that are no neighbours move at one moment, these two left out. */
  private double chance(int p, int q) {
    int own = strange[p] + (p == q ? 0 : strange[q]);
    int others = Math.max(0, allMoments - loads[p] - (p == q ? 0 : loads[q]));
    double rate = Math.max(0.0, strangeMoments - own) / (others + 1.0);
    return Math.clamp(rate, LEAST_CHANCE, 0.3);
  }

  private boolean believed(int p) {
    return !plates[p].health.isDisbelieved() && !plates[p].health.placeUnknown;
  }

  private boolean areNeighbours(int p, int q) {
    return Math.abs(p - q) == 1 && isNeighbour(p, q);
  }

  private boolean isNeighbour(int p, int q) {
    return q >= 0
        && q < count
        && plates[q].shelfIndex == plates[p].shelfIndex
        && Math.abs(plates[q].plateIndex - plates[p].plateIndex) == 1;
  }
}
