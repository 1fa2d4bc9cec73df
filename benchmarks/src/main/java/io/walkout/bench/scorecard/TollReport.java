package io.walkout.bench.scorecard;

import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link Toll} for a terminal and for a page. */
final class TollReport {
  private static final String SAYS =
      "Each case with a fault beside the case of the same scenario and seed without it. What a fault"
          + " loses may be lost to review, never charged: 'more wrong' says how many more lines per"
          + " 1,000 are charged wrongly than without it, with the 95 % interval over pairs drawn"
          + " again, and the chance of so many worse pairs were it as likely to help as to harm.";

  private TollReport() {}

  static void print(List<Toll> tolls, PrintWriter out) {
    int width =
        Math.clamp(tolls.stream().mapToInt(t -> t.fault().length()).max().orElse(0), 12, 60);
    String row = "%-" + width + "s %5s %6s %12s %9s %22s %9s %7s %22s%n";
    out.printf(
        Locale.ROOT,
        row,
        "with | without",
        "pairs",
        "F1",
        "lines",
        "wrong",
        "more wrong per 1,000",
        "worse",
        "chance",
        "more review per 1,000");
    for (Toll t : tolls) {
      String name = t.fault();
      out.printf(
          Locale.ROOT,
          row,
          name.length() > width ? name.substring(0, width - 1) + "…" : name,
          t.pairs(),
          Figure.F1.print(t.f1()),
          t.with().all() + " | " + t.without().all(),
          t.with().wrong() + " | " + t.without().wrong(),
          difference(t.moreWrong()),
          t.worse() + " : " + t.better(),
          chance(t.chance()),
          difference(t.moreReview()));
    }
    out.println("worse: pairs with more lines charged wrongly, and with fewer");
  }

  private static String difference(@Nullable Estimate of) {
    if (of == null) {
      return "–";
    }
    String value = String.format(Locale.ROOT, "%+.1f", of.value());
    return of.low() == null || of.high() == null
        ? value
        : value + String.format(Locale.ROOT, " (%+.1f to %+.1f)", of.low(), of.high());
  }

  private static String chance(double of) {
    return of < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", of);
  }

  static void add(List<Toll> tolls, Page page) {
    page.section("Beside the same visits without the fault", SAYS);
    Table table =
        new Table(
            "By fault; the small figure is the sound shop's",
            List.of(
                new Column("fault", Kind.TEXT, ""),
                new Column("pairs", Kind.NUMBER, "cases run with and without it"),
                new Column("F1", Kind.NUMBER, Figure.F1.meaning()),
                new Column("lines", Kind.NUMBER, "lines of receipts"),
                new Column("charged wrongly", Kind.NUMBER, Figure.CHARGED_WRONGLY.meaning()),
                new Column("newly", Kind.NUMBER, "of these, not so in the sound shop"),
                new Column("more wrong ‰", Kind.NUMBER, "with less without, per 1,000 lines"),
                new Column("worse pairs", Kind.NUMBER, "pairs with more lines charged wrongly"),
                new Column("chance", Kind.NUMBER, "of as many worse pairs by chance alone"),
                new Column("more in review ‰", Kind.NUMBER, "with less without")));
    for (Toll t : tolls) {
      table.row(
          List.of(
              Cell.text(t.fault()),
              count(t.pairs()),
              Cell.number(Figure.F1.print(t.f1()), t.f1()),
              count(t.with().all()).with(Integer.toString(t.without().all())),
              count(t.with().wrong()).with(Integer.toString(t.without().wrong())),
              count(t.newly()),
              cell(t.moreWrong()),
              count(t.worse()).with(t.better() + " better"),
              Cell.number(chance(t.chance()), t.chance()),
              cell(t.moreReview())));
    }
    page.table(table);
  }

  private static Cell count(int n) {
    return Cell.number(Integer.toString(n), n);
  }

  private static Cell cell(@Nullable Estimate of) {
    return Cell.number(difference(of), of == null ? Double.NaN : of.value());
  }
}
