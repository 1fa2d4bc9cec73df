/**
 * What nets are worth by themselves, before any tracker: how many people a detector finds in a
 * video whose truth is known, and how well looks tell the same person from another. Measures only;
 * nothing of the program depends on it, and it knows no store.
 */
@NullMarked
package io.walkout.bench.nets;

import org.jspecify.annotations.NullMarked;
