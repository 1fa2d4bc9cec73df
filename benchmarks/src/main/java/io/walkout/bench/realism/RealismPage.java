package io.walkout.bench.realism;

import io.walkout.bench.page.Chart;
import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.realism.figure.Comparison;
import io.walkout.bench.realism.figure.Comparison.Verdict;
import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Figure;
import io.walkout.bench.realism.plates.StepMeasures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lays a report out as one HTML file. */
final class RealismPage {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("Figure", Table.Kind.TEXT, ""),
          new Table.Column("Real", Table.Kind.NUMBER, "measured on the recording"),
          new Table.Column("Simulated", Table.Kind.NUMBER, "the middle of the seeds"),
          new Table.Column(
              "Seeds from – to", Table.Kind.NUMBER, "smallest and largest of the seeds"),
          new Table.Column("Ratio", Table.Kind.NUMBER, "simulated over real"),
          new Table.Column(
              "Mark",
              Table.Kind.NUMBER,
              "differs: beyond a factor of "
                  + Comparison.DIFFERS_FACTOR
                  + " and no seed came near; spread: beyond it, but among the seeds"));

  /** Seeds whose steps are drawn; more lines can't be told apart. */
  private static final int STEPS_SHOWN = 3;

  private final RealismReport report;
  private final Page page;

  private RealismPage(RealismReport report) {
    this.report = report;
    page =
        new Page(
            "Real and simulated: " + report.recording(),
            "The recording on one side, "
                + report.seeds().size()
                + " simulations of the same visit in the same store on the other, measured by the"
                + " same code. Holds pictures of the recording: keep it where the footage is kept.");
  }

  /** The whole file. */
  static String html(RealismReport report) {
    RealismPage made = new RealismPage(report);
    made.summary();
    Map<String, List<Comparison.Row>> groups = new LinkedHashMap<>();
    for (Comparison.Row row : report.comparison().rows()) {
      groups.computeIfAbsent(row.figure().group(), g -> new ArrayList<>()).add(row);
    }
    groups.forEach(made::group);
    made.pairs();
    return made.page.html();
  }

  private void summary() {
    Comparison all = report.comparison();
    page.tiles(
        List.of(
            tile(
                "alike",
                all.count(Verdict.ALIKE),
                "within a factor of " + Comparison.DIFFERS_FACTOR),
            tile("differ", all.count(Verdict.DIFFERS), "beyond it, and no seed came near"),
            tile("spread", all.count(Verdict.WITHIN_SEEDS), "beyond it, but among the seeds"),
            tile("not compared", all.count(Verdict.NOT_COMPARED), "measured on one side only")));
    page.text("Made again by: " + report.command());
    report.notes().forEach(page::text);
  }

  private static Page.Tile tile(String label, long count, String note) {
    return new Page.Tile(label, Long.toString(count), note);
  }

  private void group(String name, List<Comparison.Row> rows) {
    page.section(name, "");
    Table table = new Table(caption(rows), COLUMNS);
    for (Comparison.Row row : rows) {
      Figure figure = row.figure();
      table.row(
          List.of(
              Table.Cell.text(
                  figure.name() + (figure.unit().isEmpty() ? "" : ", " + figure.unit())),
              cell(row.real()),
              cell(row.simulated()),
              Table.Cell.text(
                  row.seeds() < 2 ? "" : print(row.lowest()) + " – " + print(row.highest())),
              cell(row.ratio()),
              verdict(row.verdict())));
    }
    page.table(table);
    List<Runnable> cards = new ArrayList<>();
    report
        .curves()
        .forEach(
            (figure, curves) -> {
              if (figure.group().equals(name)) {
                cards.add(() -> chart(figure, curves));
              }
            });
    if (!cards.isEmpty()) {
      page.beside(cards.toArray(Runnable[]::new));
    }
  }

  private static String caption(List<Comparison.Row> rows) {
    int seeds = rows.stream().mapToInt(Comparison.Row::seeds).max().orElse(0);
    return seeds == 1
        ? "Simulated with one seed."
        : "Simulated: the middle of " + seeds + " seeds.";
  }

  private void chart(Figure figure, RealismReport.Curves curves) {
    page.heading(figure.name());
    List<Chart.Band> bands = new ArrayList<>();
    Curve real = curves.real();
    bands.add(new Chart.Band("recording", real.x(), real.middle(), real.low(), real.high()));
    boolean isStep = figure.name().startsWith(StepMeasures.AROUND);
    if (curves.simulated().size() > 1 && !isStep) {
      bands.add(pooled(curves.simulated()));
    } else {
      int shown = Math.min(STEPS_SHOWN, curves.simulated().size());
      for (int i = 0; i < shown; i++) {
        Curve one = curves.simulated().get(i);
        String name = "seed " + report.seeds().get(i);
        bands.add(new Chart.Band(name, one.x(), one.middle(), one.low(), one.high()));
      }
    }
    Axes axes = Axes.of(figure);
    page.chart(
        Chart.bands(
            figure + ", recording and simulations",
            bands,
            axes.x(),
            figure.unit(),
            axes.isLogX(),
            axes.isLogY()));
  }

  /**
   * The middle of the seeds; around it the middle of their bands, or, where they have none, the
   * place of eight in ten of them.
   */
  private static Chart.Band pooled(List<Curve> seeds) {
    double[] x = seeds.getFirst().x();
    Curve middle = Curve.of(x, seeds.stream().map(Curve::middle).toList());
    boolean banded = seeds.getFirst().hasBand();
    double[] low =
        banded ? Curve.of(x, seeds.stream().map(Curve::low).toList()).middle() : middle.low();
    double[] high =
        banded ? Curve.of(x, seeds.stream().map(Curve::high).toList()).middle() : middle.high();
    return new Chart.Band("simulated", x, middle.middle(), low, high);
  }

  private void pairs() {
    if (report.pairs().isEmpty()) {
      return;
    }
    page.section(
        "Side by side",
        "Left the recording, right the simulation of seed "
            + report.seeds().getFirst()
            + " through the same calibration, after H.264. The moments are chosen by place: the"
            + " distance says how far the two shoppers' places are apart.");
    for (PicturePair pair : report.pairs()) {
      Moment m = pair.moment();
      String where =
          String.format(
              Locale.ROOT,
              "camera %s, %s, at %.1f s of the recording and %.1f s of the simulation, %.2f m apart",
              pair.camera(),
              m.what(),
              m.realSeconds(),
              m.simulatedSeconds(),
              m.apartMetres());
      page.beside(
          () -> page.picture("png", pair.realPng(), "Real: " + where),
          () -> page.picture("png", pair.simulatedPng(), "Rendered: " + where));
    }
  }

  private static Table.Cell cell(double value) {
    return Table.Cell.number(print(value), value);
  }

  private static Table.Cell verdict(Verdict verdict) {
    return switch (verdict) {
      case ALIKE -> Table.Cell.text("").marked("good");
      case WITHIN_SEEDS -> Table.Cell.text("spread").marked("weak");
      case DIFFERS -> Table.Cell.text("differs").marked("bad");
      case NOT_COMPARED -> Table.Cell.text("one side only").marked("weak");
    };
  }

  /** Three digits that mean something. */
  static String print(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** How a figure's curve is drawn. */
  private record Axes(String x, boolean isLogX, boolean isLogY) {
    static Axes of(Figure figure) {
      String name = figure.name();
      if (name.startsWith("power density")) {
        return new Axes("Hz", false, true);
      }
      if (name.startsWith("Allan")) {
        return new Axes("length of a stretch, s", true, true);
      }
      if (name.contains("over plates") || name.contains("over shelves")) {
        return new Axes("share of them with less, %", false, true);
      }
      if (name.contains("over blocks")) {
        return new Axes("share of them with less, %", false, false);
      }
      return name.contains("luminance")
          ? new Axes("luminance of 255", false, false)
          : new Axes("seconds from the step", false, false);
    }
  }
}
