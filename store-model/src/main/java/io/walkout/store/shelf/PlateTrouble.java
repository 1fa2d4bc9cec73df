package io.walkout.store.shelf;

import io.walkout.store.PlateId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a plate, found in the readings of its gondola alone.
 *
 * @param plate which
 * @param kind what
 * @param sinceNanos when it was found
 * @param other the plate that it is exchanged with, or that may be the wrong one of the two; null
 *     where none is meant or it is not known
 * @param amount how far it is off, for {@link Kind#DRIFTING} grams per minute and for {@link
 *     Kind#SCALED} its factor; NaN for the others
 * @param loads how many loads told it; 0 where its own readings did
 */
public record PlateTrouble(
    PlateId plate, Kind kind, long sinceNanos, @Nullable PlateId other, double amount, int loads) {
  /** What can be found wrong, the worst first. */
  public enum Kind {
    /** It gives no numbers, or one that never changes. */
    DEAD,
    /** Its numbers mean nothing: they leap farther than goods weigh, or are noise. */
    ERRATIC,
    /** It falls when load comes. */
    INVERTED,
    /** It answers under another plate's number, and that one under its. */
    EXCHANGED,
    /** It tells masses too great or too small by a factor. */
    SCALED,
    /** Its zero wanders steadily; it is followed. */
    DRIFTING
  }

  /** What its own readings told. */
  public PlateTrouble(PlateId plate, Kind kind, long sinceNanos) {
    this(plate, kind, sinceNanos, null, Double.NaN, 0);
  }

  /** For a summary: "dead 2/3/4", "exchanged 2/3/4 with 2/3/7", "drifting 2/3/4 by 40 g/min". */
  @Override
  public String toString() {
    String text = kind.name().toLowerCase(Locale.ROOT) + " " + plate;
    if (other != null) {
      text += (kind == Kind.EXCHANGED ? " with " : " or ") + other;
    }
    if (kind == Kind.EXCHANGED && other == null) {
      text += " with another";
    }
    return switch (kind) {
      case DRIFTING -> text + String.format(Locale.ROOT, " by %.0f g/min", amount);
      case SCALED -> text + String.format(Locale.ROOT, " by %.2f", amount);
      default -> text;
    };
  }
}
