package io.walkout.cart;

import io.walkout.store.EventTime;
import io.walkout.store.Policy;

/**
 * The resolver's times and bounds.
 *
 * @param reachMarginNanos how far before its start and after its end people are looked at for a
 *     change: the clocks of plates and poses differ by up to 0.2 s in a real store
 * @param historyNanos for how long people's whereabouts are kept; a change decided later than this
 *     after it happened finds nobody
 * @param settleNanos how long after its end a change waits for other shelves to announce earlier
 *     ones; beyond it goes ahead out of turn
 * @param exitMarginNanos how long after somebody's last sight a change may still begin and be
 *     theirs
 * @param exitPatienceNanos how long after their exit a cart waits for the shelves; beyond it closes
 *     without what comes later
 * @param maxPending most changes waiting; the earliest is decided at once when there are more
 * @param maxHoldings most takes in one cart; what is beyond is counted and in nobody's cart
 * @param maxOpenCarts most carts open at once. When there are more, the one whose person left first
 *     closes, else the one that was entered first; if its person is still inside, or its shelves
 *     are not settled, every line of it goes to review
 * @param maxWorlds most joint explanations kept for people whose doubts hang together; beyond it
 *     the unlikeliest are dropped
 * @param receiverOwes whether who was handed something owes for it, and not who took it
 */
public record ResolverSettings(
    long reachMarginNanos,
    long historyNanos,
    long settleNanos,
    long exitMarginNanos,
    long exitPatienceNanos,
    int maxPending,
    int maxHoldings,
    int maxOpenCarts,
    int maxWorlds,
    boolean receiverOwes) {

  /** Most joint explanations kept: see decision 022 for what fewer and more are worth. */
  public static final int MAX_WORLDS = 128;

  /** Throws {@link IllegalArgumentException} on a negative time or a bound below 1. */
  public ResolverSettings {
    if (reachMarginNanos < 0
        || historyNanos <= 0
        || settleNanos < 0
        || exitMarginNanos < 0
        || exitPatienceNanos < 0
        || maxPending < 1
        || maxHoldings < 1
        || maxOpenCarts < 1
        || maxWorlds < 1) {
      throw new IllegalArgumentException(
          "a resolver needs times that are not negative and bounds of at least 1");
    }
  }

  /**
   * What fits a store's policy: people are kept for the lateness allowed, the longest change (20 s
   * of rummaging) and the settling together.
   */
  public static ResolverSettings of(Policy policy) {
    long settle = 10 * EventTime.SECOND;
    return new ResolverSettings(
        300 * EventTime.MILLI,
        policy.maxLatenessNanos() + 20 * EventTime.SECOND + settle,
        settle,
        500 * EventTime.MILLI,
        policy.maxLatenessNanos() + policy.silentAfterNanos() + settle,
        1024,
        512,
        512,
        MAX_WORLDS,
        policy.handOver() == Policy.HandOver.RECEIVER);
  }
}
