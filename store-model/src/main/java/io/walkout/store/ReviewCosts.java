package io.walkout.store;

/**
 * What it costs the store to charge a line that is wrong, not to charge one that is right, and to
 * have somebody look. With certainty p, charging a line costs (1 - p) overcharge; looking costs
 * review; letting it go costs p missed. Charging is right where it costs no more than the cheaper
 * of the others, which is from
 *
 * <pre>
 * p* = max(1 - review / overcharge, overcharge / (overcharge + missed))
 * </pre>
 *
 * <p>(the rule of least risk with a reject option: C. K. Chow, On optimum recognition error and
 * reject tradeoff, 1970). docs/decisions/024 says why the standard is what it is.
 *
 * @param overcharge of a line that was charged and is wrong
 * @param missed of a line that is right and was not charged
 * @param review of a line that somebody looks at
 */
public record ReviewCosts(Cost overcharge, Cost missed, Cost review) {
  /** A line that is as likely wrong as right is a guess, and no guess is charged at any price. */
  public static final double LEAST = 0.5;

  /**
   * Four times the price for an overcharge, once for a missed item, once for a review: charged from
   * 0.8. Chosen, see docs/decisions/024.
   */
  public static final ReviewCosts DEFAULT =
      new ReviewCosts(Cost.ofPrice(4), Cost.ofPrice(1), Cost.ofPrice(1));

  /**
   * A cost that grows with the line's price, or not, or both.
   *
   * @param prices so many times what the line comes to, 0 to {@link #MOST_PRICES}
   * @param minor and so much besides, minor units, at least 0
   */
  public record Cost(double prices, long minor) {
    /** Chosen: far beyond what anything costs a store, and sums of it stay numbers. */
    public static final double MOST_PRICES = 1_000_000;

    /** Throws {@link IllegalArgumentException} on what is out of bounds or no number. */
    public Cost {
      if (!(prices >= 0 && prices <= MOST_PRICES) || minor < 0) {
        throw new IllegalArgumentException(
            "a cost is at least 0, and at most a million times the price");
      }
    }

    /** So many times the price, and nothing besides. */
    public static Cost ofPrice(double prices) {
      return new Cost(prices, 0);
    }

    double of(double amountMinor) {
      return prices * amountMinor + minor;
    }
  }

  /** Throws {@link IllegalArgumentException} if an overcharge costs nothing. */
  public ReviewCosts {
    if (overcharge.prices() == 0 && overcharge.minor() == 0) {
      throw new IllegalArgumentException("an overcharge that costs nothing leaves no threshold");
    }
  }

  /**
   * From which certainty a line is charged, {@link #LEAST}..1.
   *
   * @param amountMinor what it comes to; a line that comes to nothing is taken to come to one minor
   *     unit
   */
  public double threshold(long amountMinor) {
    double amount = Math.max(1, amountMinor);
    double over = overcharge.of(amount);
    double looked = 1 - review.of(amount) / over;
    double letGo = over / (over + missed.of(amount));
    return Math.clamp(Math.max(looked, letGo), LEAST, 1);
  }
}
