package io.walkout.models.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators that make one number, or a ranking, of many. */
final class ReduceOps {
  private ReduceOps() {}

  static void addTo(Map<String, OpConverter> table) {
    table.put("Mean", (node, to) -> reduce(node, to, "ReduceMean"));
    table.put("Sum", (node, to) -> reduce(node, to, "ReduceSum"));
    table.put("Max", (node, to) -> reduce(node, to, "ReduceMax"));
    table.put("Min", (node, to) -> reduce(node, to, "ReduceMin"));
    table.put("Prod", (node, to) -> reduce(node, to, "ReduceProd"));
    table.put("ArgMax", (node, to) -> place(node, to, "ArgMax"));
    table.put("ArgMin", (node, to) -> place(node, to, "ArgMin"));
    table.put("Softmax", ReduceOps::softmax);
    table.put("TopKV2", ReduceOps::best);
  }

  private static void reduce(TfNode node, Conversion to, String op) {
    Value x = to.in(node, 0);
    int rank = x.rank();
    boolean kept = node.flag("keep_dims") || node.flag("keepdims");
    int[] axes =
        Arrays.stream(to.constant(node, 1).ints()).map(a -> Shapes.axis(a, rank)).toArray();
    Arrays.sort(axes);
    boolean overPicture = Arrays.equals(axes, new int[] {1, 2});
    if (x.isChannelsFirst() && !kept && !overPicture) {
      x = to.plain(x); // what remains would lie in another order
    }
    int[] shape = x.shape().clone();
    for (int i = axes.length - 1; i >= 0; i--) {
      shape = kept ? Shapes.with(shape, axes[i], 1) : Shapes.without(shape, axes[i]);
    }
    Layout from = x.layout();
    int[] lying = Arrays.stream(axes).map(from::axis).sorted().toArray();
    to.set(
        node,
        to.emit(
            op,
            x.element(),
            shape,
            kept ? from : Layout.PLAIN,
            List.of(x, to.indices("/axes", lying)),
            Attribute.whole("keepdims", kept ? 1 : 0)));
  }

  /** The first of several equal ones, in both. */
  private static void place(TfNode node, Conversion to, String op) {
    Value x = to.plain(node, 0);
    int axis = Shapes.axis(to.constant(node, 1).ints()[0], x.rank());
    Value place =
        to.emit(
            op,
            Element.INT64,
            Shapes.without(x.shape(), axis),
            List.of(x),
            Attribute.whole("axis", axis),
            Attribute.whole("keepdims", 0));
    to.set(node, to.cast(place, Element.INT32));
  }

  private static void softmax(TfNode node, Conversion to) {
    Value x = to.in(node, 0);
    int axis = x.layout().axis(x.rank() - 1);
    to.set(
        node,
        to.emit(
            "Softmax",
            x.element(),
            x.shape(),
            x.layout(),
            List.of(x),
            Attribute.whole("axis", axis)));
  }

  private static void best(TfNode node, Conversion to) {
    Value x = to.plain(node, 0);
    int count = to.constant(node, 1).ints()[0];
    int[] shape = Shapes.with(x.shape(), x.rank() - 1, count);
    String values = to.graph().name(node.name());
    String places = to.graph().name(node.name() + "/places");
    to.graph()
        .add(
            "TopK",
            List.of(x.name(), to.indices("/count", count).name()),
            List.of(values, places),
            Attribute.whole("axis", -1),
            Attribute.whole("sorted", node.flag("sorted") ? 1 : 0));
    to.set(node, 0, new Value(values, x.element(), shape, Layout.PLAIN, null));
    Value found = new Value(places, Element.INT64, shape, Layout.PLAIN, null);
    to.set(node, 1, to.cast(found, Element.INT32));
  }
}
