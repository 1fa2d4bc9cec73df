package io.walkout.models.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators that take some numbers of a tensor: slices, and gathering by position. */
final class PickOps {
  /** Past either end of any axis, in ONNX's terms. */
  private static final int END = Integer.MAX_VALUE;

  private PickOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("StridedSlice", PickOps::stridedSlice);
    table.put("Slice", PickOps::slice);
    table.put("GatherV2", PickOps::gather);
    table.put("GatherNd", PickOps::gatherNd);
  }

  /** What a StridedSlice does, axis by axis of its input. */
  static final class Cut {
    final List<Integer> starts = new ArrayList<>();
    final List<Integer> ends = new ArrayList<>();
    final List<Integer> axes = new ArrayList<>();
    final List<Integer> steps = new ArrayList<>();
    final List<Integer> removed = new ArrayList<>();
    final List<Integer> added = new ArrayList<>();

    void take(int axis, int start, int end, int step) {
      axes.add(axis);
      starts.add(start);
      ends.add(end);
      steps.add(step);
    }
  }

  private static void stridedSlice(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int[] begin = to.constant(node, 1).ints();
    int[] end = to.constant(node, 2).ints();
    Cut cut = cut(node, begin, end, to.constant(node, 3).ints(), x.rank());
    Value result = x;
    if (!cut.axes.isEmpty()) {
      result = sliced(to, x, cut.starts, cut.ends, cut.axes, cut.steps);
    }
    if (!cut.removed.isEmpty()) {
      result = ShapeOps.squeezed(to, result, ints(cut.removed));
    }
    for (int axis : cut.added) { // ascending: each is an axis of the result
      result = ShapeOps.unsqueezed(to, result, axis);
    }
    to.set(node, result);
  }

  /** Reads the masks, which say what each of the three lists' entries means. */
  static Cut cut(TfNode node, int[] begin, int[] end, int[] step, int rank) {
    int newAxes = node.whole("new_axis_mask", 0);
    int ellipsis = node.whole("ellipsis_mask", 0);
    int shrunk = node.whole("shrink_axis_mask", 0);
    Cut cut = new Cut();
    int axis = 0;
    int axisOut = 0;
    for (int i = 0; i < begin.length; i++) {
      int bit = 1 << i;
      if ((ellipsis & bit) != 0) {
        int after = begin.length - i - 1 - Integer.bitCount(newAxes >>> (i + 1));
        axisOut += rank - after - axis;
        axis = rank - after;
      } else if ((newAxes & bit) != 0) {
        cut.added.add(axisOut++);
      } else if ((shrunk & bit) != 0) {
        cut.take(axis, begin[i], begin[i] == -1 ? END : begin[i] + 1, 1);
        cut.removed.add(axis++);
      } else {
        boolean fromStart = (node.whole("begin_mask", 0) & bit) != 0;
        boolean toEnd = (node.whole("end_mask", 0) & bit) != 0;
        if (!(fromStart && toEnd && step[i] == 1)) {
          int first = step[i] > 0 ? 0 : END;
          int last = step[i] > 0 ? END : -END;
          cut.take(axis, fromStart ? first : begin[i], toEnd ? last : end[i], step[i]);
        }
        axis++;
        axisOut++;
      }
    }
    return cut;
  }

  private static Value sliced(
      Conversion to,
      Value x,
      List<Integer> starts,
      List<Integer> ends,
      List<Integer> axes,
      List<Integer> steps) {
    int[] shape = x.shape().clone();
    for (int i = 0; i < axes.size(); i++) {
      int axis = axes.get(i);
      shape[axis] = length(shape[axis], starts.get(i), ends.get(i), steps.get(i));
    }
    return to.emit(
        "Slice",
        x.element(),
        shape,
        List.of(
            x,
            to.indices("/starts", ints(starts)),
            to.indices("/ends", ints(ends)),
            to.indices("/axes", ints(axes)),
            to.indices("/steps", ints(steps))));
  }

  /** How many numbers a slice takes of an axis. */
  static int length(int axis, int start, int end, int step) {
    if (axis < 0) {
      boolean one = step == 1 && start != END && (long) end - start == 1;
      return one || (start == -1 && end == END) ? 1 : Shapes.UNKNOWN;
    }
    int most = step > 0 ? axis : axis - 1;
    int least = step > 0 ? 0 : -1;
    long from = first(axis, start, step);
    long until = Math.clamp(end == -END ? -1L : (long) end + (end < 0 ? axis : 0), least, most);
    return (int) Math.max(0, Math.ceilDiv(until - from, step));
  }

  /** The first number of an axis of known length that a slice takes. */
  static int first(int axis, int start, int step) {
    long from = (long) start + (start < 0 ? axis : 0);
    return Math.clamp(from, 0, step > 0 ? axis : axis - 1);
  }

  private static void slice(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int[] begin = to.constant(node, 1).ints();
    int[] size = to.constant(node, 2).ints();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < begin.length; i++) {
      starts.add(begin[i]);
      ends.add(size[i] < 0 ? END : begin[i] + size[i]);
    }
    List<Integer> axes = Arrays.stream(Shapes.range(begin.length)).boxed().toList();
    List<Integer> steps = axes.stream().map(axis -> 1).toList();
    to.set(node, sliced(to, x, starts, ends, axes, steps));
  }

  private static void gather(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    Value positions = to.plain(node, 1);
    int axis = Shapes.axis(to.constant(node, 2).ints()[0], x.rank());
    if (node.whole("batch_dims", 0) != 0) {
      throw new ConversionException(node.title() + " gathers by batch, which isn't converted");
    }
    int[] shape = Shapes.without(x.shape(), axis);
    for (int i = 0; i < positions.rank(); i++) {
      shape = Shapes.insert(shape, axis + i, positions.shape()[i]);
    }
    to.set(
        node,
        to.emit(
            "Gather",
            x.element(),
            shape,
            List.of(x, to.int64(positions)),
            Attribute.whole("axis", axis)));
  }

  private static void gatherNd(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    Value positions = to.plain(node, 1);
    int last = positions.rank() - 1;
    int depth = positions.shape()[last];
    if (depth < 0) {
      throw new ConversionException(node.title() + " gathers by positions of unknown length");
    }
    int[] shape = Arrays.copyOf(positions.shape(), last + x.rank() - depth);
    System.arraycopy(x.shape(), depth, shape, last, x.rank() - depth);
    to.set(node, to.emit("GatherND", x.element(), shape, List.of(x, to.int64(positions))));
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
