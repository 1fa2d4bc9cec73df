package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators on pictures that keep their channels: pooling, padding, turning axes, normalising. */
final class PictureOps {
  private PictureOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("MaxPool", (node, to) -> pool(node, to, "MaxPool"));
    table.put("AvgPool", (node, to) -> pool(node, to, "AveragePool"));
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

  private static void pad(TfNode node, Conversion to) {
    int[] around = to.constant(node, 1).ints(); // before and after, per axis
    Value x = to.in(node, 0);
    if (aroundPicture(around)) {
      x = to.channelsFirst(x); // as the convolution will want it, which can then take the pad in
    }
    int rank = x.rank();
    int[] before = new int[rank];
    int[] after = new int[rank];
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < rank; axis++) {
      before[axis] = around[2 * axis];
      after[axis] = around[2 * axis + 1];
      shape[axis] = shape[axis] < 0 ? shape[axis] : shape[axis] + before[axis] + after[axis];
    }
    if (addsChannels(node, x, before, after)) {
      to.set(node, withMoreChannels(to, x, after[3]));
      return;
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

  private static boolean aroundPicture(int... around) {
    return around.length == 8
        && around[0] + around[1] == 0
        && around[6] + around[7] == 0
        && around[2] + around[3] + around[4] + around[5] > 0;
  }

  private static boolean addsChannels(TfNode node, Value x, int[] before, int[] after) {
    return node.op().equals("Pad")
        && x.isChannelsFirst()
        && x.shape()[3] > 0
        && after[3] > 0
        && Arrays.stream(before).allMatch(pixels -> pixels == 0)
        && after[0] + after[1] + after[2] == 0;
  }

  /**
   * Channels of zeros after the others, as a convolution of one pixel with ones on the diagonal:
   * the same numbers exactly. A Pad would make the runtime leave its layout for convolutions, and
   * with residuals around each block never come back to it; the palm detector takes a twentieth
   * longer with it.
   */
  private static Value withMoreChannels(Conversion to, Value x, int more) {
    int channels = x.shape()[3];
    float[] diagonal = new float[(channels + more) * channels];
    for (int i = 0; i < channels; i++) {
      diagonal[i * channels + i] = 1;
    }
    Tensor filter = Tensor.floats(new int[] {channels + more, channels, 1, 1}, diagonal);
    return to.emit(
        "Conv",
        Element.FLOAT,
        Shapes.with(x.shape(), 3, channels + more),
        Layout.CHANNELS_FIRST,
        List.of(x, to.constant("/diagonal", filter)),
        Attribute.wholes("kernel_shape", 1, 1));
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
