package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import java.util.Arrays;

/**
 * Where a person's joints are in the room, from the lines on which cameras saw them: the point that
 * is likeliest given all lines and where such a joint is on a body that stands there, with the
 * error that follows from both. Two cameras meet in a point; a line that goes by the others is
 * doubted by how far it does (iterated least squares with Cauchy's weights; P. W. Holland, R. E.
 * Welsch, 1977). One camera alone leaves the point uncertain along its line, as stated; if it is a
 * wrist near the shelf that somebody stands before, it is taken to be in the shelf's front. Reused;
 * single-threaded.
 */
final class BodyJoints {
  /** What is older than this is no news of a joint. */
  private static final long FRESH_NANOS = 250 * EventTime.MILLI;

  /** How fast a joint may go, metres per second, as a spread: hands do 1 to 2 at a shelf. */
  private static final double SPEED = 1;

  /** Lines that miss by this many standard deviations count half. */
  private static final double DOUBT = 2;

  private static final int ROUNDS = 5;

  /** A joint known worse than this, metres, is not told. */
  private static final double MOST_SIGMA = 0.45;

  /** No joint is further from the middle of its body than an arm and a lean, metres. */
  private static final double REACH = 1.2;

  private static final double HIGHEST = 2.4;

  /** Who stands within an arm of a shelf may reach into it, metres. */
  private static final double BEFORE_SHELF = 1;

  /** A wrist this near to the shelf's front, metres, by its line and body alone, is at it. */
  private static final double AT_SHELF = 0.4;

  /** Wrists that take stand so far behind the front, metres: shelves are 0.4 m deep. */
  private static final double IN_SHELF = 0.05;

  private static final double IN_SHELF_SIGMA = 0.15;

  /** Height of a joint on a standing body, its spread, and the spread beside the middle, metres. */
  private static final double[] HEIGHT = {1.62, 1.42, 1.4, 1.4, 1.15, 1.15, 1.05, 1.05};

  private static final double[] HEIGHT_SIGMA = {0.15, 0.15, 0.15, 0.15, 0.3, 0.3, 0.4, 0.4};
  private static final double[] ASIDE_SIGMA = {0.15, 0.12, 0.22, 0.22, 0.3, 0.3, 0.4, 0.4};

  private final ShelfFronts fronts;
  private final double[] a = new double[6];
  private final double[] b = new double[3];
  private final double[] inverse = new double[6];
  private final double[] at = new double[3];
  private final double[] body = new double[3];
  private int lines;

  BodyJoints(Layout layout) {
    fronts = new ShelfFronts(layout);
  }

  /** Tells person {@code p} the joints that are known at a moment. */
  void write(
      JointRays rays, double x, double y, double bodySigma, long nanos, People people, int p) {
    for (int j = 0; j < Joint.COUNT; j++) {
      Joint joint = Joint.ALL.get(j);
      if (solve(rays, joint, x, y, bodySigma, nanos)) {
        double sigma = Math.sqrt((inverse[0] + inverse[3] + inverse[5]) / 3);
        if (sigma <= MOST_SIGMA) {
          people.joint(p, joint, at[0], at[1], at[2], sigma);
        }
      }
    }
  }

  private boolean solve(
      JointRays rays, Joint joint, double x, double y, double bodySigma, long nanos) {
    if (!seen(rays, joint, nanos)) {
      return false;
    }
    int j = joint.ordinal();
    body[0] = x;
    body[1] = y;
    body[2] = HEIGHT[j];
    System.arraycopy(body, 0, at, 0, 3);
    double aside = Math.hypot(ASIDE_SIGMA[j], bodySigma);
    estimate(rays, joint, aside, nanos, -1);
    boolean wrist = joint == Joint.LEFT_WRIST || joint == Joint.RIGHT_WRIST;
    if (wrist && lines == 1) {
      int front = fronts.before(x, y, BEFORE_SHELF);
      if (front >= 0 && Math.abs(fronts.outside(front, at[0], at[1])) <= AT_SHELF) {
        estimate(rays, joint, aside, nanos, front);
      }
    }
    return Math.hypot(at[0] - x, at[1] - y) <= REACH && at[2] > 0 && at[2] < HIGHEST;
  }

