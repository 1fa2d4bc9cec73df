package io.walkout.models.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators that only arrange numbers anew, or tell how many there are. */
final class ShapeOps {
  private ShapeOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("Reshape", ShapeOps::reshape);
    table.put("ExpandDims", ShapeOps::expand);
    table.put("Squeeze", ShapeOps::squeeze);
    table.put("Pack", ShapeOps::pack);
    table.put("Unpack", ShapeOps::unpack);
    table.put("ConcatV2", ShapeOps::concatenate);
    table.put("Split", ShapeOps::split);
    table.put("SplitV", ShapeOps::split);
    table.put("Shape", ShapeOps::shape);
    table.put("Size", ShapeOps::size);
    table.put("Fill", ShapeOps::fill);
    table.put("Range", ShapeOps::range);
    table.put("Tile", ShapeOps::tile);
  }

  private static void reshape(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    Value shape = to.in(node, 1);
    Tensor known = shape.constant();
    if (known == null) {
      int[] unknown = new int[shape.shape()[0]];
      Arrays.fill(unknown, Shapes.UNKNOWN);
      to.set(node, to.emit("Reshape", x.element(), unknown, List.of(x, to.int64(shape))));
      return;
    }
    int[] out = known.ints().clone();
    int rest = -1;
    int size = 1;
    for (int i = 0; i < out.length; i++) {
      if (out[i] < 0) {
        rest = i;
      } else {
        size *= out[i];
      }
    }
    if (rest >= 0 && Shapes.known(x.shape()) && size > 0) {
      out[rest] = Shapes.size(x.shape()) / size;
    }
    to.set(node, reshaped(to, x, out));
  }

  private static Value reshaped(Conversion to, Value x, int... shape) {
    // to ONNX a zero means "as before" unless told otherwise
    boolean empty = Arrays.stream(shape).anyMatch(axis -> axis == 0);
    return to.emit(
        "Reshape",
        x.element(),
        shape,
        List.of(x, to.indices("/shape", shape)),
        Attribute.whole("allowzero", empty ? 1 : 0));
  }

  private static void expand(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int axis = Shapes.axis(to.constant(node, 1).ints()[0], x.rank() + 1);
    to.set(node, unsqueezed(to, x, axis));
  }

  static Value unsqueezed(Conversion to, Value x, int axis) {
    return to.emit(
        "Unsqueeze",
        x.element(),
        Shapes.insert(x.shape(), axis, 1),
        List.of(x, to.indices("/axes", axis)));
  }

  static Value squeezed(Conversion to, Value x, int... axes) {
    int[] shape = x.shape();
    int[] sorted = Arrays.stream(axes).sorted().toArray();
    for (int i = sorted.length - 1; i >= 0; i--) {
      shape = Shapes.without(shape, sorted[i]);
    }
    return to.emit("Squeeze", x.element(), shape, List.of(x, to.indices("/axes", sorted)));
  }

  private static void squeeze(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int[] axes = node.wholes("squeeze_dims");
    if (axes.length == 0) {
      List<Integer> ones = new ArrayList<>();
      for (int axis = 0; axis < x.rank(); axis++) {
        if (x.shape()[axis] < 0) {
          throw new ConversionException(node.title() + " removes axes of unknown length");
        }
        if (x.shape()[axis] == 1) {
          ones.add(axis);
        }
      }
      axes = ones.stream().mapToInt(Integer::intValue).toArray();
    }
    int[] from = Arrays.stream(axes).map(axis -> Shapes.axis(axis, x.rank())).toArray();
    to.set(node, squeezed(to, x, from));
  }

  private static void pack(TfNode node, Conversion to) {
    int axis = Shapes.axis(node.whole("axis", 0), to.in(node, 0).rank() + 1);
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      parts.add(unsqueezed(to, to.plain(node, i), axis));
    }
    to.set(node, concatenated(to, parts, axis));
  }

  private static void unpack(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int axis = Shapes.axis(node.whole("axis", 0), x.rank());
    int parts = node.whole("num", 1);
    for (int i = 0; i < parts; i++) {
      Value part =
          parts == 1
              ? squeezed(to, x, axis)
              : to.emit(
                  "Gather",
                  x.element(),
                  Shapes.without(x.shape(), axis),
                  List.of(x, to.constant("/at", Tensor.ints(Element.INT64, new int[0], i))),
                  Attribute.whole("axis", axis));
      to.set(node, i, part);
    }
  }

  private static void concatenate(TfNode node, Conversion to) {
    int count = node.inputs().size() - 1;
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(to.in(node, i));
    }
    int axis = Shapes.axis(to.constant(node, count).ints()[0], parts.getFirst().rank());
    to.set(node, concatenated(to, parts, axis));
  }

  private static Value concatenated(Conversion to, List<Value> parts, int axis) {
    boolean first =
        parts.stream().anyMatch(Value::isChannelsFirst)
            && parts.stream().allMatch(part -> part.isChannelsFirst() || !part.isConstant());
    Layout layout = first ? Layout.CHANNELS_FIRST : Layout.PLAIN;
    int[] shape = parts.getFirst().shape().clone();
    shape[axis] = 0;
    for (Value part : parts) {
      int length = part.shape()[axis];
      shape[axis] = length < 0 || shape[axis] < 0 ? Shapes.UNKNOWN : shape[axis] + length;
    }
    return to.emit(
        "Concat",
        parts.getFirst().element(),
        shape,
        layout,
        parts.stream().map(part -> first ? to.channelsFirst(part) : to.plain(part)).toList(),
        Attribute.whole("axis", layout.axis(axis)));
  }

  private static void split(TfNode node, Conversion to) {
    boolean even = node.op().equals("Split");
    Value x = to.in(node, even ? 1 : 0);
    int axis = Shapes.axis(to.constant(node, even ? 0 : 2).ints()[0], x.rank());
    int length = x.shape()[axis];
    int[] lengths;
    if (even) {
      lengths = new int[node.whole("num_split", 1)];
      if (length < 0) {
        throw new ConversionException(node.title() + " splits an axis of unknown length");
      }
      Arrays.fill(lengths, length / lengths.length);
    } else {
      lengths = to.constant(node, 1).ints().clone();
      int known = Arrays.stream(lengths).filter(part -> part > 0).sum();
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = lengths[i] < 0 ? length - known : lengths[i];
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      names.add(to.graph().name(node.name() + ":" + i));
      int[] shape = Shapes.with(x.shape(), axis, lengths[i]);
      to.set(node, i, new Value(names.get(i), x.element(), shape, x.layout(), null));
    }
    to.graph()
        .add(
            "Split",
            List.of(x.name(), to.indices("/split", lengths).name()),
            names,
            Attribute.whole("axis", x.layout().axis(axis)));
  }

  private static void shape(TfNode node, Conversion to) {
    Value x = to.in(node, 0);
    if (Shapes.known(x.shape())) {
      Tensor known = Tensor.ints(Element.INT32, new int[] {x.rank()}, x.shape());
      to.set(node, to.constant("", known));
      return;
    }
    // the shape of a turned picture is asked of it as it lies, and put in order: a few numbers
    Value shape = to.emit("Shape", Element.INT64, new int[] {x.rank()}, List.of(x));
    if (x.isChannelsFirst()) {
      shape =
          to.emit(
              "Gather",
              Element.INT64,
              shape.shape(),
              List.of(shape, to.indices("/order", Layout.toPlain())));
    }
    to.set(node, to.cast(shape, Element.INT32));
  }

  private static void size(TfNode node, Conversion to) {
    Value x = to.in(node, 0);
    if (Shapes.known(x.shape())) {
      int size = Shapes.size(x.shape());
      to.set(node, to.constant("", Tensor.ints(Element.INT32, new int[0], size)));
      return;
    }
    to.set(node, to.cast(to.emit("Size", Element.INT64, new int[0], List.of(x)), Element.INT32));
  }

  private static void fill(TfNode node, Conversion to) {
    Value shape = to.in(node, 0);
    Value number = to.plain(node, 1);
    Tensor known = shape.constant();
    int[] out = new int[shape.shape()[0]];
    Arrays.fill(out, Shapes.UNKNOWN);
    to.set(
        node,
        to.emit(
            "Expand",
            number.element(),
            known == null ? out : known.ints(),
            List.of(number, to.int64(shape))));
  }

  private static void range(TfNode node, Conversion to) {
    List<Value> inputs = List.of(to.in(node, 0), to.in(node, 1), to.in(node, 2));
    to.set(node, to.emit("Range", inputs.getFirst().element(), new int[] {Shapes.UNKNOWN}, inputs));
  }

  private static void tile(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    Value times = to.in(node, 1);
    Tensor known = times.constant();
    int[] shape = x.shape().clone();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = known == null || shape[i] < 0 ? Shapes.UNKNOWN : shape[i] * known.ints()[i];
    }
    to.set(node, to.emit("Tile", x.element(), shape, List.of(x, to.int64(times))));
  }
}
