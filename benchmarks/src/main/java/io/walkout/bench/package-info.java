/** JMH benchmarks of the hot paths. Nothing in the product depends on it. */
@NullMarked
package io.walkout.bench;

import org.jspecify.annotations.NullMarked;
