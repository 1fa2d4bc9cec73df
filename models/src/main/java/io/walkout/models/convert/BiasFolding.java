package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a convolution the constant per channel that is added after it; also where a residual is
 * added first, as in (convolution + residual) + constant. Left where it was, the constant would
 * keep the runtime from fusing the residual, and the picture would change layout twice at every
 * block.
 */
final class BiasFolding {
  private final OnnxGraph graph;
  private final Map<String, Integer> readers;
  private final Map<String, Integer> makers = new HashMap<>();

  private BiasFolding(OnnxGraph graph) {
    this.graph = graph;
    this.readers = graph.readers();
  }

  static void apply(OnnxGraph graph) {
    new BiasFolding(graph).apply();
  }

  private void apply() {
    List<NodeProto> nodes = graph.nodes();
    Map<String, String> renamed = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      NodeProto node = rename(nodes.get(i), renamed);
      nodes.set(i, node);
      if (node.getOpType().equals("Add")) {
        for (int side = 0; side < 2; side++) {
          Tensor bias = graph.constants().get(node.getInput(side));
          if (bias != null && moved(bias, node.getInput(1 - side))) {
            renamed.put(node.getOutput(0), node.getInput(1 - side));
            // who read the sum reads the convolution now
            int count = readers.getOrDefault(node.getOutput(0), 0);
            readers.put(node.getInput(1 - side), count);
            break;
          }
        }
      }
      for (String output : node.getOutputList()) {
        makers.put(output, i);
      }
    }
  }

  private static NodeProto rename(NodeProto node, Map<String, String> renamed) {
    NodeProto.Builder changed = node.toBuilder();
    for (int i = 0; i < node.getInputCount(); i++) {
      changed.setInput(i, renamed.getOrDefault(node.getInput(i), node.getInput(i)));
    }
    return changed.build();
  }

  /** Moves a constant into the convolution behind a tensor, if there is one that it can go to. */
  private boolean moved(Tensor bias, String tensor) {
    Integer at = makers.get(tensor);
    if (at == null || readers.getOrDefault(tensor, 0) != 1) {
      return false;
    }
    NodeProto node = graph.nodes().get(at);
    if (node.getOpType().equals("Add")) {
      return moved(bias, node.getInput(0)) || moved(bias, node.getInput(1));
    }
    Tensor filter =
        node.getOpType().equals("Conv") ? graph.constants().get(node.getInput(1)) : null;
    if (filter == null || node.getInputCount() > 2) {
      return false;
    }
    int channels = filter.shape()[0];
    int[] shape = bias.shape();
    if (bias.size() != channels || shape.length != 3 || shape[0] != channels) {
      return false;
    }
    String name = graph.name(node.getName() + "/bias");
    graph.constant(name, bias.reshape(channels));
    graph.nodes().set(at, node.toBuilder().addInput(name).build());
    return true;
  }
}
