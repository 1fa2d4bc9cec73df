/**
 * Points, boxes, rigid transforms and cameras in the store's frame: metres, z up, right-handed,
 * floor at z = 0. Knows nothing of what stands in the store.
 */
@NullMarked
package io.walkout.store.geometry;

import org.jspecify.annotations.NullMarked;
