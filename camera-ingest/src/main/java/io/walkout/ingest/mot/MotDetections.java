package io.walkout.ingest.mot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The boxes a detector found, frame by frame: {@code frame,-1,left,top,width,height,score,...}. A
 * row whose box or score is not finite, or whose width or height is not above 0, is no box: it is
 * left out and counted. Unchanging after reading.
 */
public final class MotDetections {
  private final float[] boxes;
  private final float[] scores;
  private final int[] rows;
  private final int[] starts;
  private final int skipped;

  private MotDetections(float[] boxes, float[] scores, int[] rows, int[] starts, int skipped) {
    this.boxes = boxes;
    this.scores = scores;
    this.rows = rows;
    this.starts = starts;
    this.skipped = skipped;
  }

  /**
   * Reads a file, plain or gzipped.
   *
   * @throws MotException naming file and line, if a row can't be read
   * @throws IOException if the file can't be read
   */
  public static MotDetections read(Path file) throws IOException {
    return above(MotRows.read(file, 7), Double.NEGATIVE_INFINITY);
  }

  /** The boxes of rows that were read, of those with a score above a gate. */
  public static MotDetections above(MotRows read, double gate) {
    float[] boxes = new float[4 * read.rows()];
    float[] scores = new float[read.rows()];
    int[] rows = new int[read.rows()];
    int[] starts = new int[read.lastFrame() + 2];
    int count = 0;
    int skipped = 0;
    int frame = 0;
    for (int r = 0; r < read.rows(); r++) {
      while (frame <= read.frame(r)) {
        starts[frame++] = count;
      }
      if (!isBox(read, r)) {
        skipped++;
      } else if (read.value(r, 6) > gate) {
        for (int c = 0; c < 4; c++) {
          boxes[4 * count + c] = (float) read.value(r, 2 + c);
        }
        rows[count] = r;
        scores[count++] = (float) read.value(r, 6);
      }
    }
    Arrays.fill(starts, frame, starts.length, count);
    return new MotDetections(boxes, scores, rows, starts, skipped);
  }

  private static boolean isBox(MotRows read, int row) {
    for (int c = 2; c <= 6; c++) {
      if (!Float.isFinite((float) read.value(row, c))) {
        return false;
      }
    }
    return (float) read.value(row, 4) > 0 && (float) read.value(row, 5) > 0;
  }

  /** The last frame that has a row; frames count from 1, and one without boxes is a frame too. */
  public int frames() {
    return starts.length - 2;
  }

  /** Boxes of all frames together. */
  public int size() {
    return scores.length == 0 ? 0 : starts[starts.length - 1];
  }

  /** Boxes of a frame; 0 beyond the last. */
  public int count(int frame) {
    return frame < 1 || frame > frames() ? 0 : starts[frame + 1] - starts[frame];
  }

  /** Rows that were no box. */
  public int skipped() {
    return skipped;
  }

  /** Row, as {@link MotRows} counts them, that box {@code i} of a frame came from. */
  public int row(int frame, int i) {
    return rows[starts[frame] + i];
  }

  /**
   * Copies as many boxes of a frame as the arrays hold.
   *
   * @param intoBoxes receives left, top, width, height in pixels of box i at 4 i
   * @param intoScores receives the score of box i
   * @return how many
   */
  public int copy(int frame, float[] intoBoxes, float[] intoScores) {
    int n = Math.min(count(frame), Math.min(intoScores.length, intoBoxes.length / 4));
    if (n > 0) {
      System.arraycopy(boxes, 4 * starts[frame], intoBoxes, 0, 4 * n);
      System.arraycopy(scores, starts[frame], intoScores, 0, n);
    }
    return n;
  }

  /** Most boxes of one frame. */
  public int mostInAFrame() {
    int most = 0;
    for (int f = 1; f <= frames(); f++) {
      most = Math.max(most, count(f));
    }
    return most;
  }
}
