/** Lasting steps of mass from untared, noisy plates. Knows nothing of people or products. */
@NullMarked
package io.walkout.tracker.shelf;

import org.jspecify.annotations.NullMarked;
