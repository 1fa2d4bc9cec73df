package io.walkout.models.convert;

import java.util.Arrays;
import java.util.Map;

/** Folds operators that only arrange numbers anew. */
final class FoldArrangement {
  private FoldArrangement() {}

  static void addTo(Map<String, ConstantFolding.Rule> rules) {
    rules.put("Reshape", (node, in) -> one(reshape(in[0], in[1].ints())));
    rules.put("ExpandDims", (node, in) -> one(expand(in[0], in[1].ints()[0])));
    rules.put("Squeeze", FoldArrangement::squeeze);
    rules.put("Transpose", (node, in) -> one(in[0].transpose(in[1].ints())));
    rules.put("Pack", FoldArrangement::pack);
    rules.put("Unpack", FoldArrangement::unpack);
    rules.put("ConcatV2", FoldArrangement::concatenate);
    rules.put("Fill", (node, in) -> one(broadcast(in[1], in[0].ints())));
    rules.put("Tile", FoldArrangement::tile);
    rules.put("Range", FoldArrangement::range);
    rules.put("SparseToDense", FoldArrangement::dense);
    rules.put("StridedSlice", FoldArrangement::stridedSlice);
    rules.put(
        "Shape",
        (node, in) ->
            one(Tensor.ints(Element.INT32, new int[] {in[0].rank()}, in[0].shape().clone())));
    rules.put("Size", (node, in) -> one(Tensor.ints(Element.INT32, new int[0], in[0].size())));
  }

  private static Tensor[] one(Tensor tensor) {
    return new Tensor[] {tensor};
  }

  private static Tensor reshape(Tensor x, int... shape) {
    int[] to = shape.clone();
    int size = 1;
    int rest = -1;
    for (int i = 0; i < to.length; i++) {
      if (to[i] < 0) {
        rest = i;
      } else {
        size *= to[i];
      }
    }
    if (rest >= 0) {
      to[rest] = x.size() / Math.max(1, size);
    }
    return x.reshape(to);
  }

  private static Tensor expand(Tensor x, int axis) {
    return x.reshape(Shapes.insert(x.shape(), Shapes.axis(axis, x.rank() + 1), 1));
  }

  private static Tensor[] squeeze(TfNode node, Tensor... in) {
    int[] named = node.wholes("squeeze_dims");
    int rank = in[0].rank();
    int[] shape = in[0].shape();
    for (int axis = rank - 1; axis >= 0; axis--) {
      int at = axis;
      boolean goes =
          named.length == 0
              ? shape[axis] == 1
              : Arrays.stream(named).anyMatch(a -> Shapes.axis(a, rank) == at);
      shape = goes ? Shapes.without(shape, axis) : shape;
    }
    return one(in[0].reshape(shape));
  }

  private static Tensor[] pack(TfNode node, Tensor... in) {
    int axis = Shapes.axis(node.whole("axis", 0), in[0].rank() + 1);
    Tensor[] parts = Arrays.stream(in).map(part -> expand(part, axis)).toArray(Tensor[]::new);
    return one(join(parts, axis));
  }

  private static Tensor[] unpack(TfNode node, Tensor... in) {
    int axis = Shapes.axis(node.whole("axis", 0), in[0].rank());
    int[] all = in[0].shape();
    Tensor[] parts = new Tensor[all[axis]];
    for (int i = 0; i < parts.length; i++) {
      Tensor part = cut(in[0], axis, i, 1, 1);
      parts[i] = part.reshape(Shapes.without(all, axis));
    }
    return parts;
  }

  private static Tensor[] concatenate(TfNode node, Tensor... in) {
    Tensor[] parts = Arrays.copyOf(in, in.length - 1);
    return one(join(parts, Shapes.axis(in[in.length - 1].ints()[0], parts[0].rank())));
  }

  /** Tensors one after the other along an axis. */
  private static Tensor join(Tensor[] parts, int axis) {
    int[] shape = parts[0].shape().clone();
    shape[axis] = Arrays.stream(parts).mapToInt(part -> part.shape()[axis]).sum();
    int outer = 1;
    for (int i = 0; i < axis; i++) {
      outer *= shape[i];
    }
    boolean floats = parts[0].isFloat();
    float[] f = new float[floats ? Shapes.size(shape) : 0];
    int[] n = new int[floats ? 0 : Shapes.size(shape)];
    int at = 0;
    for (int row = 0; row < outer; row++) {
      for (Tensor part : parts) {
        int length = part.size() / outer;
        Object from = floats ? part.floats() : part.ints();
        System.arraycopy(from, row * length, floats ? f : n, at, length);
        at += length;
      }
    }
    return floats ? Tensor.floats(shape, f) : Tensor.ints(parts[0].element(), shape, n);
  }

