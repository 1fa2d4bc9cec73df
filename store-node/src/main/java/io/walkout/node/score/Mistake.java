package io.walkout.node.score;

import org.jspecify.annotations.Nullable;

/**
 * One mistake: a unit that stands on a receipt and should not, or is missing from one and should be
 * there, or both, where the one stands for the other.
 *
 * @param cause what it is
 * @param shown the unit on a receipt that is wrong, or null
 * @param due the unit that is missing, or null
 * @param at when it happened, ISO 8601, by the truth if that knows, else by the run; null if
 *     neither does
 * @param shelf where, "gondola/shelf", known as the time is
 */
public record Mistake(
    Cause cause,
    @Nullable Shown shown,
    @Nullable Due due,
    @Nullable String at,
    @Nullable String shelf) {

  /**
   * A unit on a receipt.
   *
   * @param visitId the receipt
   * @param line its line, from 1
   * @param person whom it belongs to
   * @param barcode what
   * @param charged whether the line was charged
   * @param certainty what the line says of itself, or null
   */
  public record Shown(
      String visitId,
      int line,
      String person,
      String barcode,
      boolean charged,
      @Nullable Double certainty) {}

  /**
   * A unit that somebody left with.
   *
   * @param person who
   * @param barcode what
   */
  public record Due(String person, String barcode) {}

  /** Wrong units that it accounts for: 1 or 2. */
  int units() {
    return (shown == null ? 0 : 1) + (due == null ? 0 : 1);
  }
}
