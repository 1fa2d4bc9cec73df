package io.walkout.sim.camera;

/**
 * How much of a body the picture's edge leaves: rays through a grid of directions around all of the
 * body, beyond the picture too, each weighted by the solid angle it stands for; the share of those
 * that meet the body whose direction the picture shows. Parts that hide each other count once, as
 * they do in pixels. Good to some hundredths. Single-threaded.
 */
final class Cropping {
  /** Rays along each side of the grid. */
  private static final int RAYS = 32;

  /** Tangent of the widest angle off the axis that is looked at, 76 degrees. */
  private static final double WIDEST = 4;

  private final Bounds reach = new Bounds();

  /** The share of a placed body that lies inside the picture, 0 to 1; 1 if no ray meets it. */
  double shareInside(View view, Figure figure, int sample) {
    reach.clear();
    for (int k = 0; k < Figure.PARTS; k++) {
      figure.part(sample, k).reach(reach);
    }
    if (reach.isEmpty()) {
      return 1;
    }
    double a0 = Math.max(-WIDEST, reach.left);
    double b0 = Math.max(-WIDEST, reach.top);
    double stepA = (Math.min(WIDEST, reach.right) - a0) / RAYS;
    double stepB = (Math.min(WIDEST, reach.bottom) - b0) / RAYS;
    double all = 0;
    double inside = 0;
    for (int i = 0; i < RAYS; i++) {
      for (int j = 0; j < RAYS; j++) {
        double a = a0 + (i + 0.5) * stepA;
        double b = b0 + (j + 0.5) * stepB;
        if (meets(figure, sample, (float) a, (float) b)) {
          double n = 1 + a * a + b * b;
          double angle = 1 / (n * Math.sqrt(n));
          all += angle;
          if (view.shows(a, b)) {
            inside += angle;
          }
        }
      }
    }
    return all > 0 ? inside / all : 1;
  }

  private static boolean meets(Figure figure, int sample, float a, float b) {
    for (int k = 0; k < Figure.PARTS; k++) {
      if (figure.part(sample, k).hit(a, b) < Float.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }
}
