package io.walkout.tracker.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Views of a board that differ from each other: the one with most corners first, then always the
 * one that is least like any taken (T. Gonzalez, "Clustering to minimize the maximum intercluster
 * distance", 1985). A film of somebody who waves a board has hundreds, most of them alike.
 */
final class ViewChoice {
  /** More views than this change nothing and take long. */
  static final int MOST_VIEWS = 40;

  /** A view less different than this from one taken adds nothing. */
  private static final double ALIKE = 0.06;

  private ViewChoice() {}

  static List<BoardView> choose(List<BoardView> views, Board board, int width, int height) {
    List<BoardView> left = new ArrayList<>();
    for (BoardView view : views) {
      if (view.count() >= Math.max(6, board.corners() / 4)) {
        left.add(view);
      }
    }
    List<BoardView> taken = new ArrayList<>();
    double[] nearest = new double[left.size()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int next = mostCorners(left);
    while (next >= 0 && taken.size() < MOST_VIEWS) {
      taken.add(left.get(next));
      double[] look = look(left.get(next), board, width, height);
      nearest[next] = -1;
      int farthest = -1;
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], distance(look, look(left.get(i), board, width, height)));
        if (nearest[i] > ALIKE && (farthest < 0 || nearest[i] > nearest[farthest])) {
          farthest = i;
        }
      }
      next = farthest;
    }
    return taken;
  }

  private static int mostCorners(List<BoardView> views) {
    int most = -1;
    for (int i = 0; i < views.size(); i++) {
      if (most < 0 || views.get(i).count() > views.get(most).count()) {
        most = i;
      }
    }
    return most;
  }

  /** Where the corners found lie in the picture, and how they are slanted and sized. */
  private static double[] look(BoardView view, Board board, int width, int height) {
    int n = view.count();
    double[] pixels = view.pixels();
    int[] ids = view.ids();
    // An affine map from the board to the picture: its middle, and where both axes point.
    double[][] normal = new double[3][3];
    double[] u = new double[3];
    double[] v = new double[3];
    for (int i = 0; i < n; i++) {
      double[] at = {
        board.cornerX(ids[i]) / board.widthMetres() - 0.5,
        board.cornerDown(ids[i]) / board.heightMetres() - 0.5,
        1
      };
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          normal[r][c] += at[r] * at[c];
        }
        u[r] += at[r] * pixels[2 * i] / width;
        v[r] += at[r] * pixels[2 * i + 1] / height;
      }
    }
    double[] a = Cholesky.solve(normal, u);
    double[] b = Cholesky.solve(normal, v);
    return new double[] {a[0], a[1], a[2], b[0], b[1], b[2]};
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
