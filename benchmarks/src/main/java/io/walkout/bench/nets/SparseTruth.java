package io.walkout.bench.nets;

import io.walkout.ingest.mot.MotRows;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who is in each picture of a video, by a truth file of MOT15's columns. Immutable. */
final class SparseTruth {
  /** Somebody of whom others hide more than this share is covered. */
  private static final double COVERED = 0.1;

  /** A person in a picture: number, then left, top, width, height. */
  record Box(int person, double left, double top, double width, double height) {
    private double hiddenBy(Box o) {
      double w = Math.min(left + width, o.left + o.width) - Math.max(left, o.left);
      double h = Math.min(top + height, o.top + o.height) - Math.max(top, o.top);
      return Math.max(0, w) * Math.max(0, h) / (width * height);
    }
  }

  private final MotRows rows;

  private SparseTruth(MotRows rows) {
    this.rows = rows;
  }

  /** Reads a file; refuses one without rows. */
  static SparseTruth read(Path file) throws IOException {
    MotRows rows = MotRows.read(file, 7);
    if (rows.rows() == 0) {
      throw new UserError(file + ": no rows of frame,id,left,top,width,height,counts");
    }
    return new SparseTruth(rows);
  }

  /** People who count in a picture, from 1. */
  List<Box> in(int frame) {
    List<Box> found = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      if (rows.frame(r) == frame && rows.value(r, 6) != 0) {
        found.add(
            new Box(
                (int) rows.value(r, 1),
                rows.value(r, 2),
                rows.value(r, 3),
                rows.value(r, 4),
                rows.value(r, 5)));
      }
    }
    return found;
  }

  /** Whether nobody else's box hides, or is hidden by, more than a little of this one. */
  static boolean isOpen(Box box, List<Box> all) {
    return all.stream().allMatch(o -> o.equals(box) || box.hiddenBy(o) <= COVERED);
  }
}
