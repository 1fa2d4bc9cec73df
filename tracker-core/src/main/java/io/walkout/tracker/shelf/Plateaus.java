package io.walkout.tracker.shelf;

/**
 * Cuts the series of a plate that moved into plateaus and what lies between them: the most probable
 * segmentation (optimal partitioning, Jackson et al. 2005, which finds the maximum of the posterior
 * over change points of Fearnhead 2006), over bins of a tenth of a second. Unlike there a bin may
 * also belong to no segment at a fixed price, as hands that move goods keep to no level. The level
 * before the first change and the one after the last are given.
 */
final class Plateaus {
  /** More bins than this are not looked at; the history holds no more. */
  private static final int MOST_BINS = 280;

  /** Plateaus that are told apart in one series; of more the first ones. */
  static final int MOST = 16;

  /** A plateau has three bins: two may agree by chance, in the turn of a swing. */
  private static final int LEAST_BINS = 3;

  private static final int CALM_BINS = 8;

  /** Goods come in some three tenths of a second, and go in as many. */
  private static final int HANDLED_BINS = 6;

  /** Price of a plateau: about one new one in some thousand bins, and its unknown level. */
  private static final double PLATEAU_COST = 8;

  /** Price of a bin of no plateau: as one that lies three sigma from its plateau's level. */
  private static final double LOOSE_COST = 4.5;

  private final double[] mean = new double[MOST_BINS];
  private final long[] begin = new long[MOST_BINS + 1];
  private final double[] sums = new double[MOST_BINS + 1];
  private final double[] squares = new double[MOST_BINS + 1];
  private final double[] best = new double[MOST_BINS + 1];
  private final int[] back = new int[MOST_BINS + 1];
  private int bins;

  /** Plateaus found; the given first and last levels are none of them. */
  int count;

  final double[] level = new double[MOST];
  final double[] scatter = new double[MOST];

  /** The least scatter over {@link #CALM_BINS} bins in a row: goods ring on for a while. */
  final double[] calm = new double[MOST];

  /** Mean of those bins. */
  private final double[] calmLevel = new double[MOST];

  final int[] from = new int[MOST];
  final int[] to = new int[MOST];

  private int firstEnd;
  private int lastBegin;

  /** Until when the level before holds. */
  long firstEndNanos;

  /** From when on the level after holds. */
  long lastBeginNanos;

  /** Number of bins. */
  int bins() {
    return bins;
  }

  /** Mean of a bin, grams. */
  double mean(int bin) {
    return mean[bin];
  }

  /** When a bin begins; that of {@link #bins} is when the last one ends. */
  long beginNanos(int bin) {
    return begin[bin];
  }

  /** Reads the bins of a plate from its samples between two times, less what it felt of a force. */
  void read(
      SampleHistory history,
      CommonForce force,
      double factor,
      PlateTrack plate,
      long fromNanos,
      long toNanos) {
    long row = history.rowAt(Math.max(fromNanos, toNanos - MOST_BINS * PlateBinner.BIN_NANOS));
    bins = 0;
    while (row < history.end() && bins < MOST_BINS) {
      long start = history.nanosOf(row);
      if (start >= toNanos) {
        break;
      }
      double sum = 0;
      int n = 0;
      long next = row;
      while (next < history.end()
          && history.nanosOf(next) < Math.min(toNanos, start + PlateBinner.BIN_NANOS)) {
        double y = history.gramsOf(next, plate.shelfIndex, plate.plateIndex);
        if (!Double.isNaN(y)) {
          sum += y - factor * force.at(next);
          n++;
        }
        next++;
      }
      mean[bins] = n > 0 ? sum / n : Double.NaN;
      begin[bins++] = start;
      row = next;
    }
    begin[bins] = toNanos;
  }

