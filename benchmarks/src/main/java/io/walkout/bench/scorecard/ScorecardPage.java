package io.walkout.bench.scorecard;

import io.walkout.bench.page.Chart;
import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A scorecard as a page. */
final class ScorecardPage {
  private static final int SHOWN_CASES = 25;

  private final Scorecard card;
  private final Page page;

  private ScorecardPage(Scorecard card) {
    this.card = card;
    this.page =
        new Page(
            "Scorecard: " + card.suite(),
            card.description()
                + (card.description().isEmpty() ? "" : ". ")
                + card.cases().size()
                + " simulated cases in "
                + card.rows().size()
                + " rows.");
  }

  static String html(Scorecard card, ScorecardFile.Run run) {
    ScorecardPage made = new ScorecardPage(card);
    made.tiles();
    made.rows();
    made.causes();
    made.certainty();
    made.cases();
    made.method(run);
    return made.page.html();
  }

  private void tiles() {
    List<Page.Tile> tiles = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Estimate estimate = card.overall().figure(figure);
      if (estimate != null) {
        tiles.add(
            new Page.Tile(
                figure.title(), figure.print(estimate.value()), interval(figure, estimate)));
      }
    }
    tiles.add(
        new Page.Tile(
            "calibration error",
            print(card.calibration().expectedError(), 3),
            card.calibration().lines() + " lines"));
    tiles.add(
        new Page.Tile(
            "exit to receipt",
            print(card.waiting().medianSeconds(), 1) + " s",
            "95 % within " + print(card.waiting().p95Seconds(), 1) + " s"));
    page.tiles(tiles);
  }

  private void rows() {
    page.section(
        "By scenario",
        "Worst first. F1 is the public competition's: right goods on the right receipt, lines in review"
            + " counted as shown. Whiskers are 95 % intervals over seeds.");
    List<Group> worst = Scorecard.worstFirst(card.rows());
    page.chart(
        Chart.spans(
            "F1 of each row with its interval, and F1 of charged lines only; the table below says"
                + " the same.",
            worst.stream().map(ScorecardPage::span).toList(),
            Figure.F1.title(),
            Figure.F1_CHARGED.title(),
            false));
    page.table(groups("Figures by row, lowest F1 first", "row", worst));
    if (!card.tags().isEmpty()) {
      page.heading("By tag");
      page.table(
          groups(
              "Scenarios that share a tag; a scenario can have several",
              "tag",
              Scorecard.worstFirst(card.tags())));
    }
  }

  private static Chart.Span span(Group group) {
    Estimate f1 = group.figure(Figure.F1);
    return new Chart.Span(
        group.name(),
        group.value(Figure.F1),
        f1 == null || f1.low() == null ? Double.NaN : f1.low(),
        f1 == null || f1.high() == null ? Double.NaN : f1.high(),
        group.value(Figure.F1_CHARGED));
  }

  static Table groups(String caption, String what, List<Group> groups) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(what, Kind.TEXT, ""));
    columns.add(new Column("cases", Kind.NUMBER, "how many ran, one for each seed"));
    for (Figure figure : Figure.values()) {
      columns.add(new Column(figure.title(), Kind.NUMBER, figure.meaning()));
    }
    Table table = new Table(caption, columns);
    for (Group group : groups) {
      List<Cell> cells = new ArrayList<>();
      Cell name = Cell.text(group.name());
      cells.add(group.failed() == 0 ? name : name.with(group.failed() + " never came to receipts"));
      cells.add(Cell.number(Integer.toString(group.cases()), group.cases()));
      for (Figure figure : Figure.values()) {
        Estimate estimate = group.figure(figure);
        cells.add(
            estimate == null
                ? Cell.number("–", Double.NaN)
                : Cell.number(figure.print(estimate.value()), estimate.value())
                    .with(interval(figure, estimate)));
      }
      table.row(cells);
    }
    return table;
  }

  private void causes() {
    TreeSet<String> causes = new TreeSet<>(card.overall().causes().keySet());
    page.section(
        "What goes wrong",
        causes.isEmpty() ? "Nothing did." : "Units on receipts that are wrong, by cause.");
    if (causes.isEmpty()) {
      return;
    }
    List<Group> wrong =
        card.rows().stream()
            .filter(g -> !g.causes().isEmpty())
            .sorted((a, b) -> Integer.compare(wrongUnits(b), wrongUnits(a)))
            .toList();
    List<Chart.Series> parts = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("row", Kind.TEXT, ""));
    columns.add(new Column("units taken", Kind.NUMBER, "units that were truly taken"));
    for (String cause : causes) {
      columns.add(new Column(cause, Kind.NUMBER, ""));
      parts.add(
          new Chart.Series(
              cause, wrong.stream().mapToDouble(g -> g.causes().getOrDefault(cause, 0)).toArray()));
    }
    page.chart(
        Chart.stacks(
            "Wrong units of each row by cause; the table below says the same.",
            wrong.stream().map(Group::name).toList(),
            parts,
            "wrong units"));
    Table table = new Table("Wrong units by cause, most first", columns);
    for (Group group : wrong) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(group.name()));
      cells.add(Cell.number(Integer.toString(group.taken()), group.taken()));
      for (String cause : causes) {
        int units = group.causes().getOrDefault(cause, 0);
        cells.add(Cell.number(units == 0 ? "·" : Integer.toString(units), units));
      }
      table.row(cells);
    }
    page.table(table);
  }

  private static int wrongUnits(Group group) {
    return group.causes().values().stream().mapToInt(Integer::intValue).sum();
  }

  private void certainty() {
    page.section("Certainty and waiting", "");
    page.beside(this::calibration, this::waiting);
  }

  private void calibration() {
    Calibration calibration = card.calibration();
    page.heading("Is certainty true?");
    page.text(
        "Of the lines given at 0.9, nine in ten should be right: points on the dashed line. Above it"
            + " the program is more cautious than it need be, below it charges what it should not.");
    List<Calibration.Bin> bins = calibration.bins();
    page.chart(
        Chart.reliability(
            "Share of right lines against stated certainty; the table below says the same.",
            bins.stream().mapToDouble(Calibration.Bin::stated).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::right).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::low).toArray(),
            bins.stream().mapToDouble(Calibration.Bin::high).toArray(),
            bins.stream().mapToInt(Calibration.Bin::lines).toArray()));
    Table table =
        new Table(
            "Expected calibration error "
                + print(calibration.expectedError(), 3)
                + " over "
                + calibration.lines()
                + " lines",
            List.of(
                new Column("certainty", Kind.TEXT, ""),
                new Column("lines", Kind.NUMBER, ""),
                new Column("stated", Kind.NUMBER, "mean stated certainty"),
                new Column("right", Kind.NUMBER, "share that was right, 95 % interval")));
    for (Calibration.Bin bin : bins) {
      table.row(
          List.of(
              Cell.text(print(bin.from(), 2) + " to " + print(bin.to(), 2)),
              Cell.number(Integer.toString(bin.lines()), bin.lines()),
              Cell.number(print(bin.stated(), 3), bin.stated()),
              Cell.number(print(bin.right(), 3), bin.right())
                  .with(print(bin.low(), 3) + " to " + print(bin.high(), 3))));
    }
    page.table(table);
  }

  private void waiting() {
    Waiting waiting = card.waiting();
    page.heading("From exit to receipt");
    page.text("Event time from the last sight of a person to their receipt.");
    page.chart(
        Chart.histogram(
            "Receipts by seconds after the exit; the table below has median, 95 % and longest.",
            0,
            waiting.binSeconds(),
            List.of(
                new Chart.Series(
                    "receipts",
                    waiting.bins().stream().mapToDouble(Integer::doubleValue).toArray())),
            "seconds from exit to receipt"));
    page.table(
        new Table(
                waiting.receipts() + " receipts",
                List.of(
                    new Column("", Kind.TEXT, ""),
                    new Column("seconds", Kind.NUMBER, "event time")))
            .row(List.of(Cell.text("median"), seconds(waiting.medianSeconds())))
            .row(List.of(Cell.text("95 % within"), seconds(waiting.p95Seconds())))
            .row(List.of(Cell.text("longest"), seconds(waiting.maxSeconds()))));
  }

  private void cases() {
    List<CaseResult> wrong = card.wrongCases();
    page.section(
        "Cases that are wrong",
        wrong.isEmpty()
            ? "None of " + card.cases().size() + "."
            : wrong.size()
                + " of "
                + card.cases().size()
                + ", worst first. The command repeats a case exactly.");
    if (wrong.isEmpty()) {
      return;
    }
    Table table =
        new Table(
                "Cases and the commands that repeat them",
                List.of(
                    new Column("case", Kind.TEXT, ""),
                    new Column("F1", Kind.NUMBER, Figure.F1.meaning()),
                    new Column("what went wrong", Kind.TEXT, ""),
                    new Column("repeat it", Kind.COMMAND, "")))
            .showing(SHOWN_CASES);
    for (CaseResult c : wrong) {
      double f1 = c.figures().f1();
      table.row(
          List.of(
              Cell.text(c.of().row().label()).with("seed " + c.of().seed()),
              Cell.number(print(f1, 3), f1).marked(f1 < 0.5 ? "bad" : f1 < 1 ? "weak" : ""),
              Cell.text(whatWentWrong(c)),
              Cell.text(c.of().command())));
    }
    page.table(table);
  }

  static String whatWentWrong(CaseResult c) {
    return c.failure() == null ? String.join("; ", c.figures().wrong()) : "crashed: " + c.failure();
  }

  private void method(ScorecardFile.Run run) {
    page.section("How this was measured", "");
    page.text(
        "Every case is simulated from its seed, replayed through the whole pipeline and scored against"
            + " the simulation's truth; nothing was left out. A case that never came to receipts counts"
            + " as F1 0. Intervals are 95 % percentile bootstraps ("
            + Bootstrap.DRAWS
            + " seeded draws) over the cases of each row; where all seeds agree the interval has no"
            + " width, and with n cases all right the true share of wrong ones may still be up to 3/n.");
    page.text(
        String.format(
            Locale.ROOT,
            "This run, for information: %,.0f s of shop time in %,.0f s, %.0f times real time, %d cases"
                + " at a time on %d cores, Java %s.",
            run.simulatedSeconds(),
            run.elapsedSeconds(),
            run.timesRealTime(),
            run.threads(),
            run.cores(),
            run.java()));
    page.table(meanings());
  }

  private static Table meanings() {
    Table table =
        new Table(
            "What the figures say",
            List.of(new Column("figure", Kind.TEXT, ""), new Column("says", Kind.TEXT, "")));
    Arrays.stream(Figure.values())
        .forEach(f -> table.row(List.of(Cell.text(f.title()), Cell.text(f.meaning()))));
    return table;
  }

  private static Cell seconds(double seconds) {
    return Cell.number(print(seconds, 2), seconds);
  }

  private static String interval(Figure figure, Estimate estimate) {
    return estimate.low() == null || estimate.high() == null
        ? ""
        : figure.print(estimate.low()) + " to " + figure.print(estimate.high());
  }

  static String print(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
