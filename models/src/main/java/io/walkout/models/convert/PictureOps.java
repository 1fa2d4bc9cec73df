package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(Attribute.wholes("axes", 2, 3));
    attributes.add(Attribute.text("mode", nearest ? "nearest" : "linear"));
    attributes.add(Attribute.text("coordinate_transformation_mode", rule));
    if (nearest) {
      attributes.add(Attribute.text("nearest_mode", rounding));
    }
    int[] factor = factor(node, to, x, size.constant());
    Tensor known = size.constant();
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < 2; axis++) {
      shape[axis + 1] =
          known != null
              ? known.ints()[axis]
              : factor.length > 0 && shape[axis + 1] > 0
                  ? shape[axis + 1] * factor[axis]
                  : Shapes.UNKNOWN;
    }
    Value nothing = new Value("", Element.FLOAT, new int[0], Layout.PLAIN, null);
    List<Value> inputs = new ArrayList<>(List.of(x, nothing));
    if (factor.length > 0 && !rule.equals("align_corners")) {
      // runtimes have a faster way to enlarge by a whole factor, and see it only as a factor
      attributes.removeFirst();
      Tensor scales = Tensor.floats(new int[] {4}, 1, 1, factor[0], factor[1]);
      inputs.add(to.constant("/scales", scales));
    } else {
      inputs.add(nothing);
      inputs.add(to.int64(size));
    }
    to.set(
        node,
        to.emit(
            "Resize",
            x.element(),
            shape,
            Layout.CHANNELS_FIRST,
            inputs,
            attributes.toArray(AttributeProto[]::new)));
  }

  /**
   * By which whole numbers the rows and columns are multiplied, or nothing if that can't be seen:
   * from the sizes, or where they aren't known from how the graph makes the new size of the
   * picture's own, as Keras does: {@code shape(x)[1:3] * constant}.
   */
  private static int[] factor(TfNode node, Conversion to, Value x, @Nullable Tensor size) {
    int rows = x.shape()[1];
    int columns = x.shape()[2];
    if (size != null) {
      int[] made = size.ints();
      boolean whole = rows > 0 && columns > 0 && made[0] % rows == 0 && made[1] % columns == 0;
      return whole ? new int[] {made[0] / rows, made[1] / columns} : new int[0];
    }
    TfNode product = to.maker(node.inputs().get(1));
    TfNode slice = product.op().equals("Mul") ? to.maker(product.inputs().get(0)) : product;
    if (slice.equals(product) || !slice.op().equals("StridedSlice")) {
      return new int[0];
    }
    TfNode shape = to.maker(slice.inputs().get(0));
    Tensor times = to.in(product, 1).constant();
    int[] first = to.constant(slice, 1).ints();
    boolean own =
        shape.op().equals("Shape")
            && to.same(shape.inputs().get(0), node.inputs().get(0))
            && first.length == 1
            && first[0] == 1;
    return own && times != null && times.size() == 2 ? times.ints() : new int[0];
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
