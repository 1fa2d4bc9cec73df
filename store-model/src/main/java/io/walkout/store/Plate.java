package io.walkout.store;

import io.walkout.store.geometry.OrientedBox;

/**
 * One load-cell tile where it lies.
 *
 * @param id its address
 * @param box its top, a flat box: x along the shelf, y from the front to the back
 */
public record Plate(PlateId id, OrientedBox box) {}
