package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import java.util.List;

/**
 * A camera fitted to points, and how well.
 *
 * @param model the camera
 * @param pairs all points that were given, in their order
 * @param errorPixels for each, how far from its pixel the camera puts it; NaN if behind the camera
 * @param used for each, whether it was used; those that fit no camera that the others agree on are
 *     not
 * @param rmsPixels root of the mean square of the errors of those used
 * @param sigmaPixels what an error of one coordinate of a pixel is taken to be, from those errors
 * @param uncertainty how well the camera is known
 */
public record CameraFit(
    CameraModel model,
    List<PointPair> pairs,
    double[] errorPixels,
    boolean[] used,
    double rmsPixels,
    double sigmaPixels,
    FitUncertainty uncertainty) {
  /** Copies the arrays and the list. */
  public CameraFit {
    pairs = List.copyOf(pairs);
    errorPixels = errorPixels.clone();
    used = used.clone();
  }

  /** A copy. */
  @Override
  public double[] errorPixels() {
    return errorPixels.clone();
  }

  /** A copy. */
  @Override
  public boolean[] used() {
    return used.clone();
  }

  /** Points that fit no camera the others agree on: wrong clicks, most likely. */
  public List<PointPair> wrong() {
    return java.util.stream.IntStream.range(0, pairs.size())
        .filter(i -> !used[i])
        .mapToObj(pairs::get)
        .toList();
  }
}
