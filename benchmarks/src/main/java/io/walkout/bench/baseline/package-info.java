/**
 * Other people's methods, built from their published descriptions and run on the same recordings,
 * so that our figures have something to stand beside. They share no constant and no code with the
 * trackers and the resolver, and nothing in the product depends on them.
 */
@NullMarked
package io.walkout.bench.baseline;

import org.jspecify.annotations.NullMarked;
