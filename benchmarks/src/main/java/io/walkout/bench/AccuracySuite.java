package io.walkout.bench;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.report.Progress;
import io.walkout.node.score.Calibration;
import io.walkout.node.score.JudgedLine;
import io.walkout.node.score.Score;
import io.walkout.node.score.ScoreFile;
import io.walkout.sim.Simulation;
import io.walkout.sim.autocheckout.AutoCheckoutCase;
import io.walkout.sim.autocheckout.CaseQuirks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy over simulated visits: each scenario with several seeds, straight and by way of
 * AutoCheckout cases with the faults that real cases have. Prints the table of docs/accuracy.md.
 * Simulated figures, and called so there.
 *
 * <p>Arguments: number of seeds, first seed, then scenarios (all if none).
 */
public final class AccuracySuite {
  private static final List<String> SCENARIOS =
      List.of(
          "alone", "take-two", "put-back", "misplaced", "neighbours", "nothing", "crowd", "random");

  private static final List<JudgedLine> LINES = new ArrayList<>();

  private AccuracySuite() {}

  /** Runs the suite. */
  public static void main(String[] args) throws IOException {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    long first = args.length > 1 ? Long.parseLong(args[1]) : 1000;
    List<String> scenarios = args.length > 2 ? List.of(args).subList(2, args.length) : SCENARIOS;
    System.out.printf(
        "%-34s %5s %7s %7s %7s %7s %8s %8s%n",
        "scenario", "cases", "F1", "charged", "anyone", "exact", "money", "review");
    for (String scenario : scenarios) {
      run(scenario, scenario, seeds, first, null);
    }
    for (Map.Entry<String, CaseQuirks> quirk : quirks().entrySet()) {
      if (scenarios.contains("random")) {
        run("random, " + quirk.getKey(), "random", seeds, first, quirk.getValue());
      }
    }
    print(Calibration.of(LINES));
  }

  private static Map<String, CaseQuirks> quirks() {
    Map<String, CaseQuirks> quirks = new LinkedHashMap<>();
    quirks.put("AutoCheckout case", CaseQuirks.NONE.gzipped());
    quirks.put("5 % dead plates", CaseQuirks.NONE.withDeadPlates(0.05));
    quirks.put("gondola 2 missing", CaseQuirks.NONE.withoutGondola(2));
    quirks.put("30 % masses x 2", CaseQuirks.NONE.withWrongMasses(0.3, 2));
    quirks.put("30 % masses x 0.1", CaseQuirks.NONE.withWrongMasses(0.3, 0.1));
    quirks.put("30 % masses missing", CaseQuirks.NONE.withPoorCatalogue(0.3, 0.1));
    quirks.put("5 % planogram wrong", CaseQuirks.NONE.withPlanogramErrors(0.05));
    quirks.put("no store_meta", CaseQuirks.NONE.withoutStoreMeta());
    return quirks;
  }

  private static void run(
      String label, String scenario, int seeds, long first, @Nullable CaseQuirks quirks)
      throws IOException {
    List<Score> scores = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Path scratch = Files.createTempDirectory("walkout-accuracy");
      try {
        Path recording = scratch.resolve("case.rec");
        if (quirks == null) {
          Simulation.run(scenario, seed, recording);
        } else {
          Path directory = scratch.resolve("case");
          AutoCheckoutCase.write(scenario, seed, directory, quirks);
          AutoCheckoutImport.run(directory, recording);
        }
        Path out = scratch.resolve("out");
        Replay.run(recording, out, Replay.Options.DEFAULT, Progress.NONE);
        Score score = ScoreFile.score(recording, out.resolve("receipts.json"));
        scores.add(score);
        LINES.addAll(score.judgedLines());
        if (score.f1() < 1 && System.getProperty("verbose") != null) {
          System.out.printf(
              "  seed %d: missing %s, extra %s%n", seed, score.missing(), score.extra());
        }
      } finally {
        try (Stream<Path> files = Files.walk(scratch)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
    print(label, scores);
  }

  private static void print(Calibration calibration) {
    System.out.printf("%n%-12s %6s %8s %8s%n", "certainty", "lines", "stated", "right");
    for (Calibration.Bin bin : calibration.bins()) {
      System.out.printf(
          Locale.ROOT,
          "%.2f - %.2f  %6d %8.3f %8.3f%n",
          bin.from(),
          bin.to(),
          bin.lines(),
          bin.stated(),
          bin.right());
    }
    System.out.printf(
        Locale.ROOT,
        "expected calibration error %.3f over %d lines%n",
        calibration.expectedCalibrationError(),
        calibration.lines());
  }

  private static void print(String label, List<Score> scores) {
    int lines = scores.stream().mapToInt(Score::lines).sum();
    int review = scores.stream().mapToInt(Score::linesInReview).sum();
    int exact = scores.stream().mapToInt(Score::exactReceipts).sum();
    int people = scores.stream().mapToInt(Score::people).sum();
    System.out.printf(
        Locale.ROOT,
        "%-34s %5d %7.4f %7.4f %7.4f %7.4f %8.4f %8.0f%n",
        label,
        scores.size(),
        scores.stream().mapToDouble(Score::f1).average().orElse(Double.NaN),
        scores.stream().mapToDouble(Score::f1Charged).average().orElse(Double.NaN),
        scores.stream().mapToDouble(Score::f1WithoutPeople).average().orElse(Double.NaN),
        people == 0 ? Double.NaN : (double) exact / people,
        scores.stream()
            .mapToDouble(Score::moneyError)
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN),
        lines == 0 ? 0.0 : 1000.0 * review / lines);
  }
}
