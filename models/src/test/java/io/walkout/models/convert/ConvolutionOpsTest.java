package io.walkout.models.convert;

import static io.walkout.models.convert.TinyGraph.numbers;
import static io.walkout.models.convert.TinyGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.models.convert.TinyGraph.Answer;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutions mean what TensorFlow's documentation says, written out here in loops. */
class ConvolutionOpsTest {
  private static final Offset<Float> ROUNDING = within(1e-4f);

  @ParameterizedTest
  @CsvSource({
    "5, 6, 3, 1, 1, SAME",
    "5, 6, 3, 2, 1, SAME",
    "8, 8, 3, 2, 1, SAME",
    "8, 7, 5, 2, 1, SAME",
    "7, 7, 2, 2, 1, SAME",
    "9, 9, 3, 1, 2, SAME",
    "7, 8, 3, 1, 1, VALID",
    "7, 8, 3, 2, 1, VALID",
    "9, 8, 3, 1, 2, VALID"
  })
  void aConvolutionPadsAndStepsAsTensorFlowDoes(
      int rows, int columns, int size, int step, int dilation, String padding) throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, rows, columns, 2), numbers(1, rows, columns, 2))
            .weight("f", shape(size, size, 2, 3), numbers(size, size, 2, 3))
            .node(
                "y = Conv2D(x, f)",
                "padding=" + padding,
                "strides=[1," + step + "," + step + ",1]",
                "dilations=[1," + dilation + "," + dilation + ",1]",
                "data_format=NHWC");

    Answer answer = graph.run("y");

    var expected = new Naive(rows, columns, 2, size, step, dilation, padding.equals("SAME"));
    assertThat(answer.shape()).containsExactly(1, expected.rowsOut, expected.columnsOut, 3);
    float[] wanted =
        expected.convolve(numbers(1, rows, columns, 2), numbers(size, size, 2, 3), 3, false);
    assertThat(answer.numbers()).containsExactly(wanted, ROUNDING);
  }

  @Test
  void sameIsRightForASizeThatIsKnownOnlyWhenTheNetRuns() throws Exception {
    for (int rows : new int[] {7, 8}) {
      var graph =
          new TinyGraph()
              .input("x", shape(1, -1, -1, 2), shape(1, rows, 9, 2), numbers(1, rows, 9, 2))
              .weight("f", shape(3, 3, 2, 3), numbers(3, 3, 2, 3))
              .node("y = Conv2D(x, f)", "padding=SAME", "strides=[1,2,2,1]");

      float[] wanted =
          new Naive(rows, 9, 2, 3, 2, 1, true)
              .convolve(numbers(1, rows, 9, 2), numbers(3, 3, 2, 3), 3, false);
      assertThat(graph.run("y").numbers()).containsExactly(wanted, ROUNDING);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2"})
  void aDepthwiseConvolutionKeepsItsChannelsApart(int step, int filters) throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 6, 7, 3), numbers(1, 6, 7, 3))
            .weight("f", shape(3, 3, 3, filters), numbers(3, 3, 3, filters))
            .weight("b", shape(3 * filters), numbers(3 * filters))
            .node(
                "y = FusedDepthwiseConv2dNative(x, f, b)",
                "padding=SAME",
                "strides=[1," + step + "," + step + ",1]",
                "fused_ops=[BiasAdd,Relu6]");

    float[] wanted =
        new Naive(6, 7, 3, 3, step, 1, true)
            .convolve(numbers(1, 6, 7, 3), numbers(3, 3, 3, filters), filters, true);
    float[] bias = numbers(3 * filters);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Math.clamp(wanted[i] + bias[i % bias.length], 0, 6);
    }
    assertThat(graph.run("y").numbers()).containsExactly(wanted, ROUNDING);
  }

  @Test
  void anEnlargingConvolutionIsTheGradientOfAShrinkingOne() throws Exception {
    var graph =
        new TinyGraph()
            .weight("shape", shape(4), 1, 6, 8, 2)
            .weight("f", shape(3, 3, 2, 3), numbers(3, 3, 2, 3))
            .input("x", shape(1, 3, 4, 3), numbers(1, 3, 4, 3))
            .node("y = Conv2DBackpropInput(shape, f, x)", "padding=SAME", "strides=[1,2,2,1]");

    Answer answer = graph.run("y");

    // each number spreads over the window that a convolution of step two would have read it from
    float[] wanted = new float[6 * 8 * 2];
    float[] x = numbers(1, 3, 4, 3);
    float[] f = numbers(3, 3, 2, 3);
    for (int i = 0; i < 3 * 4 * 9; i++) {
      int row = i / 36;
      int column = i / 9 % 4;
      int r = 2 * row + i / 3 % 3; // of the window; TensorFlow puts the odd pad behind
      int c = 2 * column + i % 3;
      for (int out = 0; out < 2 && r < 6 && c < 8; out++) {
        for (int in = 0; in < 3; in++) {
          wanted[(r * 8 + c) * 2 + out] +=
              x[(row * 4 + column) * 3 + in] * f[((i / 3 % 3 * 3 + i % 3) * 2 + out) * 3 + in];
        }
      }
    }
    assertThat(answer.shape()).containsExactly(1, 6, 8, 2);
    assertThat(answer.numbers()).containsExactly(wanted, ROUNDING);
  }

  @Test
  void aMatrixProductHasItsBias() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 3), 1f, 2f, 3f)
            .weight("m", shape(3, 2), 1f, 0f, 0f, 1f, 2f, -1f)
            .weight("b", shape(2), 10f, 20f)
            .node("y = _FusedMatMul(x, m, b)", "fused_ops=[BiasAdd]");

    assertThat(graph.run("y").numbers()).containsExactly(17f, 19f);
  }

  @Test
  void padsAndConstantsAroundAConvolutionGoIntoIt() throws Exception {
    var graph =
        new TinyGraph()
            .input("x", shape(1, 5, 5, 2), numbers(1, 5, 5, 2))
            .weight("around", shape(4, 2), 0, 0, 1, 1, 1, 1, 0, 0)
            .weight("f", shape(3, 3, 2, 2), numbers(3, 3, 2, 2))
            .weight("b", shape(2), 0.5f, -0.25f)
            .node("padded = Pad(x, around)")
            .node("c = Conv2D(padded, f)", "padding=VALID", "strides=[1,1,1,1]")
            .node("sum = AddV2(c, x)")
            .node("y = AddV2(b, sum)");

    var model = graph.onnx("y");

    List<String> ops =
        model.getGraph().getNodeList().stream().map(node -> node.getOpType()).toList();
    assertThat(ops).containsExactly("Transpose", "Conv", "Add", "Transpose", "Identity");
    float[] x = numbers(1, 5, 5, 2);
    float[] wanted = new Naive(5, 5, 2, 3, 1, 1, true).convolve(x, numbers(3, 3, 2, 2), 2, false);
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] += x[i] + (i % 2 == 0 ? 0.5f : -0.25f);
    }
    assertThat(graph.run(model).numbers()).containsExactly(wanted, ROUNDING);
  }

  /** A convolution of one picture, pixel by pixel. */
  private record Naive(
      int rows,
      int columns,
      int channels,
      int size,
      int step,
      int dilation,
      int padRows,
      int padColumns,
      int rowsOut,
      int columnsOut) {

    Naive(int rows, int columns, int channels, int size, int step, int dilation, boolean same) {
      this(
          rows,
          columns,
          channels,
          size,
          step,
          dilation,
          same ? before(rows, size, step, dilation) : 0,
          same ? before(columns, size, step, dilation) : 0,
          out(rows, size, step, dilation, same),
          out(columns, size, step, dilation, same));
    }

    private static int out(int length, int size, int step, int dilation, boolean same) {
      int reach = (size - 1) * dilation + 1;
      return same ? Math.ceilDiv(length, step) : Math.ceilDiv(length - reach + 1, step);
    }

    private static int before(int length, int size, int step, int dilation) {
      int reach = (size - 1) * dilation + 1;
      return Math.max(0, (Math.ceilDiv(length, step) - 1) * step + reach - length) / 2;
    }

    float[] convolve(float[] x, float[] f, int filters, boolean depthwise) {
      int channelsOut = depthwise ? channels * filters : filters;
      float[] y = new float[rowsOut * columnsOut * channelsOut];
      for (int i = 0; i < y.length; i++) {
        int out = i % channelsOut;
        for (int k = 0; k < size * size * channels; k++) {
          int in = k % channels;
          int row = i / channelsOut / columnsOut * step - padRows + k / channels / size * dilation;
          int column =
              i / channelsOut % columnsOut * step - padColumns + k / channels % size * dilation;
          boolean own = !depthwise || out / filters == in;
          if (own && row >= 0 && row < rows && column >= 0 && column < columns) {
            y[i] += x[(row * columns + column) * channels + in] * f[k * filters + out % filters];
          }
        }
      }
      return y;
    }
  }
}
