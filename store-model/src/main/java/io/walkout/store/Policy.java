package io.walkout.store;

import java.util.List;

/**
 * What the store has decided about certainty and patience, and about who owes.
 *
 * @param reviewBelow a line less certain than this is not charged but goes to review
 * @param maxLatenessNanos how long deciders wait for a late event before they go on without it
 * @param silentAfterNanos a source that has sent nothing for this long stops holding the others
 *     back
 * @param handOver who owes for what one shopper hands to another
 * @param staffCredentials what the staff show at the doors: who enters on one of them owes nothing.
 *     Tokens, as an account's are: never logged, never on a receipt
 */
public record Policy(
    ReviewThreshold reviewBelow,
    long maxLatenessNanos,
    long silentAfterNanos,
    HandOver handOver,
    List<String> staffCredentials) {
  /** Who owes for what one shopper hands to another. */
  public enum HandOver {
    /** Who took it off the shelf, whoever carries it. */
    TAKER,
    /** Who has it in the end. */
    RECEIVER
  }

  /**
   * Charge from where it pays by {@link ReviewCosts#DEFAULT}, wait 4 s (poses of a real store came
   * 2.2 to 2.5 s late), silent after 6 s (longer than any gap seen in a healthy stream). The taker
   * owes, and nobody is known to be staff.
   */
  public static final Policy DEFAULT =
      new Policy(
          new ReviewThreshold.FromCosts(ReviewCosts.DEFAULT),
          4 * EventTime.SECOND,
          6 * EventTime.SECOND,
          HandOver.TAKER,
          List.of());

  /**
   * Copies the list. Throws {@link IllegalArgumentException} on a wait that is not positive, or a
   * blank credential.
   */
  public Policy {
    if (maxLatenessNanos <= 0 || silentAfterNanos <= 0) {
      throw new IllegalArgumentException("a policy needs positive waits");
    }
    staffCredentials = List.copyOf(staffCredentials);
    if (staffCredentials.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a credential of the staff can't be blank");
    }
  }

  /**
   * A policy with that threshold for every line, under which the taker owes, and nobody is known to
   * be staff. Throws {@link IllegalArgumentException} on a threshold outside 0..1, too.
   */
  public Policy(double reviewBelow, long maxLatenessNanos, long silentAfterNanos) {
    this(
        new ReviewThreshold.Fixed(reviewBelow),
        maxLatenessNanos,
        silentAfterNanos,
        HandOver.TAKER,
        List.of());
  }

  /** The same but for who owes for what is handed over. */
  public Policy with(HandOver owes) {
    return new Policy(reviewBelow, maxLatenessNanos, silentAfterNanos, owes, staffCredentials);
  }

  /** The same with other credentials of the staff. */
  public Policy withStaff(List<String> credentials) {
    return new Policy(reviewBelow, maxLatenessNanos, silentAfterNanos, handOver, credentials);
  }

  /** Without the credentials: a policy may be logged, they may not. */
  @Override
  public String toString() {
    return "Policy[reviewBelow="
        + reviewBelow
        + ", maxLatenessNanos="
        + maxLatenessNanos
        + ", silentAfterNanos="
        + silentAfterNanos
        + ", handOver="
        + handOver
        + ", "
        + staffCredentials.size()
        + " staff credentials]";
  }
}
