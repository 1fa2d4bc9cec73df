package io.walkout.models.convert;

import static io.walkout.models.convert.TinyGraph.numbers;
import static io.walkout.models.convert.TinyGraph.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import org.junit.jupiter.api.Test;

/** The conversion as a whole: names, order, what is dropped, and what is refused in which words. */
class TfjsToOnnxTest {
  private static TinyGraph halves() {
    return new TinyGraph()
        .input("x", shape(2, 2), 1f, 2f, 3f, 4f)
        .weight("axis", shape(), 1)
        .node("halves = Split(axis, x)", "num_split=2")
        .node("unread = Relu(x)")
        .node("Identity_1 = Identity(halves)")
        .node("Identity = Identity(halves:1)");
  }

  @Test
  void outputsComeInTheOrderThatIsAskedForUnderTheirNewNames() {
    NetSpec spec =
        NetSpec.named("tiny")
            .input("x", "image")
            .output("Identity", "right")
            .output("Identity_1:0", "left");

    var graph = TfjsToOnnx.convert(halves().graph(), spec).getGraph();

    assertThat(graph.getInputList()).extracting(ValueInfoProto::getName).containsExactly("image");
    assertThat(graph.getOutputList())
        .extracting(ValueInfoProto::getName)
        .containsExactly("right", "left");
  }

  @Test
  void whatNoOutputNeedsIsNotInTheFile() {
    var graph = halves().onnx("Identity").getGraph();

    assertThat(graph.getNodeList())
        .extracting(NodeProto::getOpType)
        .containsExactly("Split", "Identity");
  }

  @Test
  void theSameGraphGivesTheSameBytes() {
    NetSpec spec = NetSpec.named("tiny").output("Identity", "y").about("licence", "MIT");

    byte[] once = TfjsToOnnx.convert(halves().graph(), spec).toByteArray();
    byte[] again = TfjsToOnnx.convert(halves().graph(), spec).toByteArray();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void theFileSaysWhereItComesFrom() {
    NetSpec spec =
        NetSpec.named("tiny").output("Identity", "y").about("licence", "MIT").about("from", "npm");

    var model = TfjsToOnnx.convert(halves().graph(), spec);

    assertThat(model.getProducerName()).isEqualTo("walkout");
    assertThat(model.getMetadataPropsList())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue())
        .containsExactly("licence=MIT", "from=npm");
  }

  @Test
  void weightsMayStayHalfFloats() throws Exception {
    var tiny =
        new TinyGraph()
            .input("x", shape(1, 300), numbers(1, 300))
            .weight("w", shape(300, 2), numbers(300, 2)) // sixteenths: exact as half floats
            .node("y = MatMul(x, w)");
    NetSpec spec = NetSpec.named("tiny").output("y", "out");

    var full = TfjsToOnnx.convert(tiny.graph(), spec);
    var half = TfjsToOnnx.convert(tiny.graph(), spec.withHalfWeights());

    assertThat(half.getGraph().getInitializerList())
        .extracting(TensorProto::getDataType)
        .contains(TensorProto.DataType.FLOAT16.getNumber());
    assertThat(half.toByteArray()).hasSizeLessThan(full.toByteArray().length * 2 / 3);
    assertThat(tiny.run(half).numbers()).isEqualTo(tiny.run(full).numbers());
  }

  @Test
  void anInputLeftOpenCanBeFixed() {
    var tiny =
        new TinyGraph()
            .input("x", shape(1, -1, -1, 1), shape(1, 4, 4, 1), numbers(1, 4, 4, 1))
            .node("y = Shape(x)");
    NetSpec spec = NetSpec.named("tiny").output("y", "out").shape("x", 1, 4, 6, 1);

    var graph = TfjsToOnnx.convert(tiny.graph(), spec).getGraph();

    assertThat(graph.getNodeList()).extracting(NodeProto::getOpType).containsExactly("Identity");
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> TfjsToOnnx.convert(tiny.graph(), spec.shape("x", 1, 4, 6, 3)))
        .withMessageContaining("'x'")
        .withMessageContaining("can't be fixed");
  }

  @Test
  void anOperatorThatIsNotKnownIsNamedWithItsNode() {
    var tiny = new TinyGraph().input("x", shape(1), 1f).node("body/y = FakeQuantWithMinMaxVars(x)");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> tiny.onnx("body/y"))
        .withMessageStartingWith(
            "operator FakeQuantWithMinMaxVars (node 'body/y' of tiny.json) can't be converted");
  }

  @Test
  void anOutputThatIsNotThereIsNamed() {
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> halves().onnx("Identity_9"))
        .withMessageContaining("tiny.json has no output 'Identity_9'");
  }

  @Test
  void whatMustBeConstantAndIsNotIsNamed() {
    var tiny =
        new TinyGraph()
            .input("x", shape(1, 2, 2, 1), numbers(1, 2, 2, 1))
            .input("f", shape(1, 1, 1, 1), 1f)
            .node("y = Conv2D(x, f)", "padding=SAME", "strides=[1,1,1,1]");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> tiny.onnx("y"))
        .withMessageContaining("Conv2D node 'y' gets its input 1 from 'f'");
  }

  @Test
  void aLoopIsRefused() {
    var tiny = new TinyGraph().input("x", shape(1), 1f).node("a = AddV2(x, b)").node("b = Relu(a)");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(tiny::graph)
        .withMessageContaining("part of a loop");
  }
}
