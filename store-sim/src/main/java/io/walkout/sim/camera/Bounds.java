package io.walkout.sim.camera;

/** A rectangle of the picture that grows by points; pixels, ends exclusive once taken as whole. */
final class Bounds {
  double left;
  double top;
  double right;
  double bottom;

  Bounds() {
    clear();
  }

  void clear() {
    left = Double.POSITIVE_INFINITY;
    top = Double.POSITIVE_INFINITY;
    right = Double.NEGATIVE_INFINITY;
    bottom = Double.NEGATIVE_INFINITY;
  }

  boolean isEmpty() {
    return !(left <= right);
  }

  void add(double u, double v) {
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }

  void add(Bounds o) {
    left = Math.min(left, o.left);
    right = Math.max(right, o.right);
    top = Math.min(top, o.top);
    bottom = Math.max(bottom, o.bottom);
  }

  /** First column, at least {@code least}. */
  int x0(int least) {
    return isEmpty()
        ? Integer.MAX_VALUE / 2
        : Math.max(least, (int) Math.floor(Math.max(left, -1e6)));
  }

  /** Column after the last, at most {@code most}. */
  int x1(int most) {
    return isEmpty() ? 0 : Math.min(most, (int) Math.ceil(Math.min(right, 1e6)));
  }

  /** First row, at least {@code least}. */
  int y0(int least) {
    return isEmpty()
        ? Integer.MAX_VALUE / 2
        : Math.max(least, (int) Math.floor(Math.max(top, -1e6)));
  }

  /** Row after the last, at most {@code most}. */
  int y1(int most) {
    return isEmpty() ? 0 : Math.min(most, (int) Math.ceil(Math.min(bottom, 1e6)));
  }
}
