package io.walkout.models.convert;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out at conversion what does not depend on the picture: arithmetic of shapes, and of
 * weights. It walks along with the conversion, node by node, because only then are shapes known.
 * What it can't work out is converted like any other node; nothing is lost but a little time at the
 * net's start.
 */
final class ConstantFolding {
  /** Works out all outputs of a node from its inputs. */
  @FunctionalInterface
  interface Rule {
    Tensor[] apply(TfNode node, Tensor[] inputs);
  }

  /**
   * Larger results are left to the runtime: a constant of 16 MB in the file is no gain over the
   * small ones that it is made of.
   */
  private static final int MOST_NUMBERS = 1 << 22;

  private static final Map<String, Rule> RULES = rules();

  private ConstantFolding() {}

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    FoldArithmetic.addTo(rules);
    FoldArrangement.addTo(rules);
    return Map.copyOf(rules);
  }

  /**
   * @param inputs the node's, if all are known
   * @return its outputs, or null if there is no rule for the operator
   */
  static Tensor @Nullable [] fold(TfNode node, Tensor[] inputs) {
    Rule rule = RULES.get(node.op());
    if (rule == null || inputs.length == 0) {
      return null;
    }
    Tensor[] outputs = rule.apply(node, inputs);
    for (Tensor output : outputs) {
      if (output.size() > MOST_NUMBERS) {
        return null;
      }
    }
    return outputs;
  }
}
