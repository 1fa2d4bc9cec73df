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

/** A scorecard as a page. */
final class ScorecardPage {
  private static final int SHOWN_CASES = 25;
  private static final int SHOWN_MISTAKES = 8;

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
                + " rows."
                + (card.method() == Method.CONTEST
                    ? " By the contest's method, not the program."
                    : ""));
  }

  static String html(Scorecard card) {
    ScorecardPage made = new ScorecardPage(card);
    made.tiles();
    made.rows();
    if (!card.tolls().isEmpty()) {
      TollReport.add(card.tolls(), made.page);
    }
    if (card.contrast() != null) {
      ContrastReport.add(card.contrast(), made.page);
    }
    ScorecardCharts charts = new ScorecardCharts(card, made.page);
    charts.causes();
    charts.tracking();
    charts.certainty();
    made.cases();
    made.method();
    return made.page.html();
  }

  private void tiles() {
    List<Page.Tile> tiles = new ArrayList<>();
    if (card.overall().failed() > 0) {
      tiles.add(
          new Page.Tile(
              "crashed",
              Integer.toString(card.overall().failed()),
              "of " + card.cases().size() + " cases; each counts as the worst there is"));
    }
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
            card.calibration().lines() == 0
                ? "–"
                : print(card.calibration().expectedCalibrationError(), 3),
            card.calibration().lines() + " lines"));
    tiles.add(
        new Page.Tile(
            "exit to receipt",
            card.waiting().receipts() == 0 ? "–" : print(card.waiting().medianSeconds(), 1) + " s",
            card.waiting().receipts() == 0
                ? ""
                : "95 % within " + print(card.waiting().p95Seconds(), 1) + " s"));
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

  private static Table groups(String caption, String what, List<Group> groups) {
    List<Figure> figures =
        Figure.RECEIPTS.stream()
            .filter(f -> groups.stream().anyMatch(g -> g.figure(f) != null))
            .toList();
    return groups(caption, what, groups, figures);
  }

  /** Groups, one a row, and the figures named. */
  static Table groups(String caption, String what, List<Group> groups, List<Figure> figures) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(what, Kind.TEXT, ""));
    columns.add(new Column("cases", Kind.NUMBER, "how many ran, one for each seed"));
    for (Figure figure : figures) {
      columns.add(new Column(figure.head(), Kind.NUMBER, figure.title() + ": " + figure.meaning()));
    }
    Table table = new Table(caption, columns);
    for (Group group : groups) {
      List<Cell> cells = new ArrayList<>();
      Cell name = Cell.text(group.name());
      cells.add(group.failed() == 0 ? name : name.with(group.failed() + " never came to receipts"));
      cells.add(Cell.number(Integer.toString(group.cases()), group.cases()));
      for (Figure figure : figures) {
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
              Cell.text(c.command())));
    }
    page.table(table);
  }

  /** Why a case is wrong, a line for each mistake. */
  static String whatWentWrong(CaseResult c) {
    if (c.failure() != null) {
      return "crashed: " + c.failure();
    }
    List<String> wrong = c.figures().wrong();
    if (wrong.isEmpty() && c.figures().linesInReview() > 0) {
      return c.figures().linesInReview() + " of " + c.figures().lines() + " lines wait for review";
    }
    int more = wrong.size() - SHOWN_MISTAKES;
    return String.join("\n", wrong.subList(0, Math.min(SHOWN_MISTAKES, wrong.size())))
        + (more > 0 ? "\nand " + more + " more" : "");
  }

  private void method() {
    page.section("How this was measured", "");
    page.text(
        "Every case is simulated from its seed, replayed through the whole pipeline and scored against"
            + " the simulation's truth; nothing was left out. A case that never came to receipts counts"
            + " as the worst there is: F1 0, one receipt and not exact, money error 1, one line and in"
            + " review; it has no places, certainties or waits to count. Intervals are 95 % percentile bootstraps ("
            + Bootstrap.DRAWS
            + " seeded draws) over the cases of each row; where all seeds agree the interval has no"
            + " width, and with n cases all right the true share of wrong ones may still be up to 3/n.");
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

  private static String interval(Figure figure, Estimate estimate) {
    if (estimate.low() == null || estimate.high() == null) {
      return "";
    }
    String low = figure.print(estimate.low());
    String high = figure.print(estimate.high());
    return low.equals(high) ? "" : low + "–" + high;
  }

  static String print(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
