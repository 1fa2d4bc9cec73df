package io.walkout.billing;

import io.walkout.store.cart.Assignment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Evidence in a few words, for receipts and reviewers. */
final class EvidenceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private EvidenceText() {}

  /**
   * What was felt and seen of one change, at a time in that zone; and who did it, where that was
   * not the visit whose line it is.
   */
  static String why(LineEvidence.Event e, String visit, ZoneId zone) {
    StringJoiner text = new StringJoiner(", ");
    String what =
        switch (e.kind()) {
          case TAKE -> "taken";
          case PUT_BACK -> "put back";
          case NOTHING -> "pressed";
        };
    text.add(
        time(e.startAt(), zone)
            + " "
            + (e.quantity() > 1 ? e.quantity() + " " : "")
            + what
            + " at "
            + e.shelf()
            + by(e, visit));
    Double delta = e.deltaGrams();
    if (delta != null) {
      Double expected = e.expectedGrams();
      text.add(
          signed(delta) + " g" + (expected == null ? "" : " (should be " + signed(expected) + ")"));
    }
    text.add(reach(e.reachedWith(), e.reachMetres()));
    return text.toString();
  }

  private static String by(LineEvidence.Event e, String visit) {
    String by = e.by();
    if (by == null || by.equals(visit)) {
      return "";
    }
    boolean taken = e.kind() == Assignment.Kind.TAKE;
    return " by visit " + by + (taken ? ", and handed over" : "");
  }

  /** Which moments of which camera's pictures to look at. */
  static String clip(LineEvidence.Clip c, ZoneId zone) {
    String when = time(c.fromAt(), zone) + " to " + time(c.toAt(), zone);
    return c.camera()
        + ", "
        + when
        + (c.video() == null
            ? ""
            : ", " + c.video() + " from " + c.fromSeconds() + " s to " + c.toSeconds() + " s");
  }

  private static String time(String iso, ZoneId zone) {
    return TIME.format(Instant.parse(iso).atZone(zone));
  }

  /** Cut, not rounded, like all that is said of certainty; 1e-9 makes up for 0.29 * 100. */
  static String percent(double probability) {
    return (int) (probability * 100 + 1e-9) + "%";
  }

  /** How near somebody came. */
  static String reach(String with, @Nullable Double metres) {
    return metres == null
        ? "nobody seen near"
        : with.toLowerCase(Locale.ROOT).replace('_', ' ')
            + " at "
            + BigDecimal.valueOf(metres).setScale(2, RoundingMode.HALF_EVEN).toPlainString()
            + " m";
  }

  /** Whole grams. */
  static String grams(double grams) {
    return BigDecimal.valueOf(grams).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String signed(double grams) {
    String text = grams(grams);
    return text.startsWith("-") || text.equals("0") ? text : "+" + text;
  }
}
