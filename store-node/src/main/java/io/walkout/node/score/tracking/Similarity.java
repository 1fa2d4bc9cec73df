package io.walkout.node.score.tracking;

/** How alike a true and a reported place are: 1 for the same, 0 for nothing in common. */
public final class Similarity {
  /** Within how much a person's place on the floor counts as found: a body's half width, twice. */
  public static final double RADIUS_METRES = 0.5;

  private Similarity() {}

  /**
   * Of two points on the floor: 1 at no distance, a half at {@link #RADIUS_METRES}, falling
   * straight to 0.
   */
  public static double onFloor(double x1, double y1, double x2, double y2) {
    return Math.max(0, 1 - Math.hypot(x1 - x2, y1 - y2) / (2 * RADIUS_METRES));
  }

  /** Distance of two points of that similarity on the floor, metres; the largest for 0. */
  public static double metres(double similarity) {
    return 2 * RADIUS_METRES * (1 - similarity);
  }

  /**
   * Intersection over union of two boxes in a picture, each left, top, width, height in pixels at
   * an offset of its array.
   */
  public static double iou(double[] a, int ofA, double[] b, int ofB) {
    double w = overlap(a[ofA], a[ofA + 2], b[ofB], b[ofB + 2]);
    double h = overlap(a[ofA + 1], a[ofA + 3], b[ofB + 1], b[ofB + 3]);
    double both = w * h;
    double union = a[ofA + 2] * a[ofA + 3] + b[ofB + 2] * b[ofB + 3] - both;
    return union > Math.ulp(1.0) ? both / union : 0;
  }

  private static double overlap(double from1, double length1, double from2, double length2) {
    return Math.max(0, Math.min(from1 + length1, from2 + length2) - Math.max(from1, from2));
  }
}
