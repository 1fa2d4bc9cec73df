package io.walkout.models.convert;

import static io.walkout.models.convert.TinyGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each operator answers, once converted and run, and once folded at conversion: both must be
 * what TensorFlow documents.
 */
class OperatorMeaningTest {
  /** A call on a matrix x, a list i of whole numbers and a number s, and the numbers it gives. */
  record Case(String call, List<String> attributes, boolean folds, int[] shape, float... numbers) {
    @Override
    public String toString() {
      return call + " " + attributes;
    }
  }

  private static final float[] X = {1, -2, 3, -4, 5, -6};

  private static Case of(String call, int[] shape, float... numbers) {
    return new Case(call, List.of(), true, shape, numbers);
  }

  private static Case of(String call, String attribute, int[] shape, float... numbers) {
    return new Case(call, List.of(attribute.split(" ")), true, shape, numbers);
  }

  private static Case unfolded(String call, String attributes, int[] shape, float... numbers) {
    List<String> list = attributes.isEmpty() ? List.of() : List.of(attributes.split(" "));
    return new Case(call, list, false, shape, numbers);
  }

  static Stream<Case> arithmetic() {
    return Stream.of(
        of("AddV2(x, s)", shape(2, 3), 3, 0, 5, -2, 7, -4),
        of("Sub(x, s)", shape(2, 3), -1, -4, 1, -6, 3, -8),
        of("Mul(x, row)", shape(2, 3), 1, -4, 9, -4, 10, -18),
        of("RealDiv(x, s)", shape(2, 3), 0.5f, -1, 1.5f, -2, 2.5f, -3),
        of("FloorDiv(x, s)", shape(2, 3), 0, -1, 1, -2, 2, -3),
        of("FloorDiv(i, two)", shape(5), -2, -1, 0, 1, 2),
        of("Maximum(x, s)", shape(2, 3), 2, 2, 3, 2, 5, 2),
        of("Minimum(x, s)", shape(2, 3), 1, -2, 2, -4, 2, -6),
        of("Less(x, s)", shape(2, 3), 1, 1, 0, 1, 0, 1),
        of("GreaterEqual(x, s)", shape(2, 3), 0, 0, 1, 0, 1, 0),
        of("Equal(i, two)", shape(5), 0, 0, 0, 1, 0),
        of("Abs(x)", shape(2, 3), 1, 2, 3, 4, 5, 6),
        of("Neg(x)", shape(2, 3), -1, 2, -3, 4, -5, 6),
        of("Reciprocal(s)", shape(), 0.5f),
        of("Cast(x)", "DstT=DT_INT32", shape(2, 3), 1, -2, 3, -4, 5, -6),
        unfolded("SquaredDifference(x, s)", "", shape(2, 3), 1, 16, 1, 36, 9, 64),
        unfolded("AddN(x, x, x)", "", shape(2, 3), 3, -6, 9, -12, 15, -18),
        unfolded("Relu6(x)", "", shape(2, 3), 1, 0, 3, 0, 5, 0),
        unfolded("LeakyRelu(x)", "alpha=0.5", shape(2, 3), 1, -1, 3, -2, 5, -3),
        unfolded("Sigmoid(zero)", "", shape(), 0.5f),
        unfolded("Square(x)", "", shape(2, 3), 1, 4, 9, 16, 25, 36),
        unfolded("Rsqrt(four)", "", shape(), 0.5f));
  }

  static Stream<Case> arrangement() {
    return Stream.of(
        of("Reshape(x, reshape)", shape(3, 2), X),
        of("ExpandDims(x, minusOne)", shape(2, 3, 1), X),
        of("Squeeze(x1)", shape(2, 3), X),
        of("Squeeze(x1)", "squeeze_dims=[-2]", shape(2, 3), X),
        of("Transpose(x, swap)", shape(3, 2), 1, -4, -2, 5, 3, -6),
        of("Pack(s, four)", "axis=0", shape(2), 2, 4),
        of("Pack(x, x)", "axis=-1", shape(2, 3, 2), 1, 1, -2, -2, 3, 3, -4, -4, 5, 5, -6, -6),
        of("ConcatV2(x, x, one)", shape(2, 6), 1, -2, 3, 1, -2, 3, -4, 5, -6, -4, 5, -6),
        of("Tile(row, two1)", shape(6), 1, 2, 3, 1, 2, 3),
        of("Fill(reshape2, s)", shape(2, 2), 2, 2, 2, 2),
        of("Range(zero, four, half)", shape(8), 0, 0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f),
        of("Shape(x)", shape(2), 2, 3),
        of("Size(x)", shape(), 6),
        slice("begin_mask=1 end_mask=1 shrink_axis_mask=2", shape(2), -2, 5),
        slice("new_axis_mask=1 end_mask=2", shape(1, 1, 3), -4, 5, -6),
        slice("ellipsis_mask=1 shrink_axis_mask=2", shape(2), -2, 5),
        unfolded("Softmax(zeros)", "", shape(2), 0.5f, 0.5f),
        unfolded("Select(claims, x, minus)", "", shape(2, 3), 1, -2, 3, 4, -5, 6),
        unfolded("Mean(x, one)", "", shape(2), 2 / 3f, -5 / 3f),
        unfolded("Max(x, minusOne)", "keep_dims=true", shape(2, 1), 3, 5),
        unfolded("Sum(x, zeroInt)", "", shape(3), -3, 3, -3),
        unfolded("ArgMax(x, one)", "", shape(2), 2, 1),
        unfolded("GatherV2(x, picks, one)", "", shape(2, 2), 3, 1, -6, -4),
        unfolded("GatherNd(x, pairs)", "", shape(2), 3, -4),
        unfolded("Slice(x, from, size)", "", shape(1, 2), 5, -6));
  }

