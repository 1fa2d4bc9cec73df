package io.walkout.tracker.floor;

/**
 * The part of the floor where a camera may see some of a person, as a grid of cells around the
 * camera, widened by a cell; beyond it nobody is looked for. Unchanging.
 */
final class SeenFloor {
  /** Side of a cell, metres. */
  private static final double CELL = 2;

  /** Cells to each side of the camera: people are looked for up to 64 m away. */
  private static final int REACH = 32;

  private static final int SIDE = 2 * REACH;

  /** Heights of a person that are tried, metres. */
  private static final double[] HEIGHTS = {0, 0.9, 1.8};

  private final double originX;
  private final double originY;
  private final boolean[] seen = new boolean[SIDE * SIDE];

  SeenFloor(FloorCamera camera) {
    originX = camera.position(0) - REACH * CELL;
    originY = camera.position(1) - REACH * CELL;
    double[] pixel = new double[FloorCamera.LINEAR];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        if (shows(camera, originX + (i + 0.5) * CELL, originY + (j + 0.5) * CELL, pixel)) {
          widen(i, j);
        }
      }
    }
  }

  private static boolean shows(FloorCamera camera, double x, double y, double[] pixel) {
    for (double z : HEIGHTS) {
      if (camera.project(x, y, z, pixel)
          && pixel[0] >= 0
          && pixel[1] >= 0
          && pixel[0] <= camera.widthPixels()
          && pixel[1] <= camera.heightPixels()) {
        return true;
      }
    }
    return false;
  }

  private void widen(int i, int j) {
    for (int a = Math.max(0, i - 1); a <= Math.min(SIDE - 1, i + 1); a++) {
      for (int b = Math.max(0, j - 1); b <= Math.min(SIDE - 1, j + 1); b++) {
        seen[a * SIDE + b] = true;
      }
    }
  }

  /** Whether the camera may see some of a person at a place. */
  boolean contains(double x, double y) {
    int i = (int) Math.floor((x - originX) / CELL);
    int j = (int) Math.floor((y - originY) / CELL);
    return i >= 0 && j >= 0 && i < SIDE && j < SIDE && seen[i * SIDE + j];
  }
}
