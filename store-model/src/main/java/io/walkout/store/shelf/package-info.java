/**
 * What the shelf tracker tells the rest of the store: steps of mass with their place, time and
 * uncertainty. Knows nothing of people or products.
 */
@NullMarked
package io.walkout.store.shelf;

import org.jspecify.annotations.NullMarked;
