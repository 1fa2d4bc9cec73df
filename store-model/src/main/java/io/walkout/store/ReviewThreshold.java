package io.walkout.store;

/**
 * From which certainty a line is charged; below, it goes to review. Either a number that the store
 * sets, or what follows from {@link ReviewCosts}.
 */
public sealed interface ReviewThreshold {
  /**
   * The threshold for a line, 0..1.
   *
   * @param amountMinor what the line comes to, minor units of the store's currency
   */
  double of(long amountMinor);

  /** A certainty that no threshold is below: a line less certain is charged at no price. */
  double least();

  /**
   * One certainty for every line.
   *
   * @param certainty 0..1
   */
  record Fixed(double certainty) implements ReviewThreshold {
    /** Throws {@link IllegalArgumentException} outside 0..1. */
    public Fixed {
      if (!(certainty >= 0 && certainty <= 1)) {
        throw new IllegalArgumentException("a threshold is in 0..1, not " + certainty);
      }
    }

    @Override
    public double of(long amountMinor) {
      return certainty;
    }

    @Override
    public double least() {
      return certainty;
    }
  }

  /**
   * The threshold at which charging costs as much as not charging.
   *
   * @param costs what a line's fates cost the store
   */
  record FromCosts(ReviewCosts costs) implements ReviewThreshold {
    @Override
    public double of(long amountMinor) {
      return costs.threshold(amountMinor);
    }

    @Override
    public double least() {
      return ReviewCosts.LEAST;
    }
  }
}
