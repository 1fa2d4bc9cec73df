package io.walkout.bench;

import io.walkout.billing.ReadReceipt;
import io.walkout.ingest.recording.Truth;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Whether certainty is true: lines by their stated certainty, and how many of each were right. A
 * line is right if its person truly took just that many of that product. One thread.
 */
final class Reliability {
  private static final double[] FROM = {0, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95};

  private final int[] lines = new int[FROM.length];
  private final int[] right = new int[FROM.length];
  private final double[] stated = new double[FROM.length];

  void add(List<ReadReceipt> receipts, Truth truth) {
    for (ReadReceipt receipt : receipts) {
      for (ReadReceipt.Line line : receipt.lines()) {
        Double certainty = line.certainty();
        if (certainty == null) {
          continue;
        }
        int bin = FROM.length - 1;
        while (certainty < FROM[bin]) {
          bin--;
        }
        lines[bin]++;
        stated[bin] += certainty;
        right[bin] += isRight(receipt, line, truth) ? 1 : 0;
      }
    }
  }

  private static boolean isRight(ReadReceipt receipt, ReadReceipt.Line line, Truth truth) {
    int taken =
        truth.receipts().stream()
            .filter(r -> r.targetId().equals(receipt.targetId()))
            .flatMap(r -> r.products().stream())
            .filter(item -> item.barcode().value().equals(line.gtin()))
            .mapToInt(Truth.Item::quantity)
            .sum();
    return taken == line.quantity();
  }

  void print(PrintStream out) {
    int all = 0;
    double error = 0;
    out.printf("%n%-12s %6s %8s %8s%n", "certainty", "lines", "stated", "right");
    for (int b = 0; b < FROM.length; b++) {
      if (lines[b] > 0) {
        double to = b + 1 < FROM.length ? FROM[b + 1] : 1;
        out.printf(
            Locale.ROOT,
            "%.2f - %.2f  %6d %8.3f %8.3f%n",
            FROM[b],
            to,
            lines[b],
            stated[b] / lines[b],
            (double) right[b] / lines[b]);
        all += lines[b];
        error += Math.abs(stated[b] - right[b]);
      }
    }
    out.printf(
        Locale.ROOT,
        "expected calibration error %.3f over %d lines%n",
        error / Math.max(1, all),
        all);
  }
}
