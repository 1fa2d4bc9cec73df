package io.walkout.ingest.mot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The boxes of one camera of a sequence folder, with the appearance vectors that go with them where
 * there are any. Unchanging after reading.
 */
public final class SequenceBoxes {
  private final MotDetections boxes;
  private final byte[] vectors;
  private final int vectorLength;

  private SequenceBoxes(MotDetections boxes, byte[] vectors, int vectorLength) {
    this.boxes = boxes;
    this.vectors = vectors;
    this.vectorLength = vectorLength;
  }

  static SequenceBoxes read(Path detections) throws IOException {
    return new SequenceBoxes(MotDetections.read(detections), new byte[0], 0);
  }

  /** With {@code vectorLength} signed bytes for each row of the detections. */
  static SequenceBoxes read(Path detections, Path vectors, int vectorLength) throws IOException {
    MotRows rows = MotRows.read(detections, 7);
    byte[] bytes = Files.readAllBytes(vectors);
    if (bytes.length != (long) rows.rows() * vectorLength) {
      throw new MotException(
          vectors,
          "%d bytes for each of the %d rows of %s are expected, found %d bytes"
              .formatted(vectorLength, rows.rows(), detections.getFileName(), bytes.length));
    }
    MotDetections boxes = MotDetections.above(rows, Double.NEGATIVE_INFINITY);
    return new SequenceBoxes(boxes, bytes, vectorLength);
  }

  /** The boxes. */
  public MotDetections boxes() {
    return boxes;
  }

  /** Numbers in a vector; 0 if there are none. */
  public int vectorLength() {
    return vectorLength;
  }

  /**
   * Copies the vector of a box, scaled to unit length; all zero if it has none.
   *
   * @param into receives {@link #vectorLength} numbers from {@code at}
   */
  public void vector(int frame, int i, float[] into, int at) {
    int from = boxes.row(frame, i) * vectorLength;
    double squares = 0;
    for (int k = 0; k < vectorLength; k++) {
      squares += (double) vectors[from + k] * vectors[from + k];
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int k = 0; k < vectorLength; k++) {
      into[at + k] = (float) (scale * vectors[from + k]);
    }
  }
}
