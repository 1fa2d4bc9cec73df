package io.walkout.bench.tracking;

import io.walkout.ingest.mot.MotRows;
import io.walkout.node.score.tracking.PictureFrames.Boxes;
import io.walkout.node.score.tracking.PictureFrames.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Who truly was in each picture of a sequence, as MOTChallenge writes it. */
final class BoxTruth {
  private final Boxes[] boxes;
  private final Role[][] roles;

  private BoxTruth(Boxes[] boxes, Role[][] roles) {
    this.boxes = boxes;
    this.roles = roles;
  }

  /**
   * Reads a truth file.
   *
   * @param benchmark whose rules say which rows count: MOT15, MOT16, MOT17 or MOT20
   * @param frames pictures of the sequence; rows beyond are left out
   */
  static BoxTruth read(Path file, String benchmark, int frames) throws IOException {
    boolean classes = !benchmark.equals("MOT15");
    Set<Integer> distractors =
        benchmark.equals("MOT20") ? Set.of(2, 6, 7, 8, 12) : Set.of(2, 7, 8, 12);
    MotRows rows = MotRows.read(file, classes ? 8 : 7);
    Boxes[] boxes = new Boxes[frames + 1];
    Role[][] roles = new Role[frames + 1][];
    int from = 0;
    for (int frame = 0; frame <= frames; frame++) {
      int to = from;
      while (to < rows.rows() && rows.frame(to) == frame) {
        to++;
      }
      boxes[frame] = new Boxes(new long[to - from], new double[4 * (to - from)]);
      roles[frame] = new Role[to - from];
      for (int i = 0; i < to - from; i++) {
        int row = from + i;
        boxes[frame].ids()[i] = (long) rows.value(row, 1);
        for (int c = 0; c < 4; c++) {
          boxes[frame].boxes()[4 * i + c] = rows.value(row, 2 + c);
        }
        boolean stated = rows.value(row, 6) != 0;
        int kind = classes ? (int) rows.value(row, 7) : 1;
        roles[frame][i] =
            stated && kind == 1
                ? Role.COUNTS
                : classes && distractors.contains(kind) ? Role.DISTRACTOR : Role.IGNORED;
      }
      from = to;
    }
    return new BoxTruth(boxes, roles);
  }

  /** Boxes of a picture, from 1. */
  Boxes boxes(int frame) {
    return boxes[frame];
  }

  /** What they are for. */
  Role[] roles(int frame) {
    return roles[frame];
  }
}
