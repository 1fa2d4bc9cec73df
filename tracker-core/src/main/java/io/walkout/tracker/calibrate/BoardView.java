package io.walkout.tracker.calibrate;

/**
 * A board as one picture shows it.
 *
 * @param name the picture's, for messages
 * @param ids corners that were found, rising
 * @param pixels u, v of each
 */
public record BoardView(String name, int[] ids, double[] pixels) {
  /** Copies the arrays. */
  public BoardView {
    ids = ids.clone();
    pixels = pixels.clone();
  }

  /** A copy. */
  @Override
  public int[] ids() {
    return ids.clone();
  }

  /** A copy. */
  @Override
  public double[] pixels() {
    return pixels.clone();
  }

  /** Corners found. */
  public int count() {
    return ids.length;
  }
}
