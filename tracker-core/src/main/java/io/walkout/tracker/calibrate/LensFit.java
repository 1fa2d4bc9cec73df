package io.walkout.tracker.calibrate;

import java.util.List;

/**
 * A lens fitted to views of a board, and how well.
 *
 * @param lens the lens
 * @param rmsPixels root of the mean square distance of corners from where the lens puts them
 * @param focalShare standard deviation of the focal length, as a share of it
 * @param centrePixels standard deviation of the principal point: root of the sum of both variances
 * @param viewRms the same as rmsPixels for each view
 * @param views those that were used
 */
public record LensFit(
    Lens lens,
    double rmsPixels,
    double focalShare,
    double centrePixels,
    double[] viewRms,
    List<BoardView> views) {
  /** Copies the array and the list. */
  public LensFit {
    viewRms = viewRms.clone();
    views = List.copyOf(views);
  }

  /** A copy. */
  @Override
  public double[] viewRms() {
    return viewRms.clone();
  }
}
