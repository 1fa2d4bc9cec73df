package io.walkout.store;

/**
 * What the store has decided about certainty and patience.
 *
 * @param reviewBelow a line less certain than this is not charged but goes to review, 0..1
 * @param maxLatenessNanos how long deciders wait for a late event before they go on without it
 * @param silentAfterNanos a source that has sent nothing for this long stops holding the others
 *     back
 */
public record Policy(double reviewBelow, long maxLatenessNanos, long silentAfterNanos) {
  /**
   * Charge from 0.8 (chosen; calibrated with the resolver's later versions), wait 4 s (poses of a
   * real store came 2.2 to 2.5 s late), silent after 6 s (longer than any gap seen in a healthy
   * stream).
   */
  public static final Policy DEFAULT = new Policy(0.8, 4 * EventTime.SECOND, 6 * EventTime.SECOND);

  /**
   * Throws {@link IllegalArgumentException} on a threshold outside 0..1 or a wait that is not
   * positive.
   */
  public Policy {
    if (!(reviewBelow >= 0 && reviewBelow <= 1) || maxLatenessNanos <= 0 || silentAfterNanos <= 0) {
      throw new IllegalArgumentException("a policy needs a threshold in 0..1 and positive waits");
    }
  }
}
