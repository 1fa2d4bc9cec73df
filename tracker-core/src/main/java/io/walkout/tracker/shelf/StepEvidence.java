package io.walkout.tracker.shelf;

/**
 * Goods or no goods: the posterior odds of a step of mass between two rests (Basseville and
 * Nikiforov, "Detection of Abrupt Changes", 1993, ch. 2: the likelihood ratio of two levels; here
 * with a prior on the step in place of a known one).
 *
 * <p>With goods the step has the log-normal prior of the settings on its size, either sign, blurred
 * by the measurement; below the lightest goods the prior falls off. Without goods it is what noise,
 * drift, settling and coupling leave: a Gaussian of their joint sigma, and in one case of twenty
 * heavier, Laplace tails (goods that tip, touch or are shifted), whose scale is a small part of the
 * lightest goods.
 */
final class StepEvidence {
  /** Share of disturbances whose lasting trace is not Gaussian; chosen. */
  private static final double TAIL_SHARE = 0.05;

  /**
   * Scale of the tails as a share of the lightest goods: shifted goods left traces of 1 to 5 g
   * around real lifts.
   */
  private static final double TAIL_SCALE = 1.0 / 8;

  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final ShelfTrackerSettings settings;
  private final double logPriorOdds;
  private final double logOddsToAnnounce;

  StepEvidence(ShelfTrackerSettings settings) {
    this.settings = settings;
    logPriorOdds = logit(settings.goodsPrior());
    logOddsToAnnounce = logit(settings.posteriorToAnnounce());
  }

  /** Log odds from which a change is announced. */
  double logOddsToAnnounce() {
    return logOddsToAnnounce;
  }

  /**
   * Log posterior odds of goods.
   *
   * @param deltaGrams the step
   * @param sigmaGrams its standard deviation were there goods: noise and drift
   * @param idleSigmaGrams its standard deviation were there none: with settling and coupling
   */
  double logOdds(double deltaGrams, double sigmaGrams, double idleSigmaGrams) {
    return logPriorOdds
        + Math.log(goodsDensity(Math.abs(deltaGrams), sigmaGrams))
        - Math.log(idleDensity(Math.abs(deltaGrams), idleSigmaGrams));
  }

  /** The prior blurred by the measurement: three-point Gauss-Hermite quadrature. */
  private double goodsDensity(double grams, double sigmaGrams) {
    double reach = Math.sqrt(3) * sigmaGrams;
    double blurred = (4 * prior(grams) + prior(Math.abs(grams - reach)) + prior(grams + reach)) / 6;
    return 0.5 * blurred + Double.MIN_NORMAL;
  }

  private double prior(double grams) {
    double m = Math.max(grams, 1e-3);
    double z = Math.log(m / settings.typicalGoodsGrams()) / settings.goodsLogSigma();
    double density = Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI) / (m * settings.goodsLogSigma());
    // Half at 0.7 of the lightest goods, a tenth at half of it: a soft edge.
    double edge = Math.log(m / (0.7 * settings.lightestGoodsGrams())) / 0.15;
    return density / (1 + Math.exp(-edge));
  }

  private double idleDensity(double grams, double sigmaGrams) {
    double z = grams / sigmaGrams;
    double gauss = Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI) / sigmaGrams;
    double scale = Math.hypot(TAIL_SCALE * settings.lightestGoodsGrams(), sigmaGrams);
    double tail = Math.exp(-grams / scale) / (2 * scale);
    return (1 - TAIL_SHARE) * gauss + TAIL_SHARE * tail + Double.MIN_NORMAL;
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
