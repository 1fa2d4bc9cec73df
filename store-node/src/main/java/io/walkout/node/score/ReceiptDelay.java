package io.walkout.node.score;

import java.util.List;

/**
 * Event time from the last sight of somebody to their receipt, over all receipts; NaN where the run
 * left no log.
 *
 * @param minSeconds the shortest
 * @param medianSeconds half of them are no longer
 * @param p95Seconds 95 in 100 of them are no longer
 * @param maxSeconds the longest
 * @param seconds each, sorted
 */
public record ReceiptDelay(
    double minSeconds,
    double medianSeconds,
    double p95Seconds,
    double maxSeconds,
    List<Double> seconds) {

  /** Of those times; several cases' are pooled by joining their lists. */
  public static ReceiptDelay of(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return new ReceiptDelay(
        quantile(sorted, 0),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 1),
        sorted);
  }

  /** The smallest value that this share of all does not exceed (nearest rank). */
  private static double quantile(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }
}
