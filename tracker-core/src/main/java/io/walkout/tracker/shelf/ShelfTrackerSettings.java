package io.walkout.tracker.shelf;

import static io.walkout.store.EventTime.MILLI;
import static io.walkout.store.EventTime.SECOND;

/**
 * What the shelf tracker assumes about goods, plates and hands. None of these is a tolerance on a
 * measured step: noise is learned per plate, and these say what else is known.
 *
 * @param lightestGoodsGrams the lightest thing the store sells, roughly; lasting steps well below
 *     it are taken for goods that settle or touch each other
 * @param typicalGoodsGrams median of the log-normal prior over the mass of what one hand moves
 * @param goodsLogSigma spread of that prior, natural logarithm
 * @param goodsPrior share of disturbances of a shelf that leave a lasting step of goods
 * @param posteriorToAnnounce probability of goods from which a change is announced
 * @param resolutionGrams quantum of the plates; the learned noise is never below its share
 * @param driftGramsPerRootSecond random walk of an untouched plate
 * @param couplingFraction standard deviation of the step that a plate shows when its neighbour's
 *     load changes, as a share of that change (shelf bends, goods lean on each other)
 * @param settlingFraction standard deviation of the lasting step that a shake leaves, as a share of
 *     the shake's amplitude
 * @param restAfterFallNanos how long the load must rest before a fall of mass is judged
 * @param restAfterRiseNanos the same for a rise; longer, since hands press but never pull
 * @param longestRestNanos evidence beyond this is not waited for: the likelier side wins
 * @param longestMovementNanos a movement holds {@code shelvesSettledNanos} back no longer than this
 * @param forgetLevelNanos a plate that has not come to rest for this long forgets its old level
 */
public record ShelfTrackerSettings(
    double lightestGoodsGrams,
    double typicalGoodsGrams,
    double goodsLogSigma,
    double goodsPrior,
    double posteriorToAnnounce,
    double resolutionGrams,
    double driftGramsPerRootSecond,
    double couplingFraction,
    double settlingFraction,
    long restAfterFallNanos,
    long restAfterRiseNanos,
    long longestRestNanos,
    long longestMovementNanos,
    long forgetLevelNanos) {

  /**
   * Goods from 8 g (chewing gum and single sweets in a convenience store weigh 10 to 20 g) with
   * median 150 g, two thirds between 37 and 600 g (chosen; packed food). Quantum 0.24 g and drift
   * 0.05 g per root second as measured on one store's plates (Allan deviation of 5 s means 0.1 g).
   * Coupling 1.2 % and settling 5 % are of the size seen around single lifts and a slammed door
   * there. Waits: see {@code docs/developing/shelf-tracker.md} for what they cost and buy.
   */
  public static final ShelfTrackerSettings DEFAULT =
      new ShelfTrackerSettings(
          8,
          150,
          1.4,
          0.15,
          0.99,
          0.24,
          0.05,
          0.012,
          0.05,
          500 * MILLI,
          800 * MILLI,
          2 * SECOND,
          15 * SECOND,
          120 * SECOND);

  /** Throws {@link IllegalArgumentException} naming the first value out of range. */
  public ShelfTrackerSettings {
    positive("lightestGoodsGrams", lightestGoodsGrams);
    positive("typicalGoodsGrams", typicalGoodsGrams);
    positive("goodsLogSigma", goodsLogSigma);
    share("goodsPrior", goodsPrior);
    share("posteriorToAnnounce", posteriorToAnnounce);
    positive("resolutionGrams", resolutionGrams);
    positive("driftGramsPerRootSecond", driftGramsPerRootSecond);
    share("couplingFraction", couplingFraction);
    share("settlingFraction", settlingFraction);
    positive("restAfterFallNanos", (double) restAfterFallNanos);
    positive("restAfterRiseNanos", (double) restAfterRiseNanos);
    if (longestRestNanos < Math.max(restAfterFallNanos, restAfterRiseNanos)
        || longestMovementNanos < longestRestNanos
        || forgetLevelNanos < longestMovementNanos) {
      throw new IllegalArgumentException(
          "the waits must not shrink in the order restAfter..., longestRest, longestMovement,"
              + " forgetLevel");
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive, found " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, found " + value);
    }
  }
}
