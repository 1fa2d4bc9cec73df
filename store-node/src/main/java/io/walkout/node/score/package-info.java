/**
 * Receipts against truth: the public competition's rule and what else a shopkeeper asks. Pure
 * functions; knows nothing of how the receipts came about.
 */
@NullMarked
package io.walkout.node.score;

import org.jspecify.annotations.NullMarked;
