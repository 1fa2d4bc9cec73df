package io.walkout.ingest.storefile;

import io.walkout.store.Policy;
import io.walkout.store.ReviewCosts;
import io.walkout.store.ReviewCosts.Cost;
import io.walkout.store.ReviewThreshold;
import java.util.Optional;

/**
 * From which certainty lines are charged, as the file's {@code policy} says it: {@code reviewBelow}
 * directly, else {@code costs} it follows from.
 */
final class ThresholdYaml {
  private static final String DIRECT = "reviewBelow";
  private static final String COSTS = "costs";
  private static final long MOST_MINOR = 1_000_000_000;

  private ThresholdYaml() {}

  /** Reads it; reports what is wrong and comes back empty. */
  static Optional<ReviewThreshold> read(YamlMap policy) {
    boolean isDirect = policy.has(DIRECT);
    boolean hasCosts = policy.has(COSTS);
    Optional<ReviewThreshold> fromCosts =
        hasCosts
            ? policy.map(COSTS).flatMap(map -> costs(map, policy))
            : Optional.of(Policy.DEFAULT.reviewBelow());
    if (!isDirect) {
      return fromCosts;
    }
    if (hasCosts) {
      policy.odd(COSTS, "costs beside reviewBelow, which holds", "one of the two");
    }
    return policy.number(DIRECT).flatMap(certainty -> fixed(policy, certainty));
  }

  private static Optional<ReviewThreshold> fixed(YamlMap policy, double certainty) {
    if (!(certainty >= 0 && certainty <= 1)) {
      policy.wrong(DIRECT, Decimal.print(certainty), "a certainty from 0 to 1");
      return Optional.empty();
    }
    if (certainty == 0) {
      policy.odd(DIRECT, "0, which charges every line, guesses too", "a certainty above 0");
    }
    return Optional.of(new ReviewThreshold.Fixed(certainty));
  }

  private static Optional<ReviewThreshold> costs(YamlMap map, YamlMap policy) {
    Optional<Cost> overcharge = cost(map, "overcharge", ReviewCosts.DEFAULT.overcharge());
    Optional<Cost> missed = cost(map, "missed", ReviewCosts.DEFAULT.missed());
    Optional<Cost> review = cost(map, "review", ReviewCosts.DEFAULT.review());
    map.finish();
    if (overcharge.isEmpty() || missed.isEmpty() || review.isEmpty()) {
      return Optional.empty();
    }
    if (overcharge.get().equals(Cost.ofPrice(0))) {
      policy.wrong(COSTS, "an overcharge that costs nothing", "an overcharge above 0");
      return Optional.empty();
    }
    return Optional.of(
        new ReviewThreshold.FromCosts(
            new ReviewCosts(overcharge.get(), missed.get(), review.get())));
  }

  private static Optional<Cost> cost(YamlMap map, String key, Cost fallback) {
    if (!map.has(key)) {
      return Optional.of(fallback);
    }
    if (!map.isMap(key)) {
      return prices(map, key).map(Cost::ofPrice);
    }
    YamlMap cost = map.map(key).orElseThrow();
    Optional<Double> prices = cost.has("price") ? prices(cost, "price") : Optional.of(0.0);
    Optional<Double> minor = cost.number("minor", 0);
    cost.finish();
    if (minor.isPresent() && !isAmount(minor.get())) {
      cost.wrong(
          "minor", Decimal.print(minor.get()), "whole minor units (cents) from 0 to " + MOST_MINOR);
      return Optional.empty();
    }
    return prices.flatMap(p -> minor.map(m -> new Cost(p, m.longValue())));
  }

  private static Optional<Double> prices(YamlMap map, String key) {
    Optional<Double> prices = map.number(key);
    if (prices.isPresent() && !(prices.get() >= 0 && prices.get() <= Cost.MOST_PRICES)) {
      map.wrong(
          key,
          Decimal.print(prices.get()),
          "how many times the price, 0 to " + Decimal.print(Cost.MOST_PRICES));
      return Optional.empty();
    }
    return prices;
  }

  private static boolean isAmount(double minor) {
    return minor == Math.rint(minor) && minor >= 0 && minor <= MOST_MINOR;
  }

  /** The line of the file that says it. */
  static String line(ReviewThreshold threshold) {
    return switch (threshold) {
      case ReviewThreshold.Fixed fixed -> DIRECT + ": " + Decimal.print(fixed.certainty());
      case ReviewThreshold.FromCosts from -> COSTS + ": " + text(from.costs());
    };
  }

  private static String text(ReviewCosts costs) {
    return "{overcharge: %s, missed: %s, review: %s}"
        .formatted(text(costs.overcharge()), text(costs.missed()), text(costs.review()));
  }

  private static String text(Cost cost) {
    String prices = Decimal.print(cost.prices());
    return cost.minor() == 0 ? prices : "{price: %s, minor: %d}".formatted(prices, cost.minor());
  }
}
