/**
 * JMH benchmarks of the hot paths, and the start of the commands that measure the program. Nothing
 * in the product depends on it.
 */
@NullMarked
package io.walkout.bench;

import org.jspecify.annotations.NullMarked;
