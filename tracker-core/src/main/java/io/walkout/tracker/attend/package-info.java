/**
 * What to look at: which pictures deserve a detector, whose hands a pose, whose clothes a vector,
 * and how boxes go on between looks. Decides by event time and pixels alone, camera by camera, so
 * that any number of threads comes to the same; runs no net and knows no people, carts or goods.
 */
@NullMarked
package io.walkout.tracker.attend;

import org.jspecify.annotations.NullMarked;
