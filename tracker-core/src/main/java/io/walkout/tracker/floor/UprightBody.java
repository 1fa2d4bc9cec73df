package io.walkout.tracker.floor;

/**
 * What box an upright person makes in a picture, and how that box moves with the person: three
 * discs, at the feet, the hips and the crown, are projected with their derivatives, and the box's
 * edges are the outermost of them. A box's middle is a bearing, its lower and upper edges give the
 * range; a foot point alone would be a body's half depth off, towards the camera.
 *
 * <p>Layout of a prediction: for each of the edges middle, top, bottom its pixel, its derivatives
 * by x, y and height, and its error; then the half width and the depth.
 */
final class UprightBody {
  /** Numbers of one edge. */
  static final int EDGE = 5;

  /** Edges: middle (u), top (v), bottom (v). */
  static final int EDGES = 3;

  /** Half width of the box, pixels, at this index of a prediction. */
  static final int HALF_WIDTH = EDGE * EDGES;

  /** Distance from the camera over the floor and up, metres. */
  static final int DISTANCE = HALF_WIDTH + 1;

  /** The place x, y itself, metres. */
  static final int PLACE = DISTANCE + 1;

  /** Numbers of a prediction. */
  static final int LENGTH = PLACE + 2;

  /** Radii of the discs, metres: two feet in stride, widest (half their breadth), a head. */
  private static final double FEET = 0.18;

  private static final double WIDEST = 0.22;
  private static final double HEAD = 0.1;

  /**
   * Where a body is widest, as a share of stature: hips, elbows and hands, 0.45 to 0.62 by
   * anthropometry. With the shoulders (0.82) instead, the middle is off wherever uprights lean in
   * the picture.
   */
  private static final double WIDEST_SHARE = 0.5;

  /**
   * Errors of a detector's edges in metres at the body: arms and a stride move the middle and the
   * lower edge, hair and a nod the upper one. About what detectors of any kind reach; see
   * docs/developing/floor-tracker.md for what half and double do.
   */
  private static final double[] EDGE_METRES = {0.06, 0.04, 0.06};

  /** Error of an edge in the picture, as a share of its width: 2 pixels of 640. */
  private static final double EDGE_SHARE = 0.003;

  private final double[] feet = new double[FloorCamera.LINEAR];
  private final double[] widest = new double[FloorCamera.LINEAR];
  private final double[] head = new double[FloorCamera.LINEAR];

  /**
   * Predicts the box of a person.
   *
   * @param into receives {@link #LENGTH} numbers from {@code at}
   * @return false if the person is not wholly in front of the camera
   */
  boolean predict(FloorCamera camera, double x, double y, double height, double[] into, int at) {
    if (!camera.linearise(x, y, 0, feet)
        || !camera.linearise(x, y, WIDEST_SHARE * height, widest)
        || !camera.linearise(x, y, height, head)) {
      return false;
    }
    double footU = FEET * length(feet[2], feet[3]);
    double widestU = WIDEST * length(widest[2], widest[3]);
    double headU = HEAD * length(head[2], head[3]);
    double left = Math.min(feet[0] - footU, Math.min(widest[0] - widestU, head[0] - headU));
    double right = Math.max(feet[0] + footU, Math.max(widest[0] + widestU, head[0] + headU));
    into[at] = 0;
    into[at + 1] = 0;
    into[at + 2] = 0;
    into[at + 3] = 0;
    halfEdge(into, at, left == feet[0] - footU, left == widest[0] - widestU, left);
    halfEdge(into, at, right == feet[0] + footU, right == widest[0] + widestU, right);
    double footV = feet[1] + FEET * length(feet[5], feet[6]);
    double widestV = WIDEST * length(widest[5], widest[6]);
    double headV = HEAD * length(head[5], head[6]);
    boolean crown = head[1] - headV <= widest[1] - widestV;
    edge(
        into,
        at + EDGE,
        crown ? head : widest,
        5,
        crown ? 1 : WIDEST_SHARE,
        crown ? head[1] - headV : widest[1] - widestV);
    boolean stands = footV >= widest[1] + widestV;
    edge(
        into,
        at + 2 * EDGE,
        stands ? feet : widest,
        5,
        stands ? 0 : WIDEST_SHARE,
        stands ? footV : widest[1] + widestV);
    double perMetre =
        Math.max(
            length(widest[2], widest[3]), Math.sqrt(sq(widest[5]) + sq(widest[6]) + sq(widest[7])));
    double pixels = EDGE_SHARE * camera.widthPixels();
    for (int e = 0; e < EDGES; e++) {
      into[at + EDGE * e + 4] = length(EDGE_METRES[e] * perMetre, pixels);
    }
    into[at + HALF_WIDTH] = (right - left) / 2;
    into[at + PLACE] = x;
    into[at + PLACE + 1] = y;
    into[at + DISTANCE] =
        Math.sqrt(
            sq(x - camera.position(0))
                + sq(y - camera.position(1))
                + sq(height / 2 - camera.position(2)));
    return true;
  }

  /**
   * Of a vector of pixels. Not {@link Math#hypot}: nothing here comes near an overflow, which it
   * guards against, and it took a third of the tracker's time.
   */
  private static double length(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }

  private static double sq(double a) {
    return a * a;
  }

  /** Adds half of a side's edge to the middle. */
  private void halfEdge(double[] into, int at, boolean byFeet, boolean byShoulders, double pixel) {
    double[] disc = byFeet ? feet : byShoulders ? widest : head;
    double share = byFeet ? 0 : byShoulders ? WIDEST_SHARE : 1;
    into[at] += pixel / 2;
    into[at + 1] += disc[2] / 2;
    into[at + 2] += disc[3] / 2;
    into[at + 3] += share * disc[4] / 2;
  }

  private static void edge(
      double[] into, int at, double[] disc, int row, double share, double pixel) {
    into[at] = pixel;
    into[at + 1] = disc[row];
    into[at + 2] = disc[row + 1];
    into[at + 3] = share * disc[row + 2];
  }
}
