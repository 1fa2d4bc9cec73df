package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes nodes and constants that no output depends on. */
final class DeadNodes {
  private DeadNodes() {}

  static void remove(OnnxGraph graph) {
    Set<String> wanted = new HashSet<>();
    graph.outputs().forEach(output -> wanted.add(output.name()));
    List<NodeProto> nodes = graph.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      NodeProto node = nodes.get(i);
      if (node.getOutputList().stream().anyMatch(wanted::contains)) {
        wanted.addAll(node.getInputList());
      } else {
        nodes.remove(i);
      }
    }
    graph.constants().keySet().retainAll(wanted);
  }
}
