package io.walkout.models.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Operators that treat each number alone, or numbers of several tensors pair by pair. */
final class ElementwiseOps {
  /** Those that have the same meaning under another name, or the same. */
  private static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("Relu", "Relu"),
          Map.entry("Elu", "Elu"),
          Map.entry("Sigmoid", "Sigmoid"),
          Map.entry("Tanh", "Tanh"),
          Map.entry("Exp", "Exp"),
          Map.entry("Log", "Log"),
          Map.entry("Sqrt", "Sqrt"),
          Map.entry("Abs", "Abs"),
          Map.entry("Neg", "Neg"),
          Map.entry("Floor", "Floor"),
          Map.entry("Ceil", "Ceil"),
          Map.entry("Round", "Round"),
          Map.entry("Sign", "Sign"),
          Map.entry("Reciprocal", "Reciprocal"),
          Map.entry("Softplus", "Softplus"),
          Map.entry("LogicalNot", "Not"));

  private static final Map<String, String> IN_PAIRS =
      Map.ofEntries(
          Map.entry("Add", "Add"),
          Map.entry("AddV2", "Add"),
          Map.entry("BiasAdd", "Add"),
          Map.entry("Sub", "Sub"),
          Map.entry("Mul", "Mul"),
          Map.entry("RealDiv", "Div"),
          Map.entry("Maximum", "Max"),
          Map.entry("Minimum", "Min"),
          Map.entry("Pow", "Pow"),
          Map.entry("Prelu", "PRelu"));

  private static final Map<String, String> CLAIMS =
      Map.of(
          "Equal", "Equal",
          "Less", "Less",
          "LessEqual", "LessOrEqual",
          "Greater", "Greater",
          "GreaterEqual", "GreaterOrEqual",
          "LogicalAnd", "And",
          "LogicalOr", "Or");

  private ElementwiseOps() {}

  static void addTo(Map<String, OpConverter> table) {
    ALONE.forEach(
        (tf, onnx) ->
            table.put(tf, (node, to) -> to.set(node, activation(to, onnx, to.in(node, 0)))));
    IN_PAIRS.forEach(
        (tf, onnx) ->
            table.put(
                tf, (node, to) -> to.set(node, combine(to, onnx, to.in(node, 0), to.in(node, 1)))));
    CLAIMS.forEach(
        (tf, onnx) ->
            table.put(
                tf,
                (node, to) ->
                    to.set(
                        node,
                        combine(to, onnx, Element.BOOL, List.of(to.in(node, 0), to.in(node, 1))))));
    table.put("Relu6", (node, to) -> to.set(node, activation(to, "Relu6", to.in(node, 0))));
    table.put(
        "LeakyRelu",
        (node, to) -> to.set(node, leaky(to, to.in(node, 0), node.real("alpha", 0.2f))));
    table.put("AddN", ElementwiseOps::addAll);
    table.put("Square", (node, to) -> to.set(node, square(to, to.in(node, 0))));
    table.put(
        "SquaredDifference",
        (node, to) -> to.set(node, square(to, combine(to, "Sub", to.in(node, 0), to.in(node, 1)))));
    table.put(
        "Rsqrt",
        (node, to) ->
            to.set(node, activation(to, "Reciprocal", activation(to, "Sqrt", to.in(node, 0)))));
    table.put("FloorDiv", ElementwiseOps::floorDivision);
    table.put("Cast", (node, to) -> to.set(node, to.cast(to.in(node, 0), node.element("DstT"))));
    table.put("Identity", (node, to) -> to.set(node, to.in(node, 0)));
    table.put("Select", ElementwiseOps::select);
    table.put("SelectV2", ElementwiseOps::select);
  }

  /** An operator on one tensor that keeps its shape, element and layout. */
  static Value activation(Conversion to, String op, Value x) {
    if (op.equals("Relu6")) {
      Value least = to.constant("/least", Tensor.floats(new int[0], 0));
      Value most = to.constant("/most", Tensor.floats(new int[0], 6));
      return to.emit("Clip", x.element(), x.shape(), x.layout(), List.of(x, least, most));
    }
    return to.emit(op, x.element(), x.shape(), x.layout(), List.of(x));
  }

  static Value leaky(Conversion to, Value x, float alpha) {
    return to.emit(
        "LeakyRelu",
        x.element(),
        x.shape(),
        x.layout(),
        List.of(x),
        Attribute.real("alpha", alpha));
  }

  static Value combine(Conversion to, String op, Value a, Value b) {
    return combine(to, op, a.element(), List.of(a, b));
  }

  /**
   * An operator on several tensors that broadcasts. Pictures stay channels first if all others can
   * be turned: constants can, and so can what has four axes.
   */
  static Value combine(Conversion to, String op, Element element, List<Value> inputs) {
    boolean some = inputs.stream().anyMatch(Value::isChannelsFirst);
    boolean all = inputs.stream().allMatch(ElementwiseOps::canTurn);
    int[] shape = inputs.getFirst().shape();
    for (Value input : inputs) {
      shape = Shapes.broadcast(shape, input.shape());
    }
    Layout layout = some && all ? Layout.CHANNELS_FIRST : Layout.PLAIN;
    List<Value> turned =
        inputs.stream().map(v -> some && all ? to.channelsFirst(v) : to.plain(v)).toList();
    return to.emit(op, element, shape, layout, turned);
  }

  private static boolean canTurn(Value value) {
    return value.rank() == 0 || value.rank() == 4 || (value.isConstant() && value.rank() < 4);
  }

  private static Value square(Conversion to, Value x) {
    return to.emit("Mul", x.element(), x.shape(), x.layout(), List.of(x, x));
  }

  private static void addAll(TfNode node, Conversion to) {
    Value sum = to.in(node, 0);
    for (int i = 1; i < node.inputs().size(); i++) {
      sum = combine(to, "Add", sum, to.in(node, i));
    }
    to.set(node, sum);
  }

  /** TensorFlow rounds down; ONNX's division of whole numbers rounds towards zero. */
  private static void floorDivision(TfNode node, Conversion to) {
    Value a = to.in(node, 0);
    Value b = to.in(node, 1);
    if (a.element() == Element.FLOAT) {
      to.set(node, activation(to, "Floor", combine(to, "Div", a, b)));
      return;
    }
    Value rest = combine(to, "Mod", a, b); // has the divisor's sign
    to.set(node, combine(to, "Div", combine(to, "Sub", a, rest), b));
  }

  private static void select(TfNode node, Conversion to) {
    Value claim = to.in(node, 0);
    Value yes = to.in(node, 1);
    Value no = to.in(node, 2);
    if (node.op().equals("Select") && claim.rank() == 1 && yes.rank() > 1) {
      // the older operator's list of claims goes along the first axis, not the last
      int[] shape = new int[yes.rank()];
      Arrays.fill(shape, 1);
      shape[0] = -1;
      claim =
          to.emit(
              "Reshape",
              Element.BOOL,
              Shapes.with(shape, 0, claim.shape()[0]),
              List.of(claim, to.indices("/shape", shape)));
    }
    to.set(node, combine(to, "Where", yes.element(), List.of(claim, yes, no)));
  }
}
