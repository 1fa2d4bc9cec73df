package io.walkout.node.cli;

import io.walkout.node.report.TextFile;
import io.walkout.node.report.UserError;
import io.walkout.tracker.calibrate.PointPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Clicked points as CSV: a header {@code u,v,x,y} or {@code u,v,x,y,z}, then a point a line: pixels
 * from the left and from the top, then metres in the store's plan, z above the floor. Empty lines
 * and lines that begin with # are passed over.
 */
final class PointsFile {
  private static final List<String> FLOOR = List.of("u", "v", "x", "y");
  private static final List<String> SPACE = List.of("u", "v", "x", "y", "z");

  private PointsFile() {}

  static List<PointPair> read(Path file) throws IOException {
    List<String> lines = TextFile.read(file, "a file of points").lines().toList();
    List<PointPair> points = new ArrayList<>();
    int columns = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
      if (columns == 0) {
        columns = columns(file, i + 1, cells);
      } else {
        points.add(point(file, i + 1, cells, columns));
      }
    }
    if (columns == 0) {
      throw new UserError(file + ": expected a line 'u,v,x,y' and points, found nothing");
    }
    return points;
  }

  private static int columns(Path file, int line, List<String> cells) {
    List<String> names = cells.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
    if (names.equals(FLOOR) || names.equals(SPACE)) {
      return names.size();
    }
    throw new UserError(
        file
            + ", line "
            + line
            + ": expected the header 'u,v,x,y' or 'u,v,x,y,z', found '"
            + String.join(",", cells)
            + "'");
  }

  private static PointPair point(Path file, int line, List<String> cells, int columns) {
    if (cells.size() != columns) {
      throw new UserError(
          file + ", line " + line + ": expected " + columns + " numbers, found " + cells.size());
    }
    double[] n = new double[5];
    for (int i = 0; i < columns; i++) {
      try {
        n[i] = Double.parseDouble(cells.get(i));
      } catch (NumberFormatException e) {
        n[i] = Double.NaN;
      }
      if (!Double.isFinite(n[i]) || Math.abs(n[i]) > 1e6) {
        throw new UserError(
            file
                + ", line "
                + line
                + ", "
                + SPACE.get(i)
                + ": expected a number, found '"
                + cells.get(i)
                + "'");
      }
    }
    return new PointPair("line " + line, n[0], n[1], n[2], n[3], n[4]);
  }
}
