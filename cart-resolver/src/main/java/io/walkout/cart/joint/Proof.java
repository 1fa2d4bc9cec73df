package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.cart.Assignment.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * One deed as a world has it: what was felt, which explanation the world holds true, and how the
 * person reached the place.
 *
 * @param felt the part of the change
 * @param explanation what this world makes of it; its probability is that at the decision
 * @param reach how the person reached it, or null if unseen
 */
record Proof(Felt felt, Explanation explanation, @Nullable Reach reach) {}
