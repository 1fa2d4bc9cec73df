package io.walkout.models.convert;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Folds operators that treat numbers alone or pair by pair. They are computed in double precision
 * and rounded once: for sums, products, quotients and roots of floats that is the float result.
 */
final class FoldArithmetic {
  private FoldArithmetic() {}

  static void addTo(Map<String, ConstantFolding.Rule> rules) {
    pairs(rules, "Add", Double::sum);
    pairs(rules, "AddV2", Double::sum);
    pairs(rules, "Sub", (a, b) -> a - b);
    pairs(rules, "Mul", (a, b) -> a * b);
    pairs(rules, "RealDiv", (a, b) -> a / b);
    pairs(rules, "FloorDiv", (a, b) -> Math.floor(a / b));
    pairs(rules, "Maximum", Math::max);
    pairs(rules, "Minimum", Math::min);
    claims(rules, "Less", (a, b) -> a < b ? 1 : 0);
    claims(rules, "LessEqual", (a, b) -> a <= b ? 1 : 0);
    claims(rules, "Greater", (a, b) -> a > b ? 1 : 0);
    claims(rules, "GreaterEqual", (a, b) -> a >= b ? 1 : 0);
    claims(rules, "Equal", (a, b) -> a == b ? 1 : 0);
    claims(rules, "LogicalAnd", Math::min);
    alone(rules, "Abs", Math::abs);
    alone(rules, "Neg", a -> -a);
    alone(rules, "Sqrt", Math::sqrt);
    alone(rules, "Reciprocal", a -> 1 / a);
    alone(rules, "Identity", a -> a);
    rules.put("Cast", (node, in) -> one(each(in[0], node.element("DstT"), a -> a)));
  }

  private static void pairs(
      Map<String, ConstantFolding.Rule> rules, String op, DoubleBinaryOperator rule) {
    rules.put(op, (node, in) -> one(pair(in[0], in[1], in[0].element(), rule)));
  }

  private static void claims(
      Map<String, ConstantFolding.Rule> rules, String op, DoubleBinaryOperator rule) {
    rules.put(op, (node, in) -> one(pair(in[0], in[1], Element.BOOL, rule)));
  }

  private static void alone(
      Map<String, ConstantFolding.Rule> rules, String op, DoubleUnaryOperator rule) {
    rules.put(op, (node, in) -> one(each(in[0], in[0].element(), rule)));
  }

  private static Tensor[] one(Tensor tensor) {
    return new Tensor[] {tensor};
  }

  private static Tensor each(Tensor x, Element element, DoubleUnaryOperator rule) {
    double[] out = new double[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = rule.applyAsDouble(x.number(i));
    }
    return tensor(element, x.shape(), out);
  }

  private static Tensor pair(Tensor a, Tensor b, Element element, DoubleBinaryOperator rule) {
    int[] shape = Shapes.broadcast(a.shape(), b.shape());
    Tensor x = FoldArrangement.broadcast(a, shape);
    Tensor y = FoldArrangement.broadcast(b, shape);
    double[] out = new double[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = rule.applyAsDouble(x.number(i), y.number(i));
    }
    return tensor(element, shape, out);
  }

  private static Tensor tensor(Element element, int[] shape, double... numbers) {
    if (element == Element.FLOAT) {
      float[] floats = new float[numbers.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) numbers[i];
      }
      return Tensor.floats(shape, floats);
    }
    int[] ints = new int[numbers.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = element == Element.BOOL ? (numbers[i] != 0 ? 1 : 0) : (int) numbers[i];
    }
    return Tensor.ints(element, shape, ints);
  }
}
