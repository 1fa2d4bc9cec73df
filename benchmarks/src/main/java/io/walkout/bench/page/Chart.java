package io.walkout.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart, drawn in the reader's browser by Apache ECharts. What it shows must also stand in a
 * table: a chart is for the eye.
 *
 * @param kind which of page.js's drawings
 * @param says what it shows, in a sentence, for those who can't see it
 * @param heightPixels how high it is drawn
 * @param content what is drawn
 */
public record Chart(String kind, String says, int heightPixels, JsonNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Pixels of a row in a chart of rows, and of its axis and legend. */
  private static final int ROW = 22;

  private static final int AROUND = 76;

  /**
   * A value with its interval; not a number (NaN) where there is none.
   *
   * @param label what it belongs to
   * @param value the value
   * @param low lower end, or NaN
   * @param high upper end, or NaN
   * @param other a second value, drawn hollow, or NaN
   */
  public record Span(String label, double value, double low, double high, double other) {}

  /**
   * A series of values, one for each row or bin; NaN where there is none.
   *
   * @param name its name
   * @param values one for each label
   */
  public record Series(String name, double[] values) {}

  /**
   * Values with their intervals, one row each.
   *
   * @param valueName what the values are
   * @param otherName what the hollow ones are; empty if there are none
   * @param isDifference whether zero is drawn as the line between worse and better
   */
  public static Chart spans(
      String says, List<Span> spans, String valueName, String otherName, boolean isDifference) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("valueName", valueName);
    content.put("otherName", otherName);
    content.put("difference", isDifference);
    content.put("labels", spans.stream().map(Span::label).toList());
    content.put("values", numbers(spans.stream().mapToDouble(Span::value).toArray()));
    content.put("lows", numbers(spans.stream().mapToDouble(Span::low).toArray()));
    content.put("highs", numbers(spans.stream().mapToDouble(Span::high).toArray()));
    content.put("others", numbers(spans.stream().mapToDouble(Span::other).toArray()));
    return new Chart("spans", says, AROUND + ROW * spans.size(), JSON.valueToTree(content));
  }

  /** Parts of a whole, one bar a row. */
  public static Chart stacks(String says, List<String> labels, List<Series> parts, String axis) {
    return rows("stacks", says, labels, parts, axis);
  }

  /** Several values a row, as dots. */
  public static Chart dots(String says, List<String> labels, List<Series> dots, String axis) {
    return rows("dots", says, labels, dots, axis);
  }

  private static Chart rows(
      String kind, String says, List<String> labels, List<Series> series, String axis) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("axis", axis);
    content.put("labels", labels);
    content.put("series", series(series));
    return new Chart(kind, says, AROUND + ROW * labels.size(), JSON.valueToTree(content));
  }

  /**
   * Counts by value.
   *
   * @param from lower edge of the first bin
   * @param width of a bin
   * @param axis what is counted by
   */
  public static Chart histogram(
      String says, double from, double width, List<Series> counts, String axis) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("axis", axis);
    content.put("from", from);
    content.put("width", width);
    content.put("series", series(counts));
    return new Chart("histogram", says, 280, JSON.valueToTree(content));
  }

  /** Lines over a common axis; {@code xs} ascending. */
  public static Chart lines(
      String says, double[] xs, List<Series> lines, String xAxis, String yAxis, boolean isLogY) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("xAxis", xAxis);
    content.put("yAxis", yAxis);
    content.put("log", isLogY);
    content.put("xs", numbers(xs));
    content.put("series", series(lines));
    return new Chart("lines", says, 320, JSON.valueToTree(content));
  }

  /**
   * A line with a band around it; band and line may be the same.
   *
   * @param name its name
   * @param xs ascending
   * @param middle the line
   * @param low lower edge of the band
   * @param high upper edge
   */
  public record Band(String name, double[] xs, double[] middle, double[] low, double[] high) {}

  /** Lines, each over its own xs, the first one strong; bands are shaded. */
  public static Chart bands(
      String says, List<Band> bands, String xAxis, String yAxis, boolean isLogX, boolean isLogY) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("xAxis", xAxis);
    content.put("yAxis", yAxis);
    content.put("logX", isLogX);
    content.put("logY", isLogY);
    content.put(
        "series",
        bands.stream()
            .map(
                b -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("name", b.name());
                  one.put("xs", numbers(b.xs()));
                  one.put("middle", numbers(b.middle()));
                  one.put("low", numbers(b.low()));
                  one.put("high", numbers(b.high()));
                  return one;
                })
            .toList());
    return new Chart("bands", says, 300, JSON.valueToTree(content));
  }

  /**
   * Stated against true certainty.
   *
   * @param stated mean stated certainty of each bin
   * @param right share that was right
   * @param low lower end of its interval
   * @param high upper end
   * @param counts how many each bin holds
   */
  public static Chart reliability(
      String says, double[] stated, double[] right, double[] low, double[] high, int[] counts) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("stated", stated);
    content.put("right", right);
    content.put("low", low);
    content.put("high", high);
    content.put("counts", counts);
    return new Chart("reliability", says, 340, JSON.valueToTree(content));
  }

  private static List<Map<String, Object>> series(List<Series> series) {
    return series.stream()
        .map(
            s -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("name", s.name());
              one.put("values", numbers(s.values()));
              return one;
            })
        .toList();
  }

  private static List<@Nullable Double> numbers(double[] values) {
    return Arrays.asList(
        Arrays.stream(values)
            .mapToObj(v -> Double.isFinite(v) ? Double.valueOf(v) : null)
            .toArray(Double[]::new));
  }
}
