package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators on pictures that keep their channels: pooling, resizing, padding, turning axes. */
final class PictureOps {
  private PictureOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("MaxPool", (node, to) -> pool(node, to, "MaxPool"));
    table.put("AvgPool", (node, to) -> pool(node, to, "AveragePool"));
    table.put("ResizeBilinear", PictureOps::resize);
    table.put("ResizeNearestNeighbor", PictureOps::resize);
    table.put("Pad", PictureOps::pad);
    table.put("PadV2", PictureOps::pad);
    table.put("MirrorPad", PictureOps::pad);
    table.put("Transpose", PictureOps::transpose);
    table.put("FusedBatchNorm", PictureOps::normalise);
    table.put("FusedBatchNormV2", PictureOps::normalise);
    table.put("FusedBatchNormV3", PictureOps::normalise);
  }

  private static void pool(TfNode node, Conversion to, String op) {
    Value x = to.channelsFirst(to.in(node, 0));
    int[] size = node.wholes("ksize");
    Window window = Window.of(node, x.shape(), size[1], size[2], node.wholes("strides"));
    List<AttributeProto> attributes = window.attributes();
    int[] shape = window.shapeOut(x.shape()[0], x.shape()[3]);
    to.set(
        node,
        to.emit(
            op,
            x.element(),
            shape,
            Layout.CHANNELS_FIRST,
            List.of(x),
            attributes.toArray(AttributeProto[]::new)));
  }

  /**
   * TensorFlow has three rules for which point of the picture a pixel of the result looks at; each
   * has its name in ONNX, and its own rounding for the nearest pixel.
   */
  private static void resize(TfNode node, Conversion to) {
    Value x = to.channelsFirst(to.in(node, 0));
    Value size = to.in(node, 1);
    boolean nearest = node.op().equals("ResizeNearestNeighbor");
    String rule = "asymmetric";
    String rounding = "floor";
    if (node.flag("align_corners")) {
      rule = "align_corners";
      rounding = "round_prefer_ceil";
    } else if (node.flag("half_pixel_centers")) {
      rule = "half_pixel";
      rounding = "round_prefer_ceil";
    }
    int[] shape = x.shape().clone();
    Tensor known = size.constant();
    shape[1] = known == null ? Shapes.UNKNOWN : known.ints()[0];
    shape[2] = known == null ? Shapes.UNKNOWN : known.ints()[1];
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(Attribute.wholes("axes", 2, 3));
    attributes.add(Attribute.text("mode", nearest ? "nearest" : "linear"));
    attributes.add(Attribute.text("coordinate_transformation_mode", rule));
    if (nearest) {
      attributes.add(Attribute.text("nearest_mode", rounding));
    }
    Value nothing = new Value("", Element.FLOAT, new int[0], Layout.PLAIN, null);
    to.set(
        node,
        to.emit(
            "Resize",
            x.element(),
            shape,
            Layout.CHANNELS_FIRST,
            List.of(x, nothing, nothing, to.int64(size)),
            attributes.toArray(AttributeProto[]::new)));
  }

  private static void pad(TfNode node, Conversion to) {
    Value x = to.in(node, 0);
    int[] around = to.constant(node, 1).ints(); // before and after, per axis
    int rank = x.rank();
    int[] before = new int[rank];
    int[] after = new int[rank];
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < rank; axis++) {
      before[axis] = around[2 * axis];
      after[axis] = around[2 * axis + 1];
      shape[axis] = shape[axis] < 0 ? shape[axis] : shape[axis] + before[axis] + after[axis];
    }
    int[] pads = Arrays.copyOf(x.layout().order(before), 2 * rank);
    System.arraycopy(x.layout().order(after), 0, pads, rank, rank);
    List<Value> inputs = new ArrayList<>(List.of(x, to.indices("/pads", pads)));
    String mode = "constant";
    if (node.op().equals("PadV2")) {
      inputs.add(to.in(node, 2));
    } else if (node.op().equals("MirrorPad")) {
      mode = node.text("mode", "REFLECT").equals("SYMMETRIC") ? "symmetric" : "reflect";
    }
    if (mode.equals("symmetric")) {
      throw new ConversionException(node.title() + " repeats the edge; ONNX can't");
    }
    to.set(
        node, to.emit("Pad", x.element(), shape, x.layout(), inputs, Attribute.text("mode", mode)));
  }

  /** A Transpose that only names the layout anew, as around a convolution, vanishes. */
  private static void transpose(TfNode node, Conversion to) {
    Value x = to.in(node, 0);
    int[] perm = to.constant(node, 1).ints();
    int[] shape = Shapes.permute(x.shape(), perm);
    if (!x.isChannelsFirst() && Arrays.equals(perm, Layout.toPlain())) {
      to.set(node, x.seenAs(shape, Layout.CHANNELS_FIRST));
    } else if (x.isChannelsFirst() && Arrays.equals(perm, Layout.toChannelsFirst())) {
      to.set(node, x.seenAs(shape, Layout.PLAIN));
    } else {
      int[] lying = perm.clone();
      for (int i = 0; i < lying.length; i++) {
        lying[i] = x.layout().axis(perm[i]);
      }
      to.set(
          node,
          to.emit("Transpose", x.element(), shape, List.of(x), Attribute.wholes("perm", lying)));
    }
  }

  private static void normalise(TfNode node, Conversion to) {
    Value x = to.channelsFirst(to.in(node, 0));
    if (node.flag("is_training")) {
      throw new ConversionException(node.title() + " is still in training");
    }
    List<Value> inputs = new ArrayList<>(List.of(x));
    for (int i = 1; i < 5; i++) { // scale, offset, mean, variance: in this order in both
      inputs.add(to.plain(node, i));
    }
    to.set(
        node,
        to.emit(
            "BatchNormalization",
            x.element(),
            x.shape(),
            Layout.CHANNELS_FIRST,
            inputs,
            Attribute.real("epsilon", node.real("epsilon", 1e-4f))));
  }
}
