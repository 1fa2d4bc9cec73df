/**
 * The words of the realism report: figures with their units, curves, and how two sides compare.
 * Knows nothing of how anything is measured or drawn.
 */
@NullMarked
package io.walkout.bench.realism.figure;

import org.jspecify.annotations.NullMarked;
