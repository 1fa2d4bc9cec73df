package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import java.util.Locale;

/**
 * What is wrong with a plate, found in its readings alone.
 *
 * @param plate which
 * @param kind what
 * @param sinceNanos when it was found
 */
public record PlateTrouble(PlateId plate, Kind kind, long sinceNanos) {
  /** What can be found wrong. */
  public enum Kind {
    /** It gives no numbers, or one that never changes. */
    DEAD,
    /** Its numbers mean nothing: they leap farther than goods weigh, or are noise. */
    ERRATIC
  }

  /** For a summary: "dead 2/3/4". */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + plate;
  }
}
