package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a Pad of rows and columns into the convolution or the pooling that alone reads it. A copy
 * of the picture is saved each time.
 */
final class PadFolding {
  private PadFolding() {}

  static void apply(OnnxGraph graph) {
    Map<String, NodeProto> makers = new HashMap<>();
    Map<String, Integer> readers = graph.readers();
    List<NodeProto> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      NodeProto node = nodes.get(i);
      NodeProto pad = node.getInputCount() == 0 ? null : makers.get(node.getInput(0));
      if (pad != null
          && pad.getOpType().equals("Pad")
          && readers.getOrDefault(pad.getOutput(0), 0) == 1) {
        nodes.set(i, folded(graph, node, pad));
      }
      node.getOutputList().forEach(output -> makers.put(output, node));
    }
  }

  private static NodeProto folded(OnnxGraph graph, NodeProto node, NodeProto pad) {
    boolean pools = node.getOpType().equals("MaxPool");
    Tensor around = graph.constants().get(pad.getInput(1));
    AttributeProto pads = Attribute.find(node, "pads");
    AttributeProto mode = Attribute.find(pad, "mode");
    if (!(pools || node.getOpType().equals("Conv"))
        || around == null
        || around.size() != 8
        || pads == null
        || mode == null
        || !mode.getS().toStringUtf8().equals("constant")
        || !addsNothing(graph, pad, pools)) {
      return node;
    }
    int[] a = around.ints(); // before and after, of batch, channels, rows and columns
    if (a[0] != 0 || a[1] != 0 || a[4] != 0 || a[5] != 0) {
      return node;
    }
    int[] sum = {a[2], a[3], a[6], a[7]};
    for (int i = 0; i < 4; i++) {
      sum[i] += Math.toIntExact(pads.getInts(i));
      if (sum[i] < 0 || (pools && sum[i] >= kernel(node, i % 2))) {
        return node; // runtimes refuse a pooling window that sees nothing but padding
      }
    }
    return Attribute.with(node, Attribute.wholes("pads", sum)).toBuilder()
        .setInput(0, pad.getInput(0))
        .build();
  }

  private static long kernel(NodeProto node, int axis) {
    AttributeProto kernel = Attribute.find(node, "kernel_shape");
    return kernel == null ? 0 : kernel.getInts(axis);
  }

  /** A convolution's own padding is zeros; a maximum's is as if there were nothing. */
  private static boolean addsNothing(OnnxGraph graph, NodeProto pad, boolean pools) {
    Tensor number = pad.getInputCount() > 2 ? graph.constants().get(pad.getInput(2)) : null;
    double value = number == null ? 0 : number.number(0);
    boolean known = pad.getInputCount() < 3 || number != null;
    return known && value == (pools ? Double.NEGATIVE_INFINITY : 0);
  }
}