  /**
   * Finds the plateaus of what was read.
   *
   * @param before level until the first change
   * @param after level after the last one
   * @param sigma standard deviation of a bin about its plateau, grams
   */
  void cut(double before, double after, double sigma) {
    double scale = 1 / (2 * sigma * sigma);
    double first = 0;
    for (int e = 1; e <= bins; e++) {
      double y = Double.isNaN(mean[e - 1]) ? 0 : mean[e - 1] - before;
      sums[e] = sums[e - 1] + y;
      squares[e] = squares[e - 1] + y * y;
    }
    back[0] = -1;
    best[0] = 0;
    for (int e = 1; e <= bins; e++) {
      boolean known = !Double.isNaN(mean[e - 1]);
      first += known ? scale * square(mean[e - 1] - before) : 0;
      best[e] = best[e - 1] + (known ? LOOSE_COST : 0);
      back[e] = e - 1;
      if (first <= best[e]) {
        best[e] = first;
        back[e] = -1;
      }
      for (int s = Math.max(1, e - MOST_BINS); s <= e - LEAST_BINS; s++) {
        double sum = sums[e] - sums[s];
        double cost =
            best[s]
                + PLATEAU_COST
                + scale * Math.max(0, squares[e] - squares[s] - sum * sum / (e - s));
        if (cost < best[e]) {
          best[e] = cost;
          back[e] = s;
        }
      }
    }
    trace(lastFrom(after, scale), before);
  }

  /** From which bin on everything is at the level after. */
  private int lastFrom(double after, double scale) {
    double last = 0;
    double least = best[bins];
    int at = bins;
    for (int s = bins - 1; s >= 0; s--) {
      last += Double.isNaN(mean[s]) ? 0 : scale * square(mean[s] - after);
      if (best[s] + last < least) {
        least = best[s] + last;
        at = s;
      }
    }
    return at;
  }

  private void trace(int lastFrom, double before) {
    lastBeginNanos = begin[lastFrom];
    lastBegin = lastFrom;
    int e = lastFrom;
    int n = 0;
    while (e > 0 && back[e] >= 0) {
      n += back[e] < e - 1 ? 1 : 0;
      e = back[e];
    }
    firstEndNanos = begin[e];
    firstEnd = e;
    count = Math.min(n, MOST);
    int at = n;
    for (e = lastFrom; e > 0 && back[e] >= 0; e = back[e]) {
      if (back[e] < e - 1 && --at < MOST) {
        keep(at, back[e], e, before);
      }
    }
  }

  private void keep(int at, int s, int e, double before) {
    double sum = sums[e] - sums[s];
    from[at] = s;
    to[at] = e;
    level[at] = before + sum / (e - s);
    scatter[at] = scatter(s, e);
    calm[at] = scatter[at];
    calmLevel[at] = level[at];
    for (int i = s; i + CALM_BINS <= e; i++) {
      double here = scatter(i, i + CALM_BINS);
      if (here < calm[at]) {
        calm[at] = here;
        calmLevel[at] = before + (sums[i + CALM_BINS] - sums[i]) / CALM_BINS;
      }
    }
  }

  /**
   * What share of the bins between the plateau before and the one after lies that near to the calm
   * level, {@value #HANDLED_BINS} bins left out for how it came and went.
   */
  double shareAtRest(int k, double within) {
    int first = k == 0 ? firstEnd : to[k - 1];
    int last = k == count - 1 ? lastBegin : from[k + 1];
    int near = 0;
    int known = 0;
    for (int b = first; b < last; b++) {
      known += Double.isNaN(mean[b]) ? 0 : 1;
      near += Math.abs(mean[b] - calmLevel[k]) <= within ? 1 : 0;
    }
    return near / Math.max(1.0, known - HANDLED_BINS);
  }

  private double scatter(int s, int e) {
    double sum = sums[e] - sums[s];
    return Math.sqrt(Math.max(0, squares[e] - squares[s] - sum * sum / (e - s)) / (e - s - 1));
  }

  /** Takes a plateau out. */
  void drop(int at) {
    count--;
    for (int i = at; i < count; i++) {
      level[i] = level[i + 1];
      calmLevel[i] = calmLevel[i + 1];
      scatter[i] = scatter[i + 1];
      calm[i] = calm[i + 1];
      from[i] = from[i + 1];
      to[i] = to[i + 1];
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