  private static boolean seen(JointRays rays, Joint joint, long nanos) {
    for (int c = 0; c < rays.cameras(); c++) {
      if (isFresh(rays.nanos(c, joint), nanos)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFresh(long seen, long nanos) {
    return seen != Long.MIN_VALUE && Math.abs(nanos - seen) <= FRESH_NANOS;
  }

  /** The likeliest point into {@link #at}, and its covariance into {@link #inverse}. */
  private void estimate(JointRays rays, Joint joint, double aside, long nanos, int front) {
    int j = joint.ordinal();
    for (int round = 0; round < ROUNDS; round++) {
      clear();
      addAxis(0, 1 / (aside * aside), body[0]);
      addAxis(1, 1 / (aside * aside), body[1]);
      addAxis(2, 1 / (HEIGHT_SIGMA[j] * HEIGHT_SIGMA[j]), body[2]);
      lines = 0;
      for (int c = 0; c < rays.cameras(); c++) {
        long seen = rays.nanos(c, joint);
        if (isFresh(seen, nanos)) {
          addLine(rays, c, joint, Math.abs(nanos - seen) / 1e9, round > 0);
          lines++;
        }
      }
      if (front >= 0) {
        addFront(front);
      }
      invert();
      multiply();
    }
  }

  private void clear() {
    Arrays.fill(a, 0);
    Arrays.fill(b, 0);
  }

  private void addAxis(int axis, double weight, double value) {
    a[axis == 0 ? 0 : axis == 1 ? 3 : 5] += weight;
    b[axis] += weight * value;
  }

  /** Adds that the point lies on a line: weight times (I - d d'), the distance from the line. */
  private void addLine(JointRays rays, int c, Joint joint, double age, boolean doubting) {
    double dx = rays.direction(c, joint, 0);
    double dy = rays.direction(c, joint, 1);
    double dz = rays.direction(c, joint, 2);
    double px = at[0] - rays.position(c, 0);
    double py = at[1] - rays.position(c, 1);
    double pz = at[2] - rays.position(c, 2);
    double along = Math.max(0.1, px * dx + py * dy + pz * dz);
    double sigma = Math.hypot(rays.sigma(c, joint) * along, SPEED * age);
    double weight = 1 / (sigma * sigma);
    if (doubting) {
      double off2 = Math.max(0, px * px + py * py + pz * pz - along * along);
      weight /= 1 + off2 * weight / (DOUBT * DOUBT);
    }
    double cx = rays.position(c, 0);
    double cy = rays.position(c, 1);
    double cz = rays.position(c, 2);
    double on = cx * dx + cy * dy + cz * dz;
    a[0] += weight * (1 - dx * dx);
    a[1] -= weight * dx * dy;
    a[2] -= weight * dx * dz;
    a[3] += weight * (1 - dy * dy);
    a[4] -= weight * dy * dz;
    a[5] += weight * (1 - dz * dz);
    b[0] += weight * (cx - on * dx);
    b[1] += weight * (cy - on * dy);
    b[2] += weight * (cz - on * dz);
  }

  private void addFront(int front) {
    double nx = fronts.out(front, 0);
    double ny = fronts.out(front, 1);
    double weight = 1 / (IN_SHELF_SIGMA * IN_SHELF_SIGMA);
    double value = fronts.offset(front) - IN_SHELF;
    a[0] += weight * nx * nx;
    a[1] += weight * nx * ny;
    a[3] += weight * ny * ny;
    b[0] += weight * nx * value;
    b[1] += weight * ny * value;
  }

  /** Inverse of the symmetric matrix (xx, xy, xz, yy, yz, zz); what stands on a body has one. */
  private void invert() {
    double c0 = a[3] * a[5] - a[4] * a[4];
    double c1 = a[2] * a[4] - a[1] * a[5];
    double c2 = a[1] * a[4] - a[2] * a[3];
    double det = a[0] * c0 + a[1] * c1 + a[2] * c2;
    assert det > 0 : "where a joint may be is bounded by its body";
    inverse[0] = c0 / det;
    inverse[1] = c1 / det;
    inverse[2] = c2 / det;
    inverse[3] = (a[0] * a[5] - a[2] * a[2]) / det;
    inverse[4] = (a[1] * a[2] - a[0] * a[4]) / det;
    inverse[5] = (a[0] * a[3] - a[1] * a[1]) / det;
  }

  private void multiply() {
    at[0] = inverse[0] * b[0] + inverse[1] * b[1] + inverse[2] * b[2];
    at[1] = inverse[1] * b[0] + inverse[3] * b[1] + inverse[4] * b[2];
    at[2] = inverse[2] * b[0] + inverse[4] * b[1] + inverse[5] * b[2];
  }
}
