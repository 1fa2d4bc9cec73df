package io.walkout.billing;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says of one line that was in review. It counts only for the very line they saw:
 * the fingerprint says which that was.
 *
 * @param at where the answer stands, for messages: "answers[3]", or the request it came with
 * @param review the review's id, as reviews.json gives it
 * @param fingerprint that of the line, as reviews.json gives it
 * @param decision what to do with the line
 * @param gtin with CHOOSE: the right product, one of those that were weighed; null for the line's
 * @param quantity with CHOOSE: how many; null for as many as the line says
 * @param visitId with CHOOSE: whose they are; null for the visit of the line
 * @param by who decided, or null
 * @param note why, or null
 */
public record ReviewAnswer(
    String at,
    String review,
    String fingerprint,
    Decision decision,
    @Nullable String gtin,
    @Nullable Integer quantity,
    @Nullable String visitId,
    @Nullable String by,
    @Nullable String note) {
  /** Most units an answer may give a line; chosen, more than hands and bags hold. */
  public static final int MOST_UNITS = 1000;

  /** Longest name or note, characters; chosen. */
  public static final int MOST_TEXT = 500;

  /** What becomes of a line. */
  public enum Decision {
    /** It is right: charge it. */
    CONFIRM,
    /** Something else is right: another product, quantity or visit; charge that. */
    CHOOSE,
    /** Nothing is to be charged. */
    DROP
  }

  /**
   * Throws {@link IllegalArgumentException} where what is chosen is given without CHOOSE, or
   * nothing is chosen with it, or a number or text is out of bounds.
   */
  public ReviewAnswer {
    boolean chosen = gtin != null || quantity != null || visitId != null;
    if (decision != Decision.CHOOSE && chosen) {
      throw new IllegalArgumentException(
          at + ": gtin, quantity and visitId belong to CHOOSE, not to " + decision);
    }
    if (decision == Decision.CHOOSE && !chosen) {
      throw new IllegalArgumentException(
          at + ": CHOOSE needs a gtin, a quantity or a visitId; CONFIRM takes the line as it is");
    }
    if (quantity != null && (quantity < 1 || quantity > MOST_UNITS)) {
      throw new IllegalArgumentException(
          at
              + ".quantity: expected 1 to "
              + MOST_UNITS
              + ", found "
              + quantity
              + "; DROP is for nothing at all");
    }
    if (tooLong(by) || tooLong(note)) {
      throw new IllegalArgumentException(
          at + ": by and note take at most " + MOST_TEXT + " characters");
    }
  }

  private static boolean tooLong(@Nullable String text) {
    return text != null && text.length() > MOST_TEXT;
  }
}
