package io.walkout.bench.shelf;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.StoreEvent.Kind;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.tracker.shelf.ShelfTracker;
import io.walkout.tracker.shelf.ShelfTrackerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures the shelf tracker alone on simulated visits: what share of the loads that truly came or
 * went has a change of its own with the right sign and mass, how well its moment is known, and what
 * was announced that no load explains. {@code docs/developing/shelf-tracker.md} says how to run it.
 */
public final class ShelfSuite {
  /** What the tracker lets pass before it trusts event time, as a pipeline with a lateness does. */
  private static final long WATERMARK_LAG_NANOS = 300_000_000L;

  private ShelfSuite() {}

  /**
   * Prints a table, a row for each scenario.
   *
   * @param args first seed, number of seeds, scenarios (names or files); {@code --fault TEXT}
   *     anywhere
   * @throws IOException never
   */
  public static void main(String[] args) throws IOException {
    List<String> plain = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--fault") && i + 1 < args.length) {
        faults.add(args[++i]);
      } else {
        plain.add(args[i]);
      }
    }
    if (plain.size() < 3) {
      System.err.println("expected FIRST-SEED SEEDS SCENARIO... [--fault FAULT]...");
      System.exit(2);
    }
    long first = Long.parseLong(plain.get(0));
    int seeds = Integer.parseInt(plain.get(1));
    print(System.out, first, seeds, plain.subList(2, plain.size()), faults, Detector.TRACKER);
  }

  /**
   * Prints the table.
   *
   * @throws IOException if a scenario's file can't be read
   */
  static void print(
      PrintStream out,
      long first,
      int seeds,
      List<String> scenarios,
      List<String> faults,
      Detector detector)
      throws IOException {
    out.println(
        "| scenario | loads | own change | own and timely | changes | merged | unexplained"
            + " | step error, s: p5, p50, p95 | mass error, sigmas: p5, p50, p95"
            + " | mass error, g: p50, p95 | deed to announced, s: p50, p95 |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (String scenario : scenarios) {
      ShelfFigures figures = new ShelfFigures();
      for (long seed = first; seed < first + seeds; seed++) {
        ShelfCase made = ShelfCase.of(scenario, seed, faults);
        figures.add(made.loads, detector.find(made), made.plateHours);
      }
      out.println(row(scenario, figures));
    }
  }

  /** What the tracker announces of a case. */
  static List<FoundChange> track(ShelfCase made) {
    ShelfTracker tracker = new ShelfTracker(made.store(), ShelfTrackerSettings.DEFAULT);
    List<FoundChange> found = new ArrayList<>();
    StoreEvent event = new StoreEvent();
    long arrival = 0;
    for (int b = 0; b < made.blocks.size(); b++) {
      event.reset(Kind.PLATES);
      event.plates.copyFrom(made.blocks.get(b));
      arrival = made.arrivals.get(b);
      event.captureNanos = event.plates.firstNanos;
      event.arrivalNanos = arrival;
      event.watermarkNanos = arrival - WATERMARK_LAG_NANOS;
      tracker.onEvent(event);
      keep(event, arrival, found);
    }
    event.reset(Kind.END);
    event.captureNanos = arrival;
    event.arrivalNanos = arrival;
    event.watermarkNanos = arrival;
    tracker.onEvent(event);
    keep(event, arrival, found);
    return found;
  }

  private static void keep(StoreEvent event, long arrival, List<FoundChange> found) {
    for (ShelfChange change : event.changes) {
      found.add(new FoundChange(change, arrival));
    }
    event.changes.clear();
  }

  private static String row(String scenario, ShelfFigures f) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f %% | %.1f %% | %d | %d | %d | %s | %s | %.1f, %.1f | %.2f, %.2f |",
        scenario.substring(scenario.lastIndexOf('/') + 1),
        f.loads,
        100.0 * f.own / Math.max(1, f.loads),
        100.0 * f.timely / Math.max(1, f.loads),
        f.changes,
        f.merged,
        f.unexplained,
        spread(f.stepErrors),
        spread(f.massErrors),
        f.massErrorGrams(0.5),
        f.massErrorGrams(0.95),
        quantile(f.delays, 0.5),
        quantile(f.delays, 0.95));
  }

  private static String spread(List<Double> values) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f, %.2f",
        quantile(values, 0.05),
        quantile(values, 0.5),
        quantile(values, 0.95));
  }

  private static double quantile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
  }
}
