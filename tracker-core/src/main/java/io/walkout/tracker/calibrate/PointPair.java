package io.walkout.tracker.calibrate;

/**
 * A pixel, and the point of the store that it shows.
 *
 * @param name what people call it: a line of a file, a corner of a board
 * @param u pixels from the left
 * @param v pixels from the top
 * @param x metres, the store's frame
 * @param y metres
 * @param z metres above the floor
 */
public record PointPair(String name, double u, double v, double x, double y, double z) {}
