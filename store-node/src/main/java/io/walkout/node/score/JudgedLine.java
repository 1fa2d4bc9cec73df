package io.walkout.node.score;

import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt, held against the truth.
 *
 * @param visitId its receipt
 * @param line its place on the receipt, from 1
 * @param person whom the receipt belongs to: the truth's person, or "visit" and its id
 * @param barcode what it says was bought
 * @param quantity how many of it
 * @param charged whether it was charged, not left to review
 * @param certainty what it says of itself, 0..1, or null if it says nothing
 * @param right whether its person truly left with just that many; of several lines of one product,
 *     the surest are held to be right first
 * @param tooMany units of it that the person did not leave with
 * @param rightForAccount the same as {@code right} with those who came in on one credential taken
 *     as one: what the account is charged, which is what certainty speaks of; null in files written
 *     before this was judged
 */
public record JudgedLine(
    String visitId,
    int line,
    String person,
    String barcode,
    int quantity,
    boolean charged,
    @Nullable Double certainty,
    boolean right,
    int tooMany,
    @Nullable Boolean rightForAccount) {
  /** Of somebody who pays for themselves. */
  public JudgedLine(
      String visitId,
      int line,
      String person,
      String barcode,
      int quantity,
      boolean charged,
      @Nullable Double certainty,
      boolean right,
      int tooMany) {
    this(visitId, line, person, barcode, quantity, charged, certainty, right, tooMany, right);
  }

  /** Whether it is right for the account; where that was not judged, for the person. */
  public boolean holdsForAccount() {
    return rightForAccount == null ? right : rightForAccount;
  }

  /** Whether the account was charged for it and does not owe for just that. */
  public boolean chargesWrongly() {
    return charged && !holdsForAccount();
  }

  /** The same, had it stated another certainty. */
  public JudgedLine stating(double other) {
    return new JudgedLine(
        visitId, line, person, barcode, quantity, charged, other, right, tooMany, rightForAccount);
  }

  JudgedLine forAccount(boolean isRight) {
    return new JudgedLine(
        visitId, line, person, barcode, quantity, charged, certainty, right, tooMany, isRight);
  }
}
