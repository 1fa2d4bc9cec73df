package io.walkout.models.convert;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every operator that can be converted, by TensorFlow's name. */
final class OpTable {
  private static final Map<String, OpConverter> TABLE = table();

  private OpTable() {}

  private static Map<String, OpConverter> table() {
    Map<String, OpConverter> table = new HashMap<>();
    ConvolutionOps.addTo(table);
    ElementwiseOps.addTo(table);
    PictureOps.addTo(table);
    ResizeOps.addTo(table);
    ShapeOps.addTo(table);
    PickOps.addTo(table);
    ReduceOps.addTo(table);
    return Map.copyOf(table);
  }

  /**
   * @throws ConversionException if the node's operator is not in the table
   */
  static OpConverter of(String file, TfNode node) {
    OpConverter converter = TABLE.get(node.op());
    if (converter == null) {
      throw new ConversionException(
          "operator "
              + node.op()
              + " (node '"
              + node.name()
              + "' of "
              + file
              + ") can't be"
              + " converted; known are "
              + names());
    }
    return converter;
  }

  /** Names of all operators that can be converted, sorted. */
  static Set<String> names() {
    return new TreeSet<>(TABLE.keySet());
  }
}
