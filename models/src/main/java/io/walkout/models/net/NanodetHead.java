package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet (RangiLyu/nanodet): for each cell of each grid, scores of the classes, person first, and
 * for each of its four sides a distribution over distances of 0, 1, 2... strides (X. Li and others,
 * "Generalized Focal Loss", 2020), whose mean is the side's distance from the cell's centre. Two
 * forms: a class head and a box head for each stride (NanoDet and NanoDet-g, centres in the middle
 * of cells), or all in one output (NanoDet-Plus, centres in their corners).
 */
final class NanodetHead implements DetectorHead {
  private static final float[] MEAN = {103.53f, 116.28f, 123.675f};
  private static final float[] DEVIATION = {57.375f, 57.12f, 58.395f};
  private static final int[] STRIDES = {8, 16, 32};
  private static final int[] PLUS_STRIDES = {8, 16, 32, 64};

  /** Bins of a side's distribution that a file of this family may have, fewest first. */
  private static final int[] BINS = {8, 11, 17};

  private static final String EXPECTED =
      "float32[1,3,H,W] in and for each stride 8, 16, 32 of H and W scores [1,cells,classes] and"
          + " sides [1,cells,4x8, 4x11 or 4x17], or all in one [1,cells,classes+sides] with stride"
          + " 64 too";

  /** One grid of cells. */
  private record Grid(
      int stride,
      int columns,
      int rows,
      float centre,
      FloatBuffer scores,
      int scoresAt,
      int scoreRow,
      FloatBuffer sides,
      int sidesAt,
      int sideRow) {}

  private final Grid[] grids;
  private final int bins;
  private final int netWidth;
  private final int netHeight;
  private final float[] side = new float[4];

  private NanodetHead(List<Grid> grids, int bins, int netWidth, int netHeight) {
    this.grids = grids.toArray(Grid[]::new);
    this.bins = bins;
    this.netWidth = netWidth;
    this.netHeight = netHeight;
  }

  /** Takes over a file of this family. */
  static NetDetector open(NetFile file, DetectorSettings settings) throws NetException {
    long[] shape = Shapes.planarPicture(file, "NanoDet", 1, 416, 416);
    NetSession session = NetSession.open(file, List.of(shape));
    try {
      NanodetHead head = head(session, (int) shape[3], (int) shape[2]);
      PictureForm form = PictureForm.normalised(true, false, MEAN, DEVIATION, 0);
      NetDetector detector =
          new NetDetector(session, new PictureInput(session.input(0), form), head, settings);
      DetectorProbe.run(file, detector, () -> {});
      return detector;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static NanodetHead head(NetSession session, int width, int height) throws NetException {
    for (NetTensor output : session.outputs()) {
      if (output.type() != OnnxJavaType.FLOAT || output.sides() != 3) {
        throw session.file().refused("NanoDet", EXPECTED);
      }
    }
    List<Grid> grids = new ArrayList<>();
    int bins = session.outputs().size() == 1 ? plus(session, width, height, grids) : 0;
    for (int i = 0; bins == 0 && i < BINS.length; i++) {
      bins = heads(session, width, height, BINS[i], grids);
    }
    if (bins == 0) {
      throw session.file().refused("NanoDet", EXPECTED);
    }
    return new NanodetHead(grids, bins, width, height);
  }

  /** The form with one output; how many bins, or 0 if it isn't that. */
  private static int plus(NetSession session, int width, int height, List<Grid> to) {
    NetTensor all = session.outputs().getFirst();
    int cells = 0;
    for (int stride : PLUS_STRIDES) {
      cells += up(width, stride) * up(height, stride);
    }
    int bins = BINS[0];
    int classes = all.side(2) - 4 * bins;
    if (all.side(1) != cells || classes < 1) {
      return 0;
    }
    int first = 0;
    for (int stride : PLUS_STRIDES) {
      int columns = up(width, stride);
      int rows = up(height, stride);
      int at = first * all.side(2);
      FloatBuffer floats = all.floats();
      to.add(
          new Grid(
              stride,
              columns,
              rows,
              0,
              floats,
              at,
              all.side(2),
              floats,
              at + classes,
              all.side(2)));
      first += columns * rows;
    }
    return bins;
  }

  /** The form with two outputs for each stride; {@code bins}, or 0 if it isn't that. */
  private static int heads(NetSession session, int width, int height, int bins, List<Grid> to) {
    to.clear();
    if (session.outputs().size() != 2 * STRIDES.length) {
      return 0;
    }
    for (int stride : STRIDES) {
      int columns = up(width, stride);
      int rows = up(height, stride);
      NetTensor scores = null;
      NetTensor sides = null;
      for (NetTensor output : session.outputs()) {
        if (output.side(1) == columns * rows) {
          if (output.side(2) == 4 * bins && sides == null) {
            sides = output;
          } else {
            scores = output;
          }
        }
      }
      if (scores == null || sides == null) {
        return 0;
      }
      to.add(
          new Grid(
              stride,
              columns,
              rows,
              0.5f,
              scores.floats(),
              0,
              scores.side(2),
              sides.floats(),
              0,
              sides.side(2)));
    }
    return bins;
  }

  private static int up(int side, int stride) {
    return (side + stride - 1) / stride;
  }

  @Override
  public void place(int width, int height, Placement placement) {
    placement.letterboxCentred(width, height, netWidth, netHeight);
  }

  @Override
  public int places() {
    int cells = 0;
    for (Grid grid : grids) {
      cells += grid.columns * grid.rows;
    }
    return cells;
  }

  @Override
  public void read(float leastScore, Candidates to) {
    for (Grid grid : grids) {
      int at = grid.scoresAt;
      int cells = grid.columns * grid.rows;
      for (int i = 0; i < cells; i++, at += grid.scoreRow) {
        float score = grid.scores.get(at);
        if (score >= leastScore) {
          add(grid, i, score, to);
        } else if (!(score >= Candidates.LEAST_SCORE)) {
          to.spoil();
        }
      }
    }
  }

  private void add(Grid grid, int cell, float score, Candidates to) {
    int at = grid.sidesAt + cell * grid.sideRow;
    for (int s = 0; s < 4; s++) {
      side[s] = mean(grid.sides, at + s * bins) * grid.stride;
    }
    int row = cell / grid.columns;
    int column = cell - row * grid.columns;
    float x = (column + grid.centre) * grid.stride;
    float y = (row + grid.centre) * grid.stride;
    to.add(x - side[0], y - side[1], x + side[2], y + side[3], score);
  }

  /** Mean of a distribution given by logarithms. */
  private float mean(FloatBuffer logits, int at) {
    float most = Float.NEGATIVE_INFINITY;
    for (int b = 0; b < bins; b++) {
      most = Math.max(most, logits.get(at + b));
    }
    float sum = 0;
    float weighted = 0;
    for (int b = 0; b < bins; b++) {
      float share = (float) Math.exp(logits.get(at + b) - most);
      sum += share;
      weighted += b * share;
    }
    return weighted / sum;
  }
}
