package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Writes a graph as an ONNX model. */
final class OnnxFile {
  /** The first operator set in which all reductions take their axes as an input. */
  static final int OPERATOR_SET = 18;

  /** The format version that came out with that operator set. */
  private static final int FORMAT = 8;

  /** Halving a constant of fewer numbers doesn't pay for the Cast that doubles it again. */
  private static final int FEW = 256;

  private OnnxFile() {}

  static ModelProto of(OnnxGraph graph, NetSpec spec) {
    var made = GraphProto.newBuilder().setName(spec.name());
    graph.inputs().forEach(port -> made.addInput(port(port)));
    graph.outputs().forEach(port -> made.addOutput(port(port)));
    graph
        .constants()
        .forEach(
            (name, tensor) -> {
              if (spec.halfWeights() && fitsHalf(tensor)) {
                String half = graph.name(name + "/half");
                made.addInitializer(half(half, tensor));
                made.addNode(doubled(half, name));
              } else {
                made.addInitializer(tensor(name, tensor));
              }
            });
    made.addAllNode(graph.nodes());
    var model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName(spec.producer())
            .setProducerVersion(spec.producerVersion())
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
            .setGraph(made);
    for (Map.Entry<String, String> entry : spec.metadata().entrySet()) {
      model.addMetadataProps(
          StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
    }
    return model.build();
  }

  private static ValueInfoProto port(OnnxGraph.Port port) {
    var shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < port.shape().length; axis++) {
      var dimension = TensorShapeProto.Dimension.newBuilder();
      if (port.shape()[axis] < 0) {
        dimension.setDimParam(port.name() + "_" + axis);
      } else {
        dimension.setDimValue(port.shape()[axis]);
      }
      shape.addDim(dimension);
    }
    var tensor = TypeProto.Tensor.newBuilder().setElemType(port.element().onnx()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(port.name())
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static TensorProto.Builder head(String name, Tensor tensor, int type) {
    var head = TensorProto.newBuilder().setName(name).setDataType(type);
    for (int axis : tensor.shape()) {
      head.addDims(axis);
    }
    return head;
  }

  private static TensorProto tensor(String name, Tensor tensor) {
    int width =
        switch (tensor.element()) {
          case FLOAT, INT32 -> 4;
          case INT64 -> 8;
          case BOOL -> 1;
        };
    ByteBuffer raw = buffer(width * tensor.size());
    if (tensor.isFloat()) {
      raw.asFloatBuffer().put(tensor.floats());
    } else {
      for (int number : tensor.ints()) {
        switch (width) {
          case 4 -> raw.putInt(number);
          case 8 -> raw.putLong(number);
          default -> raw.put((byte) number);
        }
      }
    }
    return head(name, tensor, tensor.element().onnx())
        .setRawData(ByteString.copyFrom(raw.rewind()))
        .build();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean fitsHalf(Tensor tensor) {
    if (!tensor.isFloat() || tensor.size() < FEW) {
      return false;
    }
    for (float number : tensor.floats()) {
      if (Float.float16ToFloat(Float.floatToFloat16(number)) != number) {
        return false;
      }
    }
    return true;
  }

  private static TensorProto half(String name, Tensor tensor) {
    ByteBuffer raw = buffer(2 * tensor.size());
    for (float number : tensor.floats()) {
      raw.putShort(Float.floatToFloat16(number));
    }
    return head(name, tensor, TensorProto.DataType.FLOAT16.getNumber())
        .setRawData(ByteString.copyFrom(raw.rewind()))
        .build();
  }

  private static NodeProto doubled(String from, String to) {
    AttributeProto type = Attribute.whole("to", Element.FLOAT.onnx());
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .setName(to)
        .addInput(from)
        .addOutput(to)
        .addAttribute(type)
        .build();
  }
}
