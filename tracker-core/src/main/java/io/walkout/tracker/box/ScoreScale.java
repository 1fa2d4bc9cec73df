package io.walkout.tracker.box;

/**
 * What a detector's scores mean, learned as it goes. The settings' scores are on the scale of
 * detectors whose good boxes score 0.78 and up; one that scores lower is raised to it, in log-odds.
 * How high a detector scores people is told by whatever walks: boxes that follow one another from
 * picture to picture and come away from where they were first are people's, whatever their score,
 * and a poster's or a mannequin's are not. It is told from the boxes alone, before any track, so
 * that scores which are too low for any track are learned too.
 *
 * <p>Single-threaded; allocates nothing; the order of boxes does not matter.
 */
final class ScoreScale {
  /** Boxes of a picture that are followed, the surest; a part of the crowd is enough. */
  private static final int CHAINS = 48;

  /** Boxes of a picture among which those are looked for: their surer copies are no others. */
  private static final int LOOKED_AT = 4 * CHAINS;

  /** Boxes that overlap so much from one picture to the next are one person's. */
  private static final double SAME_OVERLAP = 0.3;

  /** A box of which a surer one covers so much is that one again, or somebody half hidden. */
  private static final double COVERED = 0.4;

  /** Heights come away from the first place that make a walk: more than any box trembles. */
  private static final double WALK = 0.25;

  /** Boxes in a row that make a walk. */
  private static final int LEAST_SIGHTS = 4;

  /** Boxes of one walk that count: nobody who walks about all day is the scale. */
  private static final int MOST_SIGHTS = 32;

  private static final int BINS = 50;

  /**
   * The share of walkers' boxes that score higher than the level which is told of them. Most may be
   * no good ones: some detectors (NanoDet) list each person several times over, in parts and with
   * neighbours.
   */
  private static final double ABOVE = 0.15;

  /**
   * Where that level lies at least on the settings' scale; chosen, not measured: about the lowest
   * that the detectors they were chosen with have.
   */
  private static final double USUAL = 0.78;

  /** Boxes that what is learned is weighed against: one or two people's walk. */
  private static final double PRIOR = 20;

  /** Counts are halved beyond this, so that the day's light may change them. */
  private static final double MOST = 5000;

  private static final double LEAST_ODDS_SCORE = 0.01;

  private final double[] x = new double[CHAINS];
  private final double[] y = new double[CHAINS];
  private final double[] wide = new double[CHAINS];
  private final double[] high = new double[CHAINS];
  private final double[] stepX = new double[CHAINS];
  private final double[] stepY = new double[CHAINS];
  private final double[] fromX = new double[CHAINS];
  private final double[] fromY = new double[CHAINS];
  private final int[] sights = new int[CHAINS];
  private final int[] bins = new int[CHAINS * MOST_SIGHTS];
  private final boolean[] walks = new boolean[CHAINS];
  private final boolean[] continued = new boolean[CHAINS];
  private final int[] picked = new int[CHAINS];
  private final int[] chainOf = new int[CHAINS];
  private final double[] walkers = new double[BINS];
  private double total;
  private double raise;

  ScoreScale() {}

  /** A score on the settings' scale. */
  double of(double given) {
    return raise == 0 ? given : score(odds(given) + raise);
  }

  /** The detector's score that means this one. */
  double given(double score) {
    return raise == 0 ? score : score(odds(score) - raise);
  }

  /** Log-odds by which scores are raised. */
  double raise() {
    return raise;
  }

  private static double odds(double score) {
    double s = Math.clamp(score, LEAST_ODDS_SCORE, 1 - LEAST_ODDS_SCORE);
    return Math.log(s / (1 - s));
  }

