package io.walkout.bench.scorecard;

import io.walkout.bench.page.Chart;
import io.walkout.bench.page.Page;
import io.walkout.bench.page.Table;
import io.walkout.bench.page.Table.Cell;
import io.walkout.bench.page.Table.Column;
import io.walkout.bench.page.Table.Kind;
import io.walkout.node.score.Calibration;
import io.walkout.node.score.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sections of a scorecard's page that say why: causes, tracking, certainty, waiting. */
final class ScorecardCharts {
  /** 95 % of a normal distribution lie within so many sigma. */
  private static final double SIGMAS = 1.959964;

  private final Scorecard card;
  private final Page page;

  ScorecardCharts(Scorecard card, Page page) {
    this.card = card;
    this.page = page;
  }

  void causes() {
    boolean isRight = card.overall().mistakes() == 0;
    page.section(
        "What goes wrong",
        isRight
            ? "Nothing did."
            : "Mistakes by cause. A unit too many and a unit missing are one mistake if one stands for the"
                + " other.");
    if (isRight) {
      return;
    }
    List<Group> wrong =
        card.rows().stream()
            .filter(g -> g.mistakes() > 0)
            .sorted(Comparator.comparingInt(g -> -g.mistakes()))
            .toList();
    List<Chart.Series> parts = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("row", Kind.TEXT, ""));
    columns.add(new Column("units taken", Kind.NUMBER, "units that were truly taken"));
    for (Cause cause : Cause.values()) {
      String name = ScoredCase.name(cause);
      columns.add(new Column(name, Kind.NUMBER, meaning(cause)));
      parts.add(
          new Chart.Series(
              name, wrong.stream().mapToDouble(g -> g.causes().getOrDefault(name, 0)).toArray()));
    }
    columns.add(new Column("in all", Kind.NUMBER, ""));
    page.chart(
        Chart.stacks(
            "Mistakes of each row by cause; the table below says the same.",
            wrong.stream().map(Group::name).toList(),
            parts,
            "mistakes"));
    Table table = new Table("Mistakes by cause, most first", columns);
    wrong.forEach(group -> table.row(causes(group)));
    page.table(table.row(causes(card.overall())));
  }

  private static List<Cell> causes(Group group) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(group.name()));
    cells.add(Cell.number(Integer.toString(group.taken()), group.taken()));
    for (Cause cause : Cause.values()) {
      int count = group.causes().getOrDefault(ScoredCase.name(cause), 0);
      cells.add(Cell.number(count == 0 ? "·" : Integer.toString(count), count));
    }
    cells.add(Cell.number(Integer.toString(group.mistakes()), group.mistakes()));
    return cells;
  }

  private static String meaning(Cause cause) {
    return switch (cause) {
      case WHAT_WRONG -> "right person, time and place; another product";
      case WHO_WRONG -> "right product; another person";
      case COUNT_WRONG -> "right person and product; another number";
      case MISSED -> "truly taken, and on no receipt";
      case INVENTED -> "on a receipt, and nobody took anything like it";
    };
  }

  void tracking() {
    List<Group> followed =
        card.rows().stream()
            .filter(g -> g.figure(Figure.HOTA) != null)
            .sorted(Comparator.comparingDouble(g -> g.value(Figure.HOTA)))
            .toList();
    if (followed.isEmpty()) {
      return;
    }
    page.section(
        "Who is where",
        "People followed on the floor plan, against where they truly stood: within half a metre counts as"
            + " found. Lowest HOTA first.");
    List<Chart.Series> dots = new ArrayList<>();
    for (Figure figure : Figure.TRACKING) {
      dots.add(
          new Chart.Series(
              figure.title(), followed.stream().mapToDouble(g -> g.value(figure)).toArray()));
    }
    page.chart(
        Chart.dots(
            "HOTA, MOTA and IDF1 of each row; the table below says the same.",
            followed.stream().map(Group::name).toList(),
            dots,
            ""));
    List<Group> withAll = new ArrayList<>(followed);
    withAll.add(card.overall());
    page.table(
        ScorecardPage.groups(
            "Tracking by row, all frames of a row as one sequence",
            "row",
            withAll,
            Figure.TRACKING));
  }

  void certainty() {
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
            bins.stream().mapToDouble(b -> end(b, -1)).toArray(),
            bins.stream().mapToDouble(b -> end(b, 1)).toArray(),
            bins.stream().mapToInt(Calibration.Bin::lines).toArray()));
    Table table =
        new Table(
            calibration.lines() == 0
                ? "No line states a certainty"
                : "Expected calibration error "
                    + ScorecardPage.print(calibration.expectedCalibrationError(), 3)
                    + " over "
                    + calibration.lines()
                    + " lines",
            List.of(
                new Column("certainty", Kind.TEXT, ""),
                new Column("lines", Kind.NUMBER, ""),
                new Column("stated", Kind.NUMBER, "mean stated certainty"),
                new Column("right", Kind.NUMBER, "share that was right"),
                new Column("95 % interval", Kind.NUMBER, "of that share (Wilson 1927)")));
    for (Calibration.Bin bin : bins) {
      table.row(
          List.of(
              Cell.text(
                  ScorecardPage.print(bin.from(), 2) + " to " + ScorecardPage.print(bin.to(), 2)),
              Cell.number(Integer.toString(bin.lines()), bin.lines()),
              Cell.number(ScorecardPage.print(bin.stated(), 3), bin.stated()),
              Cell.number(ScorecardPage.print(bin.right(), 3), bin.right()),
              Cell.number(
                  ScorecardPage.print(end(bin, -1), 2)
                      + " to "
                      + ScorecardPage.print(end(bin, 1), 2),
                  end(bin, -1))));
    }
    page.table(table);
  }

  /** An end of the interval of a bin's share of right lines (Wilson 1927); side is -1 or 1. */
  private static double end(Calibration.Bin bin, int side) {
    double z2 = SIGMAS * SIGMAS / bin.lines();
    double middle = bin.right() + z2 / 2;
    double half =
        SIGMAS
            * Math.sqrt(bin.right() * (1 - bin.right()) / bin.lines() + z2 / (4.0 * bin.lines()));
    return Math.clamp((middle + side * half) / (1 + z2), 0.0, 1.0);
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
                    new Column("of them", Kind.TEXT, ""),
                    new Column("seconds", Kind.NUMBER, "event time")))
            .row(List.of(Cell.text("half within"), seconds(waiting.medianSeconds())))
            .row(List.of(Cell.text("95 % within"), seconds(waiting.p95Seconds())))
            .row(List.of(Cell.text("longest"), seconds(waiting.maxSeconds()))));
  }

  private static Cell seconds(double seconds) {
    return Cell.number(ScorecardPage.print(seconds, 2), seconds);
  }
}
