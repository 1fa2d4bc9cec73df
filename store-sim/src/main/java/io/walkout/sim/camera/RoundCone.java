package io.walkout.sim.camera;

import java.util.Arrays;

/**
 * Two spheres and all between them: a limb. May be flattened along the axes of a frame of its own,
 * which makes trunks and heads of it. The intersection is I. Quilez' ("rounded cone", 2018), for
 * rays that need no unit length.
 */
final class RoundCone extends Solid {
  private final Cloth cloth;

  /** Frame that it is flattened in, camera coordinates, rows; and by how much along each. */
  private final double[] m = new double[9];

  private final double[] pa = new double[3];
  private final double[] pb = new double[3];
  private double ra;
  private double rb;
  private double stretch = 1;
  private boolean ball;
  private boolean gone = true;

  private float u0;
  private float u1;
  private float u2;
  private float w0;
  private float w1;
  private float w2;
  private float qaa;
  private float qbb;
  private float q1;
  private float qab;
  private float qa;
  private float qb;
  private float d2;
  private float k0;
  private float k1rise;
  private float taper;
  private float capA;
  private float capB;
  private final double[] sa = new double[3];
  private final double[] sb = new double[3];
  private final double[] u = new double[3];

  /** What is drawn from and into just now. */
  private float[] rayA = {};

  private float[] rayB = {};
  private float[] depth = {};
  private int[] keys = {};
  private boolean[] touched = {};
  private int width;
  private int sample;
  private int key;

  private final double[] w = new double[3];

  RoundCone(Cloth cloth) {
    this.cloth = cloth;
  }

  /** What it wears. */
  Cloth cloth() {
    return cloth;
  }

  /** Takes it out of the picture until it is set again. */
  void remove() {
    gone = true;
    bounds.clear();
  }

  /** Not flattened. */
  RoundCone round() {
    for (int i = 0; i < 9; i++) {
      m[i] = i % 4 == 0 ? 1 : 0;
    }
    stretch = 1;
    return this;
  }

  /**
   * Flattened: a radius r becomes r divided by the scale along each axis.
   *
   * @param axes rows of an orthonormal frame in camera coordinates
   */
  RoundCone flat(double[] axes, double s0, double s1, double s2) {
    for (int j = 0; j < 3; j++) {
      m[j] = axes[j] * s0;
      m[3 + j] = axes[3 + j] * s1;
      m[6 + j] = axes[6 + j] * s2;
    }
    stretch = 1 / Math.min(s0, Math.min(s1, s2));
    return this;
  }

  /** Sets its ends, camera coordinates, and radii; to be placed afterwards. */
  void set(double[] a, double radiusA, double[] b, double radiusB) {
    System.arraycopy(a, 0, pa, 0, 3);
    System.arraycopy(b, 0, pb, 0, 3);
    ra = radiusA;
    rb = radiusB;
    gone = false;
  }

  @Override
  void place(View view) {
    bounds.clear();
    if (gone) {
      return;
    }
    for (int i = 0; i < 3; i++) {
      sa[i] = m[3 * i] * pa[0] + m[3 * i + 1] * pa[1] + m[3 * i + 2] * pa[2];
      sb[i] = m[3 * i] * pb[0] + m[3 * i + 1] * pb[1] + m[3 * i + 2] * pb[2];
    }
    double m0 = 0;
    double m1sum = 0;
    double m5 = 0;
    double m7 = 0;
    Arrays.fill(u, 0);
    Arrays.fill(w, 0);
    for (int i = 0; i < 3; i++) {
      double ba = sb[i] - sa[i];
      m0 += ba * ba;
      m1sum -= ba * sa[i];
      m5 += sa[i] * sa[i];
      m7 += sb[i] * sb[i];
      for (int j = 0; j < 3; j++) {
        u[j] += m[3 * i + j] * ba;
        w[j] += m[3 * i + j] * sa[i];
      }
    }
    double rr = ra - rb;
    double under = m0 - rr * rr;
    ball = under < 1e-7;
    u0 = (float) u[0];
    u1 = (float) u[1];
    u2 = (float) u[2];
    w0 = (float) w[0];
    w1 = (float) w[1];
    w2 = (float) w[2];
    quadric();
    d2 = (float) under;
    k0 = (float) (under * m5 - m1sum * m1sum + 2 * m1sum * rr * ra - m0 * ra * ra);
    k1rise = (float) (rr * ra - m1sum);
    taper = (float) (m1sum - ra * rr);
    capA = (float) (m5 - ra * ra);
    capB = (float) (m7 - rb * rb);
    view.includeSphere(pa[0], pa[1], pa[2], ra * stretch, bounds);
    if (!ball) {
      view.includeSphere(
          (pa[0] + pb[0]) / 2,
          (pa[1] + pb[1]) / 2,
          (pa[2] + pb[2]) / 2,
          Math.max(ra, rb) * stretch,
          bounds);
      view.includeSphere(pb[0], pb[1], pb[2], rb * stretch, bounds);
    }
    if (!bounds.isEmpty()) {
      bounds.add(bounds.left - 1, bounds.top - 1);
      bounds.add(bounds.right + 1, bounds.bottom + 1);
    }
  }

  /** Widens bounds of directions by what it covers, in the picture or not. */
  void reach(Bounds directions) {
    if (!gone) {
      View.reachSphere(pa[0], pa[1], pa[2], ra * stretch, directions);
      View.reachSphere(pb[0], pb[1], pb[2], rb * stretch, directions);
    }
  }

