/**
 * What can be measured on a stream of poses. The same code for real and for simulated ones; it must
 * not know which of them it looks at.
 */
@NullMarked
package io.walkout.bench.realism.poses;

import org.jspecify.annotations.NullMarked;
