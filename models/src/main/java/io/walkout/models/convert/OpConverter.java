package io.walkout.models.convert;

/** Turns one operator of TensorFlow into ONNX. */
@FunctionalInterface
interface OpConverter {
  /**
   * Adds the ONNX nodes that do what the node does, and tells the conversion what its outputs are.
   *
   * @param node the node, of the operator that this converter stands for
   * @param to where to add
   * @throws ConversionException if the node asks for something that ONNX, or this converter, can't
   */
  void convert(TfNode node, Conversion to);
}
