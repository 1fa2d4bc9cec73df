package io.walkout.models.net;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Nets made by hand that give one answer for dark pictures and another for white ones: their mean
 * is what tells the two apart. So a net can behave while it is probed and misbehave afterwards.
 */
final class TinyNets {
  static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
  static final int INT32 = TensorProto.DataType.INT32.getNumber();
  static final int INT64 = TensorProto.DataType.INT64.getNumber();

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

  private TinyNets() {}

  /**
   * A net with an input named {@code picture}; its answers follow.
   *
   * @param whiteMean mean of what it is fed above which a picture is white
   */
  static TinyNets fed(int type, float whiteMean, long... shape) {
    TinyNets net = new TinyNets();
    net.graph.addInput(value("picture", type, shape));
    net.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .addInput("picture")
            .addOutput("floats")
            .addAttribute(number("to", FLOAT)));
    net.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("ReduceMean")
            .addInput("floats")
            .addOutput("mean")
            .addAttribute(number("keepdims", 0)));
    net.constant("limit", new float[] {whiteMean});
    net.graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Greater")
            .addInput("mean")
            .addInput("limit")
            .addOutput("white"));
    return net;
  }

  /** A second input, which it does not look at. */
  TinyNets and(String name, int type, long... shape) {
    graph.addInput(value(name, type, shape));
    return this;
  }

  /** An output that is always the same. */
  TinyNets answers(String name, float[] always, long... shape) {
    return answers(name, always, always, shape);
  }

  /** An output. */
  TinyNets answers(String name, float[] dark, float[] white, long... shape) {
    constant(name + ".dark", dark, shape);
    constant(name + ".white", white, shape);
    return choose(name, FLOAT, shape);
  }

  /** An output of whole numbers. */
  TinyNets answers(String name, long[] always, long... shape) {
    for (String end : new String[] {".dark", ".white"}) {
      TensorProto.Builder tensor = TensorProto.newBuilder().setName(name + end).setDataType(INT64);
      Arrays.stream(shape).forEach(tensor::addDims);
      Arrays.stream(always).forEach(tensor::addInt64Data);
      graph.addInitializer(tensor);
    }
    return choose(name, INT64, shape);
  }

  private TinyNets choose(String name, int type, long[] shape) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Where")
            .addInput("white")
            .addInput(name + ".white")
            .addInput(name + ".dark")
            .addOutput(name));
    graph.addOutput(value(name, type, shape));
    return this;
  }

  private void constant(String name, float[] numbers, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    Arrays.stream(shape).forEach(tensor::addDims);
    for (float number : numbers) {
      tensor.addFloatData(number);
    }
    graph.addInitializer(tensor);
  }

  private static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static ValueInfoProto value(String name, int type, long... shape) {
    TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
    for (long side : shape) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      if (side < 0) {
        dimension.setDimParam("open");
      } else {
        dimension.setDimValue(side);
      }
      sides.addDim(dimension);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(sides)))
        .build();
  }

  /** Writes it. */
  Path in(Path folder) {
    Path file = folder.resolve("tiny.onnx");
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
            .setGraph(graph)
            .build();
    try {
      return Files.write(file, model.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
