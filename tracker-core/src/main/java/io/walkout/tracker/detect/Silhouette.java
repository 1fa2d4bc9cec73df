package io.walkout.tracker.detect;

/**
 * Where a standing person at one place of the floor would be seen: for each row of a small picture
 * the stretch of pixels they cover. Immutable.
 *
 * @param x where they stand, metres
 * @param y where they stand, metres
 * @param heightMetres how tall they are
 * @param inside whether the place belongs to the store's floor
 * @param top first row
 * @param left first pixel of each row
 * @param right one past the last pixel of each row
 * @param leftmost least of {@code left}
 * @param rightmost largest of {@code right}
 * @param area pixels covered
 */
record Silhouette(
    double x,
    double y,
    double heightMetres,
    boolean inside,
    int top,
    short[] left,
    short[] right,
    int leftmost,
    int rightmost,
    int area) {

  /** Whether the rectangles about the two meet. */
  boolean meets(Silhouette o) {
    return leftmost < o.rightmost
        && o.leftmost < rightmost
        && top < o.top + o.left.length
        && o.top < top + left.length;
  }

  /**
   * Sum over the covered pixels.
   *
   * @param sums running sums of each row, {@code stride} a row, starting with 0
   */
  int sum(int[] sums, int stride) {
    int total = 0;
    int row = top * stride;
    for (int i = 0; i < left.length; i++, row += stride) {
      total += sums[row + right[i]] - sums[row + left[i]];
    }
    return total;
  }

  /**
   * Sum over the rectangle about the covered pixels.
   *
   * @param integral sums of all above and to the left, {@code stride} a row, with a row and a
   *     column of 0 before
   */
  int sumAround(int[] integral, int stride) {
    int above = top * stride;
    int below = (top + left.length) * stride;
    return integral[below + rightmost]
        - integral[below + leftmost]
        - integral[above + rightmost]
        + integral[above + leftmost];
  }
}
