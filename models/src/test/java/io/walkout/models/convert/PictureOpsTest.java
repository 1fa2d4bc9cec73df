package io.walkout.models.convert;

import static io.walkout.models.convert.TinyGraph.numbers;
import static io.walkout.models.convert.TinyGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooling, resizing, padding and turning. */
class PictureOpsTest {
  @Test
  void aMaximumOverWindowsThatReachOutIgnoresWhatIsOutside() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 3, 3, 1), -1f, -2f, -3f, -4f, -5f, -6f, -7f, -8f, -9f)
            .node("y = MaxPool(x)", "padding=SAME", "ksize=[1,2,2,1]", "strides=[1,2,2,1]");

    assertThat(graph.run("y").numbers()).containsExactly(-1, -3, -7, -9);
  }

  @Test
  void anAverageOverWindowsThatReachOutCountsOnlyWhatIsInside() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 3, 3, 1), 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f)
            .node("y = AvgPool(x)", "padding=SAME", "ksize=[1,2,2,1]", "strides=[1,2,2,1]");

    assertThat(graph.run("y").numbers()).containsExactly(3, 4.5f, 7.5f, 9);
  }

  /**
   * The three rules, as TensorFlow's resize_bilinear_op and resize_nearest_neighbor_op have them.
   */
  @ParameterizedTest
  @CsvSource({
    "Bilinear, 4, 6, false, false",
    "Bilinear, 4, 6, true, false",
    "Bilinear, 4, 6, false, true",
    "Bilinear, 8, 9, false, false",
    "Bilinear, 8, 9, true, false",
    "Bilinear, 8, 9, false, true",
    "Bilinear, 2, 2, false, false",
    "Bilinear, 5, 7, false, true",
    "Bilinear, 3, 2, true, false",
    "NearestNeighbor, 4, 6, false, false",
    "NearestNeighbor, 4, 6, true, false",
    "NearestNeighbor, 4, 6, false, true",
    "NearestNeighbor, 7, 8, false, false",
    "NearestNeighbor, 7, 8, true, false",
    "NearestNeighbor, 7, 8, false, true"
  })
  void resizingLooksWhereTensorFlowLooks(
      String kind, int rows, int columns, boolean corners, boolean halves) throws Exception {
    int inRows = 4;
    int inColumns = 3;
    float[] x = numbers(1, inRows, inColumns, 2);
    var graph =
        new TinyGraph()
            .input("x", shape(1, inRows, inColumns, 2), x)
            .weight("size", shape(2), rows, columns)
            .node(
                "y = Resize" + kind + "(x, size)",
                "align_corners=" + corners,
                "half_pixel_centers=" + halves);

    TinyGraph.Answer answer = graph.run("y");

    assertThat(answer.shape()).containsExactly(1, rows, columns, 2);
    boolean nearest = !kind.equals("Bilinear");
    float[] wanted = new float[rows * columns * 2];
    for (int i = 0; i < wanted.length; i++) {
      float row = point(i / 2 / columns, inRows, rows, corners, halves, nearest);
      float column = point(i / 2 % columns, inColumns, columns, corners, halves, nearest);
      wanted[i] = at(x, row, column, i % 2, inRows, inColumns);
    }
    assertThat(answer.numbers()).containsExactly(wanted, within(1e-5f));
  }

  private static float point(
      int i, int in, int out, boolean corners, boolean halves, boolean nearest) {
    float scale = corners && out > 1 ? (in - 1) / (float) (out - 1) : in / (float) out;
    if (nearest) {
      float at = halves ? (i + 0.5f) * scale : i * scale;
      return Math.min(in - 1, corners ? Math.round(at) : (float) Math.floor(at));
    }
    return Math.clamp(halves ? (i + 0.5f) * scale - 0.5f : i * scale, 0, in - 1);
  }

  private static float at(float[] x, float row, float column, int channel, int rows, int columns) {
    float sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      int r = (int) row + corner / 2;
      int c = (int) column + corner % 2;
      float share = (1 - Math.abs(row - r)) * (1 - Math.abs(column - c));
      if (share > 0) {
        sum +=
            share * x[(Math.min(r, rows - 1) * columns + Math.min(c, columns - 1)) * 2 + channel];
      }
    }
    return sum;
  }

  @Test
  void aPictureOfUnknownSizeIsEnlargedByAFactorOfItsOwnShape() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, -1, -1, 1), shape(1, 2, 2, 1), 1f, 2f, 3f, 4f)
            .weight("from", shape(1), 1)
            .weight("to", shape(1), 3)
            .weight("step", shape(1), 1)
            .weight("twice", shape(2), 2, 2)
            .node("shape = Shape(x)")
            .node("own = StridedSlice(shape, from, to, step)")
            .node("size = Mul(own, twice)")
            .node("y = ResizeNearestNeighbor(x, size)");

    var model = graph.onnx("y");

    assertThat(model.getGraph().getNodeList())
        .extracting(NodeProto::getOpType)
        .doesNotContain("Shape", "Mul");
    assertThat(graph.run(model).numbers())
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Test
  void channelsOfZerosAreAddedBehindTheOthers() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 1, 2, 2), 1f, 2f, 3f, 4f)
            .weight("around", shape(4, 2), 0, 0, 0, 0, 0, 0, 0, 1)
            .node("p = MaxPool(x)", "padding=SAME", "ksize=[1,1,1,1]", "strides=[1,1,1,1]")
            .node("y = Pad(p, around)");

    assertThat(graph.run("y").numbers()).containsExactly(1, 2, 0, 3, 4, 0);
  }

  @Test
  void aPadOfANumberOtherThanZeroStaysItself() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 1, 1, 1), 5f)
            .weight("around", shape(4, 2), 0, 0, 1, 0, 0, 1, 0, 0)
            .weight("seven", shape(), 7f)
            .weight("f", shape(2, 2, 1, 1), 1f, 10f, 100f, 1000f)
            .node("padded = PadV2(x, around, seven)")
            .node("y = Conv2D(padded, f)", "padding=VALID", "strides=[1,1,1,1]");

    assertThat(graph.run("y").numbers()).containsExactly(7 + 70 + 500 + 7000);
  }

  @Test
  void transposesThatAConvolutionWasWrappedInVanish() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 2, 3, 3), numbers(1, 2, 3, 3))
            .weight("last", shape(4), 0, 2, 3, 1)
            .weight("first", shape(4), 0, 3, 1, 2)
            .weight("f", shape(1, 1, 2, 2), 1f, 0f, 0f, 1f)
            .node("turned = Transpose(x, last)")
            .node("c = Conv2D(turned, f)", "padding=VALID", "strides=[1,1,1,1]")
            .node("y = Transpose(c, first)");

    var model = graph.onnx("y");

    assertThat(model.getGraph().getNodeList())
        .extracting(NodeProto::getOpType)
        .containsExactly("Conv", "Identity");
    assertThat(graph.run(model).numbers()).containsExactly(numbers(1, 2, 3, 3));
  }

  @Test
  void anyOtherTransposeOfAPictureIsDone() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 2, 3, 2), numbers(1, 2, 3, 2))
            .weight("perm", shape(4), 0, 2, 1, 3)
            .node("p = MaxPool(x)", "padding=SAME", "ksize=[1,1,1,1]", "strides=[1,1,1,1]")
            .node("y = Transpose(p, perm)");

    float[] x = numbers(1, 2, 3, 2);
    assertThat(graph.run("y").numbers())
        .containsExactly(x[0], x[1], x[6], x[7], x[2], x[3], x[8], x[9], x[4], x[5], x[10], x[11]);
  }

  @Test
  void aPictureIsNormalisedByTheStatisticsOfItsTraining() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 1, 1, 2), 3f, 10f)
            .weight("scale", shape(2), 2f, 1f)
            .weight("offset", shape(2), 1f, 0f)
            .weight("mean", shape(2), 1f, 4f)
            .weight("variance", shape(2), 4f, 9f)
            .node("y = FusedBatchNormV3(x, scale, offset, mean, variance)", "epsilon=0.0");

    assertThat(graph.run("y").numbers()).containsExactly(new float[] {3, 2}, within(1e-5f));
  }
}
