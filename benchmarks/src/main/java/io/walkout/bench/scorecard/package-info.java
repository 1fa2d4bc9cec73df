/**
 * The scorecard: runs suites of simulated cases through the whole pipeline, scores them, and says
 * what got better and what got worse. Judges the program from outside, by its own commands' code;
 * nothing in the product depends on it.
 */
@NullMarked
package io.walkout.bench.scorecard;

import org.jspecify.annotations.NullMarked;
