package io.walkout.node.cli;

import io.walkout.billing.Receipt;
import io.walkout.billing.ReceiptText;
import io.walkout.node.pipeline.Replay;
import io.walkout.store.EventTime;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * What a replay came to, for people to read: every receipt, then what was skipped, how long it
 * took, and where the files are.
 */
final class OutcomeText {
  private OutcomeText() {}

  static void print(Replay.Outcome outcome, PrintWriter print) {
    for (Receipt receipt : outcome.receipts()) {
      print.println(ReceiptText.of(outcome.store(), receipt));
    }
    Map<String, Object> problems = outcome.summary().groups().getOrDefault("problems", Map.of());
    problems.forEach((what, count) -> print.printf(Locale.ROOT, "note: %s: %s%n", what, count));
    double recorded = EventTime.secondsBetween(outcome.startNanos(), outcome.endNanos());
    print.printf(
        Locale.ROOT,
        "%.1f s of recording in %.2f s, %.1f times real time%n",
        recorded,
        outcome.elapsedSeconds(),
        recorded / outcome.elapsedSeconds());
  }
}
