package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RT-DETR (Y. Zhao and others, 2024), D-FINE (Y. Peng and others, 2024) and their like: a fixed
 * number of queries, each with a box and what it is, without rivals for the same person. The whole
 * picture is stretched over the input, red first, 0..1. Two forms: the makers' own export, with the
 * picture's size as second input and labels, boxes and scores out (the size given is the input's,
 * so that boxes come in its pixels); or logits and centred boxes as shares of the picture.
 */
final class DetrHead implements DetectorHead {
  private static final int OPEN_SIDE = 640;

  /** Classes of COCO with the gaps in its numbering, where a person is number 1 and not 0. */
  private static final int CLASSES_WITH_GAPS = 91;

  private static final String EXPECTED =
      "float32[1,3,H,W] and int64[1,2] in and labels int64[1,Q], boxes float32[1,Q,4] and scores"
          + " float32[1,Q] out, or float32[1,3,H,W] in and logits float32[1,Q,classes] and boxes"
          + " float32[1,Q,4] out";

  private final FloatBuffer boxes;
  private final FloatBuffer scores;
  private final @Nullable LongBuffer labels;
  private final int queries;
  private final int classes;
  private final int netWidth;
  private final int netHeight;

  private DetrHead(
      NetTensor boxes, NetTensor scores, @Nullable NetTensor labels, int netWidth, int netHeight) {
    this.boxes = boxes.floats();
    this.scores = scores.floats();
    this.labels = labels == null ? null : labels.longs();
    this.queries = boxes.side(1);
    this.classes = labels == null ? scores.side(2) : 1;
    this.netWidth = netWidth;
    this.netHeight = netHeight;
  }

  /** Takes over a file of this family. */
  static NetDetector open(NetFile file, DetectorSettings settings) throws NetException {
    List<long[]> shapes = new ArrayList<>();
    int picture = -1;
    for (int i = 0; i < file.inputs().size(); i++) {
      NetPort port = file.inputs().get(i);
      if (port.fits(OnnxJavaType.FLOAT, 1, 3, -1, -1) && picture < 0) {
        picture = i;
        shapes.add(
            new long[] {
              1, 3, known(port.shape()[2], OPEN_SIDE), known(port.shape()[3], OPEN_SIDE)
            });
      } else if (port.fits(OnnxJavaType.INT64, 1, 2)) {
        shapes.add(new long[] {1, 2});
      }
    }
    if (picture < 0 || shapes.size() != file.inputs().size() || shapes.size() > 2) {
      file.close();
      throw file.refused("DETR", EXPECTED);
    }
    NetSession session = NetSession.open(file, shapes);
    try {
      int height = session.input(picture).side(2);
      int width = session.input(picture).side(3);
      if (shapes.size() == 2) {
        session.input(1 - picture).longs().put(0, width).put(1, height);
      }
      DetrHead head = head(session, shapes.size() == 2, width, height);
      PictureForm form = PictureForm.scaled(true, true, 1 / 255f, 0);
      PictureInput input = new PictureInput(session.input(picture), form);
      NetDetector detector = new NetDetector(session, input, head, settings);
      DetectorProbe.run(file, detector, () -> {});
      return detector;
    } catch (NetException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static long known(long side, long otherwise) {
    return side < 0 ? otherwise : side;
  }

  private static DetrHead head(NetSession session, boolean sized, int width, int height)
      throws NetException {
    NetTensor labels = null;
    NetTensor boxes = null;
    NetTensor scores = null;
    for (NetTensor output : session.outputs()) {
      if (output.type() == OnnxJavaType.INT64 && output.sides() == 2) {
        labels = output;
      } else if (output.type() == OnnxJavaType.FLOAT
          && output.sides() == 3
          && output.side(2) == 4
          && boxes == null) {
        boxes = output;
      } else if (output.type() == OnnxJavaType.FLOAT) {
        scores = output;
      }
    }
    boolean fits =
        boxes != null
            && scores != null
            && (labels != null) == sized
            && session.outputs().size() == (sized ? 3 : 2)
            && scores.side(1) == boxes.side(1)
            && scores.sides() == (sized ? 2 : 3)
            && (labels == null || labels.side(1) == boxes.side(1));
    if (!fits || boxes == null || scores == null) {
      throw session.file().refused("DETR", EXPECTED);
    }
    return new DetrHead(boxes, scores, labels, width, height);
  }

  @Override
  public void place(int width, int height, Placement placement) {
    placement.stretch(0, 0, width, height, netWidth, netHeight);
  }

  @Override
  public int places() {
    return queries;
  }

  @Override
  public float overlap(float asked) {
    return 1;
  }

  @Override
  public void read(float leastScore, Candidates to) {
    for (int q = 0; q < queries; q++) {
      float score = labels == null ? fromLogit(q) : scores.get(q);
      if (!(score >= Candidates.LEAST_SCORE)) {
        to.spoil();
      } else if (score >= leastScore && (labels == null || labels.get(q) == 0)) {
        add(q, score, to);
      }
    }
  }

  private float fromLogit(int q) {
    int person = classes == CLASSES_WITH_GAPS ? 1 : 0;
    return (float) (1 / (1 + Math.exp(-scores.get(q * classes + person))));
  }

  private void add(int q, float score, Candidates to) {
    float a = boxes.get(4 * q);
    float b = boxes.get(4 * q + 1);
    float c = boxes.get(4 * q + 2);
    float d = boxes.get(4 * q + 3);
    if (labels != null) {
      to.add(a, b, c, d, score);
    } else {
      to.add(
          (a - c / 2) * netWidth,
          (b - d / 2) * netHeight,
          (a + c / 2) * netWidth,
          (b + d / 2) * netHeight,
          score);
    }
  }
}
