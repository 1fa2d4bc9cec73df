package io.walkout.cart.evidence;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.shelf.ShelfChange;
import java.util.Optional;

/**
 * One part of a change, as evidence is asked about it.
 *
 * @param part what the plates felt of it: the whole change, or the part of it that one deed may
 *     have made
 * @param whole the change as it was felt and is decided. Ratios are against "anything, anywhere" of
 *     the whole, so that readings of one change by different parts can be compared
 * @param line the shelf
 * @param place what the plates' spread says of where it was. Not one source among others here: it
 *     is the place that all others are asked about
 * @param centreMetres middle of what was moved, along the shelf
 * @param spreadMetres standard deviation of that
 */
public record Question(
    ShelfChange part,
    ShelfChange whole,
    ShelfLine line,
    PlaceEvidence place,
    double centreMetres,
    double spreadMetres) {
  /** Asks about a part where its own plates say it was. */
  public static Question of(ShelfChange part, ShelfChange whole, ShelfLine line) {
    PlaceEvidence place = PlaceEvidence.of(part, line);
    return new Question(part, whole, line, place, place.centreMetres(), place.spreadMetres());
  }

  /** Asks about a part over a stretch of the shelf, wherever its plates say it was. */
  public static Question over(
      ShelfChange part, ShelfChange whole, ShelfLine line, double[] stretch) {
    return new Question(
        part,
        whole,
        line,
        PlaceEvidence.of(part, line),
        (stretch[0] + stretch[1]) / 2,
        (stretch[1] - stretch[0]) / Math.sqrt(12));
  }

  /** The room over the middle, where a hand must have been; empty for a shelf without a place. */
  public Optional<OrientedBox> room() {
    return line.roomOver(centreMetres, centreMetres);
  }

  /** Mass that went or came, positive. */
  public double grams() {
    return grams(part);
  }

  /** Mass that went or came by a change, positive. */
  public static double grams(ShelfChange change) {
    return Math.max(Math.abs(change.deltaGrams()), 1e-3);
  }
}