  private static double score(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  /** Learns from the boxes of a picture. */
  void learn(SeenBoxes seen) {
    int count = pick(seen);
    for (int p = 0; p < count; p++) {
      chainOf[p] = follow(seen, picked[p]);
    }
    for (int c = 0; c < CHAINS; c++) {
      if (!continued[c]) {
        sights[c] = 0;
      }
      continued[c] = false;
    }
    int free = 0;
    for (int p = 0; p < count; p++) {
      if (chainOf[p] < 0) {
        while (sights[free] > 0) {
          free++;
        }
        begin(free, seen, picked[p]);
      }
    }
    weigh();
  }

  /** The surest boxes that no surer one covers. */
  private int pick(SeenBoxes seen) {
    int count = 0;
    int most = Math.min(seen.count, LOOKED_AT);
    for (int j = 0; j < most && count < CHAINS; j++) {
      double covering = COVERED * seen.width[j] * seen.height[j];
      boolean covered = false;
      for (int i = 0; i < j && !covered; i++) {
        double w = TrackTable.common(seen.left[i], seen.width[i], seen.left[j], seen.width[j]);
        covered =
            w > 0
                && w * TrackTable.common(seen.top[i], seen.height[i], seen.top[j], seen.height[j])
                    > covering;
      }
      if (!covered) {
        picked[count++] = j;
      }
    }
    return count;
  }

  /** Continues the chain that a box overlaps most; -1 if there is none. */
  private int follow(SeenBoxes seen, int j) {
    int best = -1;
    double most = SAME_OVERLAP;
    double area = seen.width[j] * seen.height[j];
    for (int c = 0; c < CHAINS; c++) {
      if (sights[c] == 0 || continued[c]) {
        continue;
      }
      double left = x[c] + stepX[c] - wide[c] / 2;
      double w = TrackTable.common(left, wide[c], seen.left[j], seen.width[j]);
      if (w > 0) {
        double top = y[c] + stepY[c] - high[c] / 2;
        double both = w * TrackTable.common(top, high[c], seen.top[j], seen.height[j]);
        double overlap = both / (area + wide[c] * high[c] - both);
        if (overlap > most) {
          most = overlap;
          best = c;
        }
      }
    }
    if (best >= 0) {
      continueWith(best, seen, j);
    }
    return best;
  }

  private void continueWith(int c, SeenBoxes seen, int j) {
    double atX = seen.left[j] + seen.width[j] / 2;
    double atY = seen.top[j] + seen.height[j] / 2;
    stepX[c] = (stepX[c] + atX - x[c]) / 2;
    stepY[c] = (stepY[c] + atY - y[c]) / 2;
    place(c, seen, j);
    continued[c] = true;
    int bin = bin(seen.givenScore[j]);
    if (sights[c] < MOST_SIGHTS) {
      if (walks[c]) {
        count(bin);
      }
      bins[c * MOST_SIGHTS + sights[c]] = bin;
      sights[c]++;
    }
    if (!walks[c] && sights[c] >= LEAST_SIGHTS && hasWalked(c)) {
      walks[c] = true;
      for (int i = 0; i < sights[c]; i++) {
        count(bins[c * MOST_SIGHTS + i]);
      }
    }
  }

  private boolean hasWalked(int c) {
    double far = WALK * high[c];
    double dx = x[c] - fromX[c];
    double dy = y[c] - fromY[c];
    return dx * dx + dy * dy > far * far;
  }

  private void begin(int c, SeenBoxes seen, int j) {
    place(c, seen, j);
    stepX[c] = 0;
    stepY[c] = 0;
    fromX[c] = x[c];
    fromY[c] = y[c];
    walks[c] = false;
    sights[c] = 1;
    bins[c * MOST_SIGHTS] = bin(seen.givenScore[j]);
  }

  private void place(int c, SeenBoxes seen, int j) {
    x[c] = seen.left[j] + seen.width[j] / 2;
    y[c] = seen.top[j] + seen.height[j] / 2;
    wide[c] = seen.width[j];
    high[c] = seen.height[j];
  }

  private static int bin(double score) {
    return (int) Math.clamp(score * BINS, 0, BINS - 1);
  }

  private void count(int bin) {
    walkers[bin]++;
    total++;
  }

  private void weigh() {
    if (total > MOST) {
      total = 0;
      for (int b = 0; b < BINS; b++) {
        walkers[b] /= 2;
        total += walkers[b];
      }
    }
    if (total == 0) {
      return;
    }
    double above = ABOVE * total;
    int b = BINS - 1;
    while (b > 0 && walkers[b] < above) {
      above -= walkers[b--];
    }
    double level = (b + 1 - Math.min(1, above / walkers[b])) / BINS;
    raise = total / (total + PRIOR) * Math.max(0, odds(USUAL) - odds(level));
  }
}
