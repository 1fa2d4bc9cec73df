package io.walkout.models.convert;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures made larger or smaller. */
final class ResizeOps {
  private ResizeOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("ResizeBilinear", ResizeOps::resize);
    table.put("ResizeNearestNeighbor", ResizeOps::resize);
  }

  private static void resize(TfNode node, Conversion to) {
    Value x = to.channelsFirst(to.in(node, 0));
    Value size = to.in(node, 1);
    int[] factor = factor(node, to, x, size.constant());
    Value nothing = new Value("", Element.FLOAT, new int[0], Layout.PLAIN, null);
    List<Value> inputs = new ArrayList<>(List.of(x, nothing));
    if (factor.length > 0 && !node.flag("align_corners")) {
      // runtimes have a faster way to enlarge by a whole factor, and see it only as a factor
      Tensor scales = Tensor.floats(new int[] {4}, 1, 1, factor[0], factor[1]);
      inputs.add(to.constant("/scales", scales));
    } else {
      inputs.add(nothing);
      inputs.add(wholeSize(to, x, size));
    }
    to.set(
        node,
        to.emit(
            "Resize",
            x.element(),
            shapeOut(x, factor, size.constant()),
            Layout.CHANNELS_FIRST,
            inputs,
            rules(node)));
  }

  /**
   * TensorFlow has three rules for which point of the picture a pixel of the result looks at; each
   * has its name in ONNX, and its own rounding for the nearest pixel.
   */
  private static AttributeProto[] rules(TfNode node) {
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
    attributes.add(Attribute.text("mode", nearest ? "nearest" : "linear"));
    attributes.add(Attribute.text("coordinate_transformation_mode", rule));
    if (nearest) {
      attributes.add(Attribute.text("nearest_mode", rounding));
    }
    return attributes.toArray(AttributeProto[]::new);
  }

  private static int[] shapeOut(Value x, int[] factor, @Nullable Tensor size) {
    int[] shape = x.shape().clone();
    for (int axis = 0; axis < 2; axis++) {
      int length = shape[axis + 1];
      int made = factor.length > 0 && length > 0 ? length * factor[axis] : Shapes.UNKNOWN;
      shape[axis + 1] = size == null ? made : size.ints()[axis];
    }
    return shape;
  }

  /**
   * The new size with batch and channels before rows and columns. ONNX has an attribute that says
   * that only the latter are given, but with it ONNX Runtime 1.29 refuses a Resize behind a
   * Transpose.
   */
  private static Value wholeSize(Conversion to, Value x, Value size) {
    Tensor known = size.constant();
    int[] shape = x.shape();
    if (known != null && shape[0] > 0 && shape[3] > 0) {
      int[] made = known.ints();
      return to.indices("/size", shape[0], shape[3], made[0], made[1]);
    }
    Value own = to.emit("Shape", Element.INT64, new int[] {4}, List.of(x));
    Value kept =
        to.emit("Gather", Element.INT64, new int[] {2}, List.of(own, to.indices("/kept", 0, 1)));
    return to.emit(
        "Concat",
        Element.INT64,
        new int[] {4},
        List.of(kept, to.int64(size)),
        Attribute.whole("axis", 0));
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
    if (!product.op().equals("Mul")) {
      return new int[0];
    }
    TfNode slice = to.maker(product.inputs().get(0));
    if (!slice.op().equals("StridedSlice")) {
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
}
