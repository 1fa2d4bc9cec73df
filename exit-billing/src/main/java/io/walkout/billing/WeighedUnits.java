package io.walkout.billing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether so many units can have come off the shelf at all: what they weigh by the catalogue,
 * against all that was felt for the line. A slip of the pen in a quantity is money.
 */
final class WeighedUnits {
  /**
   * So many times the grams that were felt may be chosen: a reviewer sees what a scale missed, and
   * a line may have only a part of a change. Chosen.
   */
  private static final double MOST_SHARE = 2;

  private final ReceiptLine line;

  WeighedUnits(ReceiptLine line) {
    this.line = line;
  }

  /**
   * Throws {@link ReviewRefusedException} on more units than were weighed. Nothing is refused that
   * is no more than the line itself has or one unit, nor where a mass is not known.
   */
  void check(ReviewAnswer answer, String gtin, int quantity) {
    Double unit = unitGrams(gtin);
    double felt = feltGrams();
    if (quantity <= Math.max(1, line.quantity()) || unit == null || Double.isNaN(felt)) {
      return;
    }
    if (quantity * unit > MOST_SHARE * felt && !isOffered(gtin, quantity)) {
      throw new ReviewRefusedException(
          answer,
          String.format(
              Locale.ROOT,
              "chooses %d x %s, %.0f g by the catalogue, where %.0f g were felt",
              quantity,
              gtin,
              quantity * unit,
              felt));
    }
  }

  /** What was felt to come and go in all, standard deviations added; NaN where that isn't known. */
  private double feltGrams() {
    double felt = 0;
    for (LineEvidence.Event e : line.evidence().events()) {
      Double delta = e.deltaGrams();
      Double sigma = e.sigmaGrams();
      if (delta == null) {
        return Double.NaN;
      }
      felt += Math.abs(delta) + (sigma == null ? 0 : sigma);
    }
    return line.evidence().events().isEmpty() ? Double.NaN : felt;
  }

  private @Nullable Double unitGrams(String gtin) {
    if (gtin.equals(line.gtin())) {
      return line.evidence().unitGrams();
    }
    for (LineEvidence.Event e : line.evidence().events()) {
      for (LineEvidence.Explanation x : e.alternatives()) {
        if (gtin.equals(x.gtin()) && x.unitGrams() != null) {
          return x.unitGrams();
        }
      }
    }
    return null;
  }

  private boolean isOffered(String gtin, int quantity) {
    return line.alternatives().stream()
        .anyMatch(a -> gtin.equals(a.gtin()) && a.quantity() >= quantity);
  }
}
