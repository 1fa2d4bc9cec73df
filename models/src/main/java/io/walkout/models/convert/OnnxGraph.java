package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph while it is being made: nodes in an order in which they can run, and constants by
 * name. Names of tensors are unique.
 */
final class OnnxGraph {
  /** A tensor that the graph takes or gives; unknown axes are {@link Shapes#UNKNOWN}. */
  record Port(String name, Element element, int[] shape) {}

  private final List<NodeProto> nodes = new ArrayList<>();
  private final Map<String, Tensor> constants = new LinkedHashMap<>();
  private final List<Port> inputs = new ArrayList<>();
  private final List<Port> outputs = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  List<NodeProto> nodes() {
    return nodes;
  }

  Map<String, Tensor> constants() {
    return constants;
  }

  List<Port> inputs() {
    return inputs;
  }

  List<Port> outputs() {
    return outputs;
  }

  /** A name for a tensor that no other has; the wanted one, if free. */
  String name(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "~" + i;
    }
    return name;
  }

  void constant(String name, Tensor tensor) {
    constants.put(name, tensor);
  }

  void add(String op, List<String> in, List<String> out, AttributeProto... attributes) {
    nodes.add(
        NodeProto.newBuilder()
            .setOpType(op)
            .setName(out.getFirst())
            .addAllInput(in)
            .addAllOutput(out)
            .addAllAttribute(List.of(attributes))
            .build());
  }

  /** How many nodes and outputs read each tensor. */
  Map<String, Integer> readers() {
    Map<String, Integer> readers = new HashMap<>();
    for (NodeProto node : nodes) {
      for (String input : node.getInputList()) {
        readers.merge(input, 1, Integer::sum);
      }
    }
    for (Port output : outputs) {
      readers.merge(output.name(), 1, Integer::sum);
    }
    return readers;
  }
}
