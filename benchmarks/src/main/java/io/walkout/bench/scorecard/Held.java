package io.walkout.bench.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A figure of one case that expectations hold, and how far it may fall unnoticed. */
enum Held {
  /** See {@link CaseFigures#f1}. */
  F1("f1", "F1", true, Held.EXACTLY, 6),
  /** See {@link CaseFigures#f1Charged}. */
  CHARGED("f1Charged", "charged lines", true, Held.EXACTLY, 6),
  /** People whose receipt is exactly right. */
  EXACT("exactReceipts", "exact receipts", true, Held.EXACTLY, 0),
  /** See {@link CaseFigures#moneyError}. */
  MONEY("moneyError", "money error", false, Held.EXACTLY, 6),
  /** Lines that wait for review. */
  REVIEW("linesInReview", "lines in review", false, Held.EXACTLY, 0),
  /**
   * People followed on the floor. Chosen: half of what swapping two people for a second costs in a
   * visit of a minute, and far over what a last digit of a position changes.
   */
  HOTA("hota", "HOTA", true, 0.005, 4),
  /** The longest wait from exit to receipt. Chosen: less than anybody would notice. */
  DELAY("worstSecondsToReceipt", "seconds from exit to receipt", false, 0.5, 3);

  /** Ratios of whole numbers: half of the last decimal that the file keeps. */
  static final double EXACTLY = 5e-7;

  private final String key;
  private final String title;
  private final boolean moreIsBetter;
  private final double tolerance;
  private final int decimals;

  Held(String key, String title, boolean moreIsBetter, double tolerance, int decimals) {
    this.key = key;
    this.title = title;
    this.moreIsBetter = moreIsBetter;
    this.tolerance = tolerance;
    this.decimals = decimals;
  }

  /** As the file names it. */
  String key() {
    return key;
  }

  /** As people read it. */
  String title() {
    return title;
  }

  /**
   * All that are held of a case; those that it has not are absent. Of a case with pictures only F1:
   * rendered pictures are the same bytes on one machine and only nearly so on another, and what
   * follows from them in the last digits is not the program's doing.
   */
  static Map<Held, Double> of(CaseResult result) {
    Map<Held, Double> held = new EnumMap<>(Held.class);
    for (Held figure : values()) {
      Double value = figure.value(result.figures());
      if (value != null && (figure == F1 || result.of().row().level() == Level.SENSOR)) {
        held.put(figure, figure.rounded(value).doubleValue());
      }
    }
    return Collections.unmodifiableMap(held);
  }

  private @Nullable Double value(CaseFigures figures) {
    return switch (this) {
      case F1 -> Double.valueOf(figures.f1());
      case CHARGED -> Double.valueOf(figures.f1Charged());
      case EXACT -> Double.valueOf(figures.exactReceipts());
      case MONEY -> figures.moneyError();
      case REVIEW -> Double.valueOf(figures.linesInReview());
      case HOTA -> hota(figures);
      case DELAY -> longest(figures.secondsToReceipt());
    };
  }

  private static @Nullable Double hota(CaseFigures figures) {
    PooledTracking pooled = new PooledTracking();
    pooled.add(figures.tracking());
    var tracking = pooled.figures();
    return tracking == null || Double.isNaN(tracking.hota()) ? null : tracking.hota();
  }

  private static @Nullable Double longest(List<Double> seconds) {
    return seconds.isEmpty() ? null : Collections.max(seconds);
  }

  /** As the file keeps it. */
  BigDecimal rounded(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    BigDecimal bare = decimal.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /**
   * How one value stands to another: below 0 if it fell by more than may go unnoticed, above 0 if
   * it rose by more. To have none any more is a fall.
   */
  int change(double expected, @Nullable Double is) {
    if (is == null) {
      return -1;
    }
    double better = moreIsBetter ? is - expected : expected - is;
    return Math.abs(better) <= tolerance + Math.ulp(Math.abs(expected)) ? 0 : better < 0 ? -1 : 1;
  }

  /** What it is and what was expected, in words. */
  String words(double expected, @Nullable Double is) {
    int shown = Math.min(decimals, 4);
    String format = "%s %s, expected %." + shown + "f";
    String found = is == null ? "none" : String.format(Locale.ROOT, "%." + shown + "f", is);
    return String.format(Locale.ROOT, format, title, found, expected);
  }
}
