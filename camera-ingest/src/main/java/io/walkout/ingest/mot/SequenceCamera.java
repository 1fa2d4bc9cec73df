package io.walkout.ingest.mot;

/**
 * One camera of a sequence folder, as its {@code calibration.json} has it.
 *
 * @param name what the sequence calls it; empty where there is only one
 * @param widthPixels width of its pictures
 * @param heightPixels height of its pictures
 * @param lens how it projects
 */
public record SequenceCamera(String name, int widthPixels, int heightPixels, Lens lens) {
  /** How a camera projects. */
  public sealed interface Lens permits Projective, Tsai {}

  /**
   * A 3x4 matrix from metres to pixels without distortion.
   *
   * @param rows the matrix row by row: 12 numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on to a camera, compared by nobody
  public record Projective(double[] rows) implements Lens {}

  /**
   * R. Tsai's model, millimetres.
   *
   * @param sensor dpx, dpy
   * @param lens focal, kappa1, cx, cy, sx
   * @param place tx, ty, tz, rx, ry, rz
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Tsai(double[] sensor, double[] lens, double[] place) implements Lens {}
}
