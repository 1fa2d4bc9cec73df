package io.walkout.bench.scorecard;

import io.walkout.bench.page.Chart;
import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Contrast} for a terminal and for a page: two figures a row. */
final class ContrastReport {
  private static final String SAYS =
      "The same recordings by the published method of the winner of the AutoCheckout contest (standard"
          + " deviation of the shelf's sum, planogram and mass, nearest head or wrist), as this"
          + " project built it from its description. A wrong unit is one too many or one missing.";

  private ContrastReport() {}

  static void print(Contrast contrast, PrintWriter out) {
    List<Contrast.Beside> all = new ArrayList<>(contrast.rows());
    all.add(contrast.overall());
    int width = Math.clamp(all.stream().mapToInt(r -> r.name().length()).max().orElse(0), 12, 60);
    String heads = "%-" + width + "s %5s %15s %15s %15s %15s %15s %s%n";
    out.printf(
        Locale.ROOT,
        heads,
        "walkout | contest",
        "cases",
        "F1",
        "by anyone",
        "exact",
        "money error",
        "wrong units",
        "ratio");
    for (Contrast.Beside row : all) {
      Contrast.Side a = row.walkout();
      Contrast.Side b = row.contest();
      out.printf(
          Locale.ROOT,
          heads,
          row.name().length() > width ? row.name().substring(0, width - 1) + "…" : row.name(),
          row.cases(),
          pair(a.f1(), b.f1()),
          pair(a.f1Anyone(), b.f1Anyone()),
          pair(a.exact(), b.exact()),
          money(a.moneyError()) + " | " + money(b.moneyError()),
          a.wrongUnits() + " | " + b.wrongUnits(),
          ratio(row.errorRatio()));
    }
    out.println();
    out.println("wrong units by cause: walkout " + causes(contrast.overall().walkout()));
    out.println("                      contest " + causes(contrast.overall().contest()));
  }

  private static String pair(double a, double b) {
    return Figure.F1.print(a) + " | " + Figure.F1.print(b);
  }

  private static String money(@Nullable Double error) {
    return error == null ? "–" : Figure.MONEY_ERROR.print(error);
  }

  private static String ratio(@Nullable Estimate ratio) {
    if (ratio == null) {
      return "–";
    }
    String value = String.format(Locale.ROOT, "%.2f", ratio.value());
    return ratio.low() == null || ratio.high() == null || ratio.low().equals(ratio.high())
        ? value
        : value + String.format(Locale.ROOT, " (%.2f–%.2f)", ratio.low(), ratio.high());
  }

  private static String causes(Contrast.Side side) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Integer> cause : side.wrongByCause().entrySet()) {
      words.add(cause.getValue() + " " + cause.getKey());
    }
    return String.join(", ", words);
  }

  static void add(Contrast contrast, Page page) {
    page.section("Beside the contest's winner", SAYS);
    List<Contrast.Beside> rows =
        contrast.rows().stream().sorted(Comparator.comparingDouble(r -> r.walkout().f1())).toList();
    page.chart(
        Chart.dots(
            "F1 of each row by both methods; the table below says the same.",
            rows.stream().map(Contrast.Beside::name).toList(),
            List.of(
                new Chart.Series(
                    "walkout", rows.stream().mapToDouble(r -> r.walkout().f1()).toArray()),
                new Chart.Series(
                    "contest", rows.stream().mapToDouble(r -> r.contest().f1()).toArray())),
            Figure.F1.title()));
    page.table(table(contrast, rows));
    page.table(causesTable(contrast.overall()));
  }

  private static Table table(Contrast contrast, List<Contrast.Beside> rows) {
    Table table =
        new Table(
            "By row, lowest F1 of ours first; the small figure is the contest's",
            List.of(
                new Column("row", Kind.TEXT, ""),
                new Column("cases", Kind.NUMBER, "cases that both have receipts for"),
                new Column("units taken", Kind.NUMBER, "units that were truly taken"),
                new Column("F1", Kind.NUMBER, Figure.F1.meaning()),
                new Column("by anyone", Kind.NUMBER, Figure.F1_ANYONE.meaning()),
                new Column("exact", Kind.NUMBER, Figure.EXACT.meaning()),
                new Column("money error", Kind.NUMBER, Figure.MONEY_ERROR.meaning()),
                new Column("wrong units", Kind.NUMBER, "units too many and units missing"),
                new Column("ratio", Kind.NUMBER, "our wrong units over the contest's")));
    rows.forEach(row -> table.row(cells(row)));
    return table.row(cells(contrast.overall()));
  }

  private static List<Cell> cells(Contrast.Beside row) {
    Contrast.Side a = row.walkout();
    Contrast.Side b = row.contest();
    Estimate ratio = row.errorRatio();
    return List.of(
        Cell.text(row.name()),
        Cell.number(Integer.toString(row.cases()), row.cases()),
        Cell.number(Integer.toString(row.taken()), row.taken()),
        two(Figure.F1, a.f1(), b.f1()),
        two(Figure.F1_ANYONE, a.f1Anyone(), b.f1Anyone()),
        two(Figure.EXACT, a.exact(), b.exact()),
        Cell.number(money(a.moneyError()), a.moneyError() == null ? Double.NaN : a.moneyError())
            .with("contest " + money(b.moneyError())),
        Cell.number(Integer.toString(a.wrongUnits()), a.wrongUnits())
            .with("contest " + b.wrongUnits()),
        Cell.number(ratio(ratio), ratio == null ? Double.NaN : ratio.value()));
  }

  private static Cell two(Figure figure, double ours, double theirs) {
    return Cell.number(figure.print(ours), ours).with("contest " + figure.print(theirs));
  }

  private static Table causesTable(Contrast.Beside overall) {
    Table table =
        new Table(
            "Wrong units by cause, all rows",
            List.of(
                new Column("cause", Kind.TEXT, ""),
                new Column("walkout", Kind.NUMBER, "wrong units"),
                new Column("contest", Kind.NUMBER, "wrong units")));
    for (Map.Entry<String, Integer> cause : overall.walkout().wrongByCause().entrySet()) {
      int theirs = overall.contest().wrongByCause().getOrDefault(cause.getKey(), 0);
      table.row(
          List.of(
              Cell.text(cause.getKey()),
              Cell.number(Integer.toString(cause.getValue()), cause.getValue()),
              Cell.number(Integer.toString(theirs), theirs)));
    }
    return table;
  }
}
