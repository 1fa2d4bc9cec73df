package io.walkout.models.net;

import java.nio.FloatBuffer;

/**
 * YOLOX (Z. Ge and others, "YOLOX: Exceeding YOLO Series in 2021"): one row for each cell of three
 * grids, with offset and log size, or the box itself where the file was exported with its decoding;
 * then objectness and classes, person first, all 0..1.
 */
final class YoloxHead implements DetectorHead {
  private static final int[] STRIDES = {8, 16, 32};
  private static final int OBJECTNESS = 4;
  private static final int PERSON = 5;

  /** Colour of the margin it was trained with. */
  private static final int MARGIN = 114;

  private final FloatBuffer rows;
  private final int rowLength;
  private final int cells;
  private final int netWidth;
  private final int netHeight;
  private boolean decoded;

  private YoloxHead(NetTensor output, int netWidth, int netHeight) {
    rows = output.floats();
    cells = output.side(1);
    rowLength = output.side(2);
    this.netWidth = netWidth;
    this.netHeight = netHeight;
  }

  /** Takes over a file of this family. */
  static NetDetector open(NetFile file, DetectorSettings settings) throws NetException {
    long[] shape = Shapes.planarPicture(file, "YOLOX", 1, 416, 416);
    NetSession session = NetSession.open(file, java.util.List.of(shape));
    try {
      int height = (int) shape[2];
      int width = (int) shape[3];
      int cells = cells(width, height);
      NetTensor output = session.outputs().getFirst();
      if (session.outputs().size() != 1
          || output.sides() != 3
          || output.side(1) != cells
          || output.side(2) <= PERSON) {
        throw file.refused(
            "YOLOX",
            "one output float32[1,%d,5+classes] for %dx%d pixels".formatted(cells, width, height));
      }
      PictureInput input =
          new PictureInput(session.input(0), PictureForm.plain(true, false, MARGIN));
      YoloxHead head = new YoloxHead(output, width, height);
      NetDetector detector = new NetDetector(session, input, head, settings);
      DetectorProbe.run(file, detector, head::learnForm);
      return detector;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static int cells(int width, int height) {
    int cells = 0;
    for (int stride : STRIDES) {
      cells += (width / stride) * (height / stride);
    }
    return cells;
  }

  /**
   * Tells offsets in cells from boxes in pixels by what the outputs hold for any picture: where
   * most centres lie within two cells of their own cell in pixels, they are pixels.
   */
  private void learnForm() {
    int near = 0;
    int i = 0;
    for (int stride : STRIDES) {
      for (int y = 0; y < netHeight / stride; y++) {
        for (int x = 0; x < netWidth / stride; x++, i++) {
          boolean nearX = Math.abs(rows.get(i * rowLength) - x * stride) < 2 * stride;
          boolean nearY = Math.abs(rows.get(i * rowLength + 1) - y * stride) < 2 * stride;
          near += nearX && nearY ? 1 : 0;
        }
      }
    }
    decoded = near > cells / 2;
  }

  @Override
  public void place(int width, int height, Placement placement) {
    placement.letterboxTopLeft(width, height, netWidth, netHeight);
  }

  @Override
  public int places() {
    return cells;
  }

  @Override
  public void read(float leastScore, Candidates to) {
    int i = 0;
    for (int stride : STRIDES) {
      for (int y = 0; y < netHeight / stride; y++) {
        for (int x = 0; x < netWidth / stride; x++, i++) {
          int at = i * rowLength;
          float score = rows.get(at + OBJECTNESS) * rows.get(at + PERSON);
          if (score >= leastScore) {
            add(at, x, y, stride, score, to);
          } else if (!(score >= Candidates.LEAST_SCORE)) {
            to.spoil();
          }
        }
      }
    }
  }

  private void add(int at, int x, int y, int stride, float score, Candidates to) {
    float centreX = rows.get(at);
    float centreY = rows.get(at + 1);
    float halfWidth = rows.get(at + 2) / 2;
    float halfHeight = rows.get(at + 3) / 2;
    if (!decoded) {
      centreX = (centreX + x) * stride;
      centreY = (centreY + y) * stride;
      halfWidth = (float) Math.exp(rows.get(at + 2)) * stride / 2;
      halfHeight = (float) Math.exp(rows.get(at + 3)) * stride / 2;
    }
    to.add(
        centreX - halfWidth,
        centreY - halfHeight,
        centreX + halfWidth,
        centreY + halfHeight,
        score);
  }
}
