package io.walkout.tracker.detect;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Draws the outline of a standing person into a picture: a stack of rings, from the feet over the
 * shoulders to the head, and for each row all between its leftmost and rightmost point. What lies
 * beyond the picture is cut off.
 */
final class SilhouettePainter {
  /** Points of a ring. */
  private static final int RING = 12;

  /** Height between rings, metres. */
  private static final double STEP = 0.1;

  /**
   * Half of a body's breadth seen from any side, metres: shoulders are 0.4 to 0.5 m broad and 0.25
   * m deep (ANSUR II), and clothes and arms come on top.
   */
  private static final double BODY_RADIUS = 0.23;

  private static final double LEGS_RADIUS = 0.18;
  private static final double HEAD_RADIUS = 0.12;

  /** Share of a person's height below the hips, and below the shoulders. */
  private static final double HIPS = 0.5;

  private static final double SHOULDERS = 0.84;

  /**
   * A lens model says nonsense far beyond the picture (its polynomial turns back), so points are
   * left out that look further from the axis than the picture's corner by this factor, as tangents.
   */
  private static final double BEYOND_CORNER = 1.5;

  /** Less of a person than this share of their height in the picture says nothing. */
  private static final double MIN_SEEN = 0.12;

  private final CameraModel model;
  private final double maxTangent;
  private final double[] left;
  private final double[] right;
  private final double[] u = new double[RING];
  private final double[] v = new double[RING];
  private final double[] lastU = new double[RING];
  private final double[] lastV = new double[RING];
  private final double[] pixel = new double[2];

  SilhouettePainter(CameraModel model) {
    this.model = model;
    this.left = new double[model.heightPixels()];
    this.right = new double[model.heightPixels()];
    this.maxTangent = BEYOND_CORNER * cornerTangent(model);
  }

  private static double cornerTangent(CameraModel model) {
    double most = 0;
    for (int corner = 0; corner < 4; corner++) {
      var ray =
          model.ray(
              (corner & 1) * model.widthPixels(), (double) (corner >> 1) * model.heightPixels());
      var axis = model.cameraToStore().rotate(new Vec3(0, 0, 1));
      double cos = ray.dot(axis);
      most = Math.max(most, Math.sqrt(Math.max(0, 1 - cos * cos)) / Math.max(cos, 1e-3));
    }
    return most;
  }

  /** The silhouette of a person, or null if the picture shows nothing of them. */
  @Nullable Silhouette paint(double x, double y, double height, boolean inside) {
    if (!nearPicture(x, y, height)) {
      return null;
    }
    Arrays.fill(left, Double.POSITIVE_INFINITY);
    Arrays.fill(right, Double.NEGATIVE_INFINITY);
    boolean joined = false;
    int rings = 0;
    int inPicture = 0;
    for (double z = 0; z <= height + 1e-9; z += STEP) {
      boolean seen = ring(x, y, z, radius(z / height));
      rings++;
      if (seen) {
        inPicture += centreInPicture() ? 1 : 0;
        drawRing(joined);
        System.arraycopy(u, 0, lastU, 0, RING);
        System.arraycopy(v, 0, lastV, 0, RING);
      }
      joined = seen;
    }
    return inPicture < MIN_SEEN * rings ? null : cut(x, y, height, inside);
  }

  /** Whether anything of a body's axis lies in the picture or not far beside it: cheap to tell. */
  private boolean nearPicture(double x, double y, double height) {
    double asideU = model.widthPixels() * 0.25;
    double asideV = model.heightPixels() * 0.25;
    for (double z = 0; z <= height; z += STEP) {
      Vec3 c = model.cameraToStore().applyInverse(new Vec3(x, y, z));
      if (!tooFarAside(c)
          && model.project(x, y, z, pixel)
          && pixel[0] > -asideU
          && pixel[0] < model.widthPixels() + asideU
          && pixel[1] > -asideV
          && pixel[1] < model.heightPixels() + asideV) {
        return true;
      }
    }
    return false;
  }

  private boolean tooFarAside(Vec3 c) {
    double reach = maxTangent * c.z();
    return c.z() <= 0 || c.x() * c.x() + c.y() * c.y() > reach * reach;
  }

  /** Whether the middle of the ring now held lies in the picture. */
  private boolean centreInPicture() {
    double middleU = (u[0] + u[RING / 2]) / 2;
    double middleV = (v[0] + v[RING / 2]) / 2;
    return middleU >= 0
        && middleV >= 0
        && middleU < model.widthPixels()
        && middleV < model.heightPixels();
  }

  private static double radius(double share) {
    if (share < HIPS) {
      return LEGS_RADIUS;
    }
    return share < SHOULDERS ? BODY_RADIUS : HEAD_RADIUS;
  }

  private boolean ring(double x, double y, double z, double radius) {
    for (int k = 0; k < RING; k++) {
      double angle = 2 * Math.PI * k / RING;
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      var c = model.cameraToStore().applyInverse(new Vec3(px, py, z));
      if (tooFarAside(c) || !model.project(px, py, z, pixel)) {
        return false;
      }
      u[k] = pixel[0];
      v[k] = pixel[1];
    }
    return true;
  }

  private void drawRing(boolean joined) {
    for (int k = 0; k < RING; k++) {
      int next = (k + 1) % RING;
      edge(u[k], v[k], u[next], v[next]);
      if (joined) {
        edge(u[k], v[k], lastU[k], lastV[k]);
      }
    }
  }

  private void edge(double u0, double v0, double u1, double v1) {
    int from = (int) Math.max(0, Math.ceil(Math.min(v0, v1) - 0.5));
    int to = (int) Math.min(left.length - 1, Math.floor(Math.max(v0, v1) - 0.5));
    for (int row = from; row <= to; row++) {
      double t = v1 == v0 ? 0 : (row + 0.5 - v0) / (v1 - v0);
      double at = u0 + t * (u1 - u0);
      left[row] = Math.min(left[row], at);
      right[row] = Math.max(right[row], at);
    }
  }

  private @Nullable Silhouette cut(double x, double y, double height, boolean inside) {
    int width = model.widthPixels();
    int top = 0;
    while (top < left.length && empty(top, width)) {
      top++;
    }
    int end = top;
    while (end < left.length && !empty(end, width)) {
      end++;
    }
    if (top == end) {
      return null;
    }
    short[] from = new short[end - top];
    short[] to = new short[end - top];
    int area = 0;
    int leftmost = width;
    int rightmost = 0;
    for (int row = top; row < end; row++) {
      from[row - top] = (short) Math.max(0, Math.round(left[row]));
      to[row - top] = (short) Math.min(width, Math.round(right[row]));
      area += to[row - top] - from[row - top];
      leftmost = Math.min(leftmost, from[row - top]);
      rightmost = Math.max(rightmost, to[row - top]);
    }
    return new Silhouette(x, y, height, inside, top, from, to, leftmost, rightmost, area);
  }

  private boolean empty(int row, int width) {
    return Math.max(0, Math.round(left[row])) >= Math.min(width, Math.round(right[row]));
  }
}