  /** Repeats axes of length one, and leading axes, by numpy's rule. */
  static Tensor broadcast(Tensor x, int... shape) {
    if (Arrays.equals(x.shape(), shape)) {
      return x;
    }
    int lead = shape.length - x.rank();
    int[] strides = new int[shape.length];
    int[] own = Shapes.strides(x.shape());
    for (int i = 0; i < x.rank(); i++) {
      strides[lead + i] = x.shape()[i] == 1 ? 0 : own[i];
    }
    int[] from = new int[Shapes.size(shape)];
    int[] steps = Shapes.strides(shape);
    for (int i = 0; i < from.length; i++) {
      for (int axis = 0; axis < shape.length; axis++) {
        from[i] += i / steps[axis] % shape[axis] * strides[axis];
      }
    }
    return x.pick(shape, from);
  }

  private static Tensor[] tile(TfNode node, Tensor... in) {
    Tensor x = in[0];
    for (int axis = 0; axis < x.rank(); axis++) {
      Tensor[] copies = new Tensor[in[1].ints()[axis]];
      Arrays.fill(copies, x);
      x = join(copies, axis);
    }
    return one(x);
  }

  private static Tensor[] range(TfNode node, Tensor... in) {
    double start = in[0].number(0);
    double step = in[2].number(0);
    int count = (int) Math.max(0, Math.ceil((in[1].number(0) - start) / step));
    float[] floats = new float[in[0].isFloat() ? count : 0];
    int[] ints = new int[in[0].isFloat() ? 0 : count];
    for (int i = 0; i < count; i++) {
      if (in[0].isFloat()) {
        floats[i] = (float) (start + i * step);
      } else {
        ints[i] = (int) (start + i * step);
      }
    }
    int[] shape = {count};
    return one(
        in[0].isFloat() ? Tensor.floats(shape, floats) : Tensor.ints(in[0].element(), shape, ints));
  }

  /** Places, shape, numbers and the number elsewhere. */
  private static Tensor[] dense(TfNode node, Tensor... in) {
    int[] shape = in[1].ints();
    Tensor everywhere = broadcast(in[3], shape);
    int[] strides = Shapes.strides(shape);
    float[] floats = everywhere.floats().clone();
    int[] ints = everywhere.ints().clone();
    int places = in[0].rank() < 2 ? in[0].size() : in[0].shape()[0];
    int depth = places == 0 ? 0 : in[0].size() / places;
    for (int i = 0; i < places; i++) {
      int at = 0;
      for (int axis = 0; axis < depth; axis++) {
        at += in[0].ints()[i * depth + axis] * strides[axis];
      }
      int from = in[2].size() == 1 ? 0 : i;
      if (everywhere.isFloat()) {
        floats[at] = in[2].floats()[from];
      } else {
        ints[at] = in[2].ints()[from];
      }
    }
    return one(
        everywhere.isFloat()
            ? Tensor.floats(shape, floats)
            : Tensor.ints(everywhere.element(), shape, ints));
  }

  private static Tensor[] stridedSlice(TfNode node, Tensor... in) {
    PickOps.Cut cut = PickOps.cut(node, in[1].ints(), in[2].ints(), in[3].ints(), in[0].rank());
    Tensor x = in[0];
    for (int i = 0; i < cut.axes.size(); i++) {
      int axis = cut.axes.get(i);
      int length = x.shape()[axis];
      int step = cut.steps.get(i);
      int count = PickOps.length(length, cut.starts.get(i), cut.ends.get(i), step);
      int start = PickOps.first(length, cut.starts.get(i), step);
      x = cut(x, axis, start, count, step);
    }
    int[] shape = x.shape();
    for (int i = cut.removed.size() - 1; i >= 0; i--) {
      shape = Shapes.without(shape, cut.removed.get(i));
    }
    for (int axis : cut.added) {
      shape = Shapes.insert(shape, axis, 1);
    }
    return one(x.reshape(shape));
  }

  private static Tensor cut(Tensor x, int axis, int start, int count, int step) {
    int[] shape = Shapes.with(x.shape(), axis, count);
    int[] inner = Shapes.strides(x.shape());
    int[] steps = Shapes.strides(shape);
    int[] from = new int[Shapes.size(shape)];
    for (int i = 0; i < from.length; i++) {
      for (int a = 0; a < shape.length; a++) {
        int at = i / steps[a] % shape[a];
        from[i] += (a == axis ? start + at * step : at) * inner[a];
      }
    }
    return x.pick(shape, from);
  }
}
