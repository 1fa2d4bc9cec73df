package io.walkout.bench.scorecard;

import io.walkout.node.score.ReceiptDelay;
import java.util.ArrayList;
import java.util.List;

/**
 * How long people wait for their receipts after they have left, in event time.
 *
 * @param receipts how many
 * @param medianSeconds half of them wait less; 0 without receipts
 * @param p95Seconds 19 of 20 wait less
 * @param maxSeconds the longest
 * @param binSeconds width of the bins
 * @param bins receipts by wait; the last bin also holds all longer waits
 */
public record Waiting(
    int receipts,
    double medianSeconds,
    double p95Seconds,
    double maxSeconds,
    double binSeconds,
    List<Integer> bins) {
  private static final int MOST_BINS = 40;

  /** Copies the list. */
  public Waiting {
    bins = List.copyOf(bins);
  }

  static Waiting of(List<CaseResult> cases) {
    ReceiptDelay delay =
        ReceiptDelay.of(
            cases.stream().flatMap(c -> c.figures().secondsToReceipt().stream()).toList());
    List<Double> sorted = delay.seconds();
    if (sorted.isEmpty()) {
      return new Waiting(0, 0, 0, 0, 1, List.of());
    }
    double longest = delay.maxSeconds();
    double width = longest <= 10 ? 0.25 : longest <= 20 ? 0.5 : longest <= 40 ? 1 : 5;
    int[] counts = new int[Math.min(MOST_BINS, 1 + (int) (longest / width))];
    for (double seconds : sorted) {
      counts[Math.min(counts.length - 1, Math.max(0, (int) (seconds / width)))]++;
    }
    List<Integer> bins = new ArrayList<>();
    for (int n : counts) {
      bins.add(n);
    }
    return new Waiting(
        sorted.size(), delay.medianSeconds(), delay.p95Seconds(), longest, width, bins);
  }
}