  /** Rows from 1, column 1; the masks say what else. */
  private static Case slice(String masks, int[] shape, float... numbers) {
    return of("StridedSlice(x, begin, end, step)", masks, shape, numbers);
  }

  @ParameterizedTest
  @MethodSource({"arithmetic", "arrangement"})
  void itAnswersAsTensorFlowDoes(Case it) throws Exception {
    TinyGraph graph = with(it, false);

    TinyGraph.Answer answer = graph.run("y");

    assertThat(answer.shape()).containsExactly(it.shape());
    assertThat(answer.numbers()).containsExactly(it.numbers(), within(1e-6f));
  }

  @ParameterizedTest
  @MethodSource({"arithmetic", "arrangement"})
  void itIsFoldedToTheSame(Case it) throws Exception {
    TinyGraph graph = with(it, true);

    var model = graph.onnx("y");

    if (it.folds()) {
      assertThat(model.getGraph().getNodeList())
          .extracting(NodeProto::getOpType)
          .containsExactly("Identity");
    }
    TinyGraph.Answer answer = graph.run(model);
    assertThat(answer.shape()).containsExactly(it.shape());
    assertThat(answer.numbers()).containsExactly(it.numbers(), within(1e-6f));
  }

  private static TinyGraph with(Case it, boolean known) {
    TinyGraph graph = new TinyGraph();
    floats(graph, known, "x", shape(2, 3), X);
    floats(graph, known, "x1", shape(2, 1, 3), X);
    floats(graph, known, "s", shape(), 2);
    floats(graph, known, "four", shape(), 4);
    floats(graph, known, "zero", shape(), 0);
    floats(graph, known, "zeros", shape(2), 0, 0);
    floats(graph, known, "half", shape(), 0.5f);
    floats(graph, known, "row", shape(3), 1, 2, 3);
    ints(graph, known, "i", shape(5), -3, -1, 0, 2, 5);
    ints(graph, known, "picks", shape(2), 2, 0);
    return constants(graph)
        .node("claims = Less(firsts, bound)")
        .node("minus = Neg(x)")
        .node("y = " + it.call(), it.attributes().toArray(String[]::new));
  }

  private static TinyGraph constants(TinyGraph graph) {
    return graph
        .weight("two", shape(), 2)
        .weight("minusOne", shape(), -1)
        .weight("one", shape(), 1)
        .weight("zeroInt", shape(), 0)
        .weight("reshape", shape(2), 3, -1)
        .weight("reshape2", shape(2), 2, 2)
        .weight("two1", shape(1), 2)
        .weight("swap", shape(2), 1, 0)
        .weight("begin", shape(2), 1, 1)
        .weight("end", shape(2), 2, 2)
        .weight("step", shape(2), 1, 1)
        .weight("from", shape(2), 1, 1)
        .weight("size", shape(2), 1, -1)
        .weight("pairs", shape(2, 2), 0, 2, 1, 0)
        .weight("firsts", shape(2), 1f, 3f)
        .weight("bound", shape(), 2f);
  }

  private static void floats(
      TinyGraph graph, boolean known, String name, int[] shape, float... numbers) {
    if (known) {
      graph.weight(name, shape, numbers);
    } else {
      graph.input(name, shape, numbers);
    }
  }

  private static void ints(
      TinyGraph graph, boolean known, String name, int[] shape, int... numbers) {
    if (known) {
      graph.weight(name, shape, numbers);
    } else {
      graph.input(name, shape, numbers);
    }
  }
}