  private void quadric() {
    qaa = (float) (m[0] * m[0] + m[3] * m[3] + m[6] * m[6]);
    qbb = (float) (m[1] * m[1] + m[4] * m[4] + m[7] * m[7]);
    q1 = (float) (m[2] * m[2] + m[5] * m[5] + m[8] * m[8]);
    qab = (float) (2 * (m[0] * m[1] + m[3] * m[4] + m[6] * m[7]));
    qa = (float) (2 * (m[0] * m[2] + m[3] * m[5] + m[6] * m[8]));
    qb = (float) (2 * (m[1] * m[2] + m[4] * m[5] + m[7] * m[8]));
  }

  @Override
  float hit(float a, float b) {
    float m2 = u0 * a + u1 * b + u2;
    float m3 = -(w0 * a + w1 * b + w2);
    float dd = (qaa * a + qab * b + qa) * a + (qbb * b + qb) * b + q1;
    float near = (float) View.NEAR_METRES;
    if (!ball) {
      float k2 = d2 * dd - m2 * m2;
      float k1 = d2 * m3 + k1rise * m2;
      float h = k1 * k1 - k0 * k2;
      if (!(h >= 0)) {
        return Float.POSITIVE_INFINITY;
      }
      float t = (-(float) Math.sqrt(h) - k1) / k2;
      float y = taper + t * m2;
      if (y > 0 && y < d2) {
        return t > near ? t : Float.POSITIVE_INFINITY;
      }
    }
    float best = Float.POSITIVE_INFINITY;
    float h1 = m3 * m3 - dd * capA;
    if (h1 >= 0) {
      best = (-m3 - (float) Math.sqrt(h1)) / dd;
    }
    float m6 = m3 - m2;
    float h2 = m6 * m6 - dd * capB;
    if (h2 >= 0) {
      best = Math.min(best, (-m6 - (float) Math.sqrt(h2)) / dd);
    }
    return best > near ? best : Float.POSITIVE_INFINITY;
  }

  /**
   * As {@link #draw}, noting the outline of the person it is part of. Each row's pixels lie
   * together, near those of the row before: only they and their neighbours are tested.
   */
  void draw(View view, Layer layer, Silhouettes outlines, int sampleNumber, int keyOfMine) {
    rayA = view.a[sampleNumber];
    rayB = view.b[sampleNumber];
    depth = layer.depth[sampleNumber];
    keys = layer.key[sampleNumber];
    touched = layer.touched;
    width = view.width;
    sample = sampleNumber;
    key = keyOfMine;
    int left = bounds.x0(0);
    int right = bounds.x1(view.width);
    int bottom = bounds.y1(view.height);
    int start = (left + right) / 2;
    for (int y = bounds.y0(0); y < bottom && left < right; y++) {
      int x = start;
      if (touch(outlines, x, y)) {
        while (x > left && touch(outlines, x - 1, y)) {
          x--;
        }
        int end = start + 1;
        while (end < right && touch(outlines, end, y)) {
          end++;
        }
        start = x;
      } else {
        start = search(outlines, y, left, right, start);
      }
    }
  }

  /** Finds a row's pixels, to the right of where they were and then to the left; their first. */
  private int search(Silhouettes outlines, int y, int left, int right, int from) {
    for (int x = from + 1; x < right; x++) {
      if (touch(outlines, x, y)) {
        int first = x;
        do {
          x++;
        } while (x < right && touch(outlines, x, y));
        return first;
      }
    }
    for (int x = from - 1; x >= left; x--) {
      if (touch(outlines, x, y)) {
        while (x > left && touch(outlines, x - 1, y)) {
          x--;
        }
        return x;
      }
    }
    return from;
  }

  private boolean touch(Silhouettes outlines, int x, int y) {
    int pixel = y * width + x;
    float t = hit(rayA[pixel], rayB[pixel]);
    if (!(t < Float.POSITIVE_INFINITY)) {
      return false;
    }
    outlines.cover(sample, pixel, x, y);
    if (t < depth[pixel]) {
      depth[pixel] = t;
      keys[pixel] = key;
      touched[pixel] = true;
    }
    return true;
  }

  @Override
  void shade(View view, float a, float b, float t, Shade out) {
    double along = 0;
    if (!ball) {
      double m2 = u0 * a + u1 * b + u2;
      along = Math.clamp((taper + t * m2) / d2, 0, 1);
    }
    double nx = 0;
    double ny = 0;
    double nz = 0;
    for (int i = 0; i < 3; i++) {
      double p = t * (m[3 * i] * a + m[3 * i + 1] * b + m[3 * i + 2]);
      double n = p - sa[i] - along * (sb[i] - sa[i]);
      nx += m[3 * i] * n;
      ny += m[3 * i + 1] * n;
      nz += m[3 * i + 2] * n;
    }
    double norm = 1 / Math.sqrt(Math.max(1e-12, nx * nx + ny * ny + nz * nz));
    nx *= norm;
    ny *= norm;
    nz *= norm;
    double[] r = view.r;
    double sx = r[0] * nx + r[1] * ny + r[2] * nz;
    double sy = r[3] * nx + r[4] * ny + r[5] * nz;
    double sz = r[6] * nx + r[7] * ny + r[8] * nz;
    double height = view.z + t * (r[6] * a + r[7] * b + r[8]);
    cloth.at(along, sx, sy, sz, out);
    float low = (float) (0.72 + 0.28 * Math.clamp(height / 1.5, 0, 1));
    out.times(Light.on(sx, sy, sz) * low);
  }
}
