package io.walkout.bench.scorecard;

import io.walkout.bench.page.Chart;
import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A comparison as a page. */
final class ComparisonPage {
  private static final int SHOWN_CASES = 25;

  private final Comparison comparison;
  private final Page page;

  private ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
    this.page =
        new Page(
            "What changed",
            comparison.nameBefore()
                + " against "
                + comparison.nameAfter()
                + ": "
                + ComparisonText.summary(comparison)
                + ".");
  }

  static String html(Comparison comparison) {
    ComparisonPage made = new ComparisonPage(comparison);
    made.tiles();
    made.rows();
    made.cases("Got worse", Comparison.Verdict.WORSE);
    made.cases("Got better", Comparison.Verdict.BETTER);
    made.onlyInOne();
    return made.page.html();
  }

  private void tiles() {
    List<Page.Tile> tiles = new ArrayList<>();
    Comparison.RowChange overall = comparison.overall();
    for (Figure figure : Figure.values()) {
      Estimate change = overall.change(figure);
      if (change != null) {
        String interval =
            change.low() == null || change.high() == null || change.low().equals(change.high())
                ? ""
                : ", by " + signed(figure, change.low()) + " to " + signed(figure, change.high());
        tiles.add(
            new Page.Tile(
                "change of " + figure.title(),
                signed(figure, change.value()),
                "from "
                    + figure.print(overall.before().getOrDefault(figure.key(), Double.NaN))
                    + " to "
                    + figure.print(overall.after().getOrDefault(figure.key(), Double.NaN))
                    + interval));
      }
    }
    page.tiles(tiles);
  }

  private void rows() {
    page.section(
        "By row",
        "Differences over the seeds that both have, the greatest fall first. Whiskers are 95 % intervals"
            + " by a paired bootstrap: where they hold zero, other seeds might say otherwise.");
    List<Comparison.RowChange> worst =
        comparison.rows().stream()
            .sorted(Comparator.comparingDouble(r -> value(r, Figure.F1)))
            .toList();
    List<Chart.Span> spans = new ArrayList<>();
    for (Comparison.RowChange row : worst) {
      Estimate change = row.change(Figure.F1);
      spans.add(
          new Chart.Span(
              row.name(),
              value(row, Figure.F1),
              change == null || change.low() == null ? Double.NaN : change.low(),
              change == null || change.high() == null ? Double.NaN : change.high(),
              Double.NaN));
    }
    page.chart(
        Chart.spans(
            "Change of F1 by row with its interval; the table below says the same.",
            spans,
            "change of F1",
            "",
            true));
    Table table =
        new Table(
            "Rows side by side",
            List.of(
                new Column("row", Kind.TEXT, ""),
                new Column("pairs", Kind.NUMBER, "seeds that both have"),
                new Column("better", Kind.NUMBER, "seeds that got better"),
                new Column("worse", Kind.NUMBER, "seeds that got worse"),
                new Column("F1 before", Kind.NUMBER, ""),
                new Column("F1 after", Kind.NUMBER, ""),
                new Column("change", Kind.NUMBER, "with its 95 % interval"),
                new Column("charged before", Kind.NUMBER, "F1 over charged lines"),
                new Column("charged after", Kind.NUMBER, ""),
                new Column("change", Kind.NUMBER, "with its 95 % interval")));
    worst.forEach(row -> table.row(cells(row)));
    page.table(table);
  }

  private static List<Cell> cells(Comparison.RowChange row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(row.name()));
    cells.add(Cell.number(Integer.toString(row.pairs()), row.pairs()));
    cells.add(Cell.number(Integer.toString(row.better()), row.better()));
    cells.add(Cell.number(Integer.toString(row.worse()), row.worse()));
    for (Figure figure : List.of(Figure.F1, Figure.F1_CHARGED)) {
      double before = row.before().getOrDefault(figure.key(), Double.NaN);
      double after = row.after().getOrDefault(figure.key(), Double.NaN);
      cells.add(Cell.number(figure.print(before), before));
      cells.add(Cell.number(figure.print(after), after));
      Estimate change = row.change(figure);
      String interval =
          change == null
                  || change.low() == null
                  || change.high() == null
                  || change.low().equals(change.high())
              ? ""
              : signed(figure, change.low()) + " to " + signed(figure, change.high());
      cells.add(
          Cell.number(signed(figure, value(row, figure)), value(row, figure))
              .marked(mark(row.verdict(figure)))
              .with(interval));
    }
    return cells;
  }

  private void cases(String heading, Comparison.Verdict verdict) {
    List<Comparison.Pair> pairs = comparison.pairs(verdict);
    page.section(
        heading,
        pairs.isEmpty()
            ? "No case."
            : pairs.size()
                + " of "
                + comparison.pairs().size()
                + " cases, the greatest change first.");
    if (pairs.isEmpty()) {
      return;
    }
    Table table =
        new Table(
                "Cases and the commands that repeat them",
                List.of(
                    new Column("case", Kind.TEXT, ""),
                    new Column("F1", Kind.NUMBER, "before and after"),
                    new Column("charged", Kind.NUMBER, "F1 over charged lines, before and after"),
                    new Column("wrong before", Kind.TEXT, ""),
                    new Column("wrong after", Kind.TEXT, ""),
                    new Column("repeat it", Kind.COMMAND, "")))
            .showing(SHOWN_CASES);
    for (Comparison.Pair pair : pairs) {
      CaseFigures before = pair.before().figures();
      CaseFigures after = pair.after().figures();
      table.row(
          List.of(
              Cell.text(pair.after().of().row().label()).with("seed " + pair.after().of().seed()),
              side(before.f1(), after.f1(), mark(verdict)),
              side(before.f1Charged(), after.f1Charged(), ""),
              Cell.text(ScorecardPage.whatWentWrong(pair.before())),
              Cell.text(ScorecardPage.whatWentWrong(pair.after())),
              Cell.text(pair.after().command())));
    }
    page.table(table);
  }

  private void onlyInOne() {
    if (comparison.onlyBefore().isEmpty() && comparison.onlyAfter().isEmpty()) {
      return;
    }
    page.section("Only in one", "These were not compared.");
    Table table =
        new Table(
                "Cases that one scorecard lacks",
                List.of(new Column("case", Kind.TEXT, ""), new Column("is in", Kind.TEXT, "")))
            .showing(SHOWN_CASES);
    comparison
        .onlyBefore()
        .forEach(c -> table.row(List.of(Cell.text(c.label()), Cell.text(comparison.nameBefore()))));
    comparison
        .onlyAfter()
        .forEach(c -> table.row(List.of(Cell.text(c.label()), Cell.text(comparison.nameAfter()))));
    page.table(table);
  }

  private static Cell side(double before, double after, String mark) {
    return Cell.number(String.format(Locale.ROOT, "%.3f → %.3f", before, after), after - before)
        .marked(mark);
  }

  private static double value(Comparison.RowChange row, Figure figure) {
    Estimate change = row.change(figure);
    return change == null ? Double.NaN : change.value();
  }

  private static String mark(Comparison.Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "good";
      case WORSE -> "bad";
      case SAME -> "";
    };
  }

  /** A change always has its sign, so that none is taken for the figure itself. */
  private static String signed(Figure figure, double value) {
    if (Double.isNaN(value)) {
      return figure.print(value);
    }
    String digits = figure.print(Math.abs(value));
    return (value < 0 && !figure.print(0).equals(digits) ? "−" : "+") + digits;
  }
}
