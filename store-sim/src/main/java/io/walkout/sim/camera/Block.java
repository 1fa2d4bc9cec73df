package io.walkout.sim.camera;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import org.jspecify.annotations.Nullable;

/** A box, turned anyhow. */
final class Block extends Solid {
  private final Paint paint;
  private final @Nullable Niche niche;
  private final double[] axes = new double[9];
  private final double[] corner = new double[3];
  private final double[] size = new double[3];

  /** Ray direction to the block's frame, row-major; then the camera in that frame. */
  private final float[] q = new float[9];

  private final float[] o = new float[3];
  private final double[] point = new double[3];

  Block(OrientedBox box, Paint paint, @Nullable Niche niche) {
    this.paint = paint;
    this.niche = niche;
    move(box);
  }

  Block(RigidTransform pose, Vec3 size, Paint paint, @Nullable Niche niche) {
    this(new OrientedBox(pose, size), paint, niche);
  }

  /** Puts it elsewhere. */
  void move(OrientedBox box) {
    System.arraycopy(box.pose().rotation(), 0, axes, 0, 9);
    Vec3 t = box.pose().translation();
    corner[0] = t.x();
    corner[1] = t.y();
    corner[2] = t.z();
    size[0] = Math.max(box.size().x(), 1e-3);
    size[1] = Math.max(box.size().y(), 1e-3);
    size[2] = Math.max(box.size().z(), 1e-3);
  }

  /** Puts it upright with its low corner there and its x axis along (ax, ay), unit length. */
  void stand(double x, double y, double z, double ax, double ay) {
    axes[0] = ax;
    axes[1] = -ay;
    axes[3] = ay;
    axes[4] = ax;
    axes[2] = 0;
    axes[5] = 0;
    axes[6] = 0;
    axes[7] = 0;
    axes[8] = 1;
    corner[0] = x;
    corner[1] = y;
    corner[2] = z;
  }

  @Override
  void place(View view) {
    double[] r = view.r;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        q[3 * i + j] = (float) (axes[i] * r[j] + axes[3 + i] * r[3 + j] + axes[6 + i] * r[6 + j]);
      }
      o[i] =
          (float)
              (axes[i] * (view.x - corner[0])
                  + axes[3 + i] * (view.y - corner[1])
                  + axes[6 + i] * (view.z - corner[2]));
    }
    bounds.clear();
    boolean before = false;
    boolean behind = false;
    for (int k = 0; k < 27; k++) {
      int layer = k / 9;
      int row = k / 3 - 3 * layer;
      double u = 0.5 * (k % 3) * size[0];
      double v = 0.5 * row * size[1];
      double w = 0.5 * layer * size[2];
      view.toCamera(
          corner[0] + axes[0] * u + axes[1] * v + axes[2] * w,
          corner[1] + axes[3] * u + axes[4] * v + axes[5] * w,
          corner[2] + axes[6] * u + axes[7] * v + axes[8] * w,
          point);
      if (point[2] > View.NEAR_METRES) {
        before = true;
        view.include(point[0] / point[2], point[1] / point[2], bounds);
      } else {
        behind = true;
      }
    }
    boolean large = Math.max(size[0], Math.max(size[1], size[2])) > 1.5;
    if (before && (behind || large)) {
      bounds.add(0, 0);
      bounds.add(view.width, view.height);
    } else if (before) {
      bounds.add(bounds.left - 1, bounds.top - 1);
      bounds.add(bounds.right + 1, bounds.bottom + 1);
    }
  }

  @Override
  float hit(float a, float b) {
    float near = (float) View.NEAR_METRES;
    float far = Float.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      float d = 1 / (q[3 * i] * a + q[3 * i + 1] * b + q[3 * i + 2]);
      float t0 = -o[i] * d;
      float t1 = ((float) size[i] - o[i]) * d;
      near = Math.max(near, Math.min(t0, t1));
      far = Math.min(far, Math.max(t0, t1));
    }
    return near < far ? near : Float.POSITIVE_INFINITY;
  }

  @Override
  void shade(View view, float a, float b, float t, Shade out) {
    int face = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      double l = o[i] + t * (q[3 * i] * a + q[3 * i + 1] * b + q[3 * i + 2]);
      point[i] = l / size[i];
      if (Math.abs(l) < best) {
        best = Math.abs(l);
        face = 2 * i;
      }
      if (Math.abs(l - size[i]) < best) {
        best = Math.abs(l - size[i]);
        face = 2 * i + 1;
      }
    }
    double u = face < 2 ? point[1] : point[0];
    double v = face < 4 ? point[2] : point[1];
    paint.at(u, v, face, out);
    int axis = face / 2;
    int sign = face % 2 == 0 ? -1 : 1;
    float light = Light.on(sign * axes[axis], sign * axes[3 + axis], sign * axes[6 + axis]);
    if (niche != null) {
      light *=
          niche.light(
              view.x + t * (view.r[0] * a + view.r[1] * b + view.r[2]),
              view.y + t * (view.r[3] * a + view.r[4] * b + view.r[5]),
              view.z + t * (view.r[6] * a + view.r[7] * b + view.r[8]));
    }
    out.times(light);
  }
}
