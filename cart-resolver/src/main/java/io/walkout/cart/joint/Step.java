package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One world's way to go on: a reading of the change, with who did each deed of it.
 *
 * @param from the world before
 * @param reading what the change was
 * @param reaches who did each deed, null for somebody unseen or nobody
 * @param sides the hand of each deed, 0 left, 1 right
 * @param log logarithm of the weight of the world after
 */
record Step(World from, Reading reading, List<@Nullable Reach> reaches, int[] sides, double log) {
  /** Deed {@code i} as an explanation without a probability. */
  Explanation explanation(int i) {
    Deed deed = reading.deeds().get(i);
    Reach by = reaches.get(i);
    return new Explanation(
        deed.kind(),
        by == null || deed.kind() == Kind.NOTHING ? null : by.person(),
        deed.product() == null ? null : deed.product().code(),
        deed.quantity(),
        0);
  }
}
