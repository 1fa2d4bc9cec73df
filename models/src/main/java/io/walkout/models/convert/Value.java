package io.walkout.models.convert;

import org.jspecify.annotations.Nullable;

/**
 * What an output of a TensorFlow node has become.
 *
 * @param name of the ONNX tensor that holds it
 * @param element of the ONNX tensor, and of TensorFlow's
 * @param shape TensorFlow's, whatever the layout; axes of unknown length are {@link Shapes#UNKNOWN}
 * @param layout how the axes lie in the ONNX tensor
 * @param constant its numbers, if known; then the layout is plain
 */
record Value(String name, Element element, int[] shape, Layout layout, @Nullable Tensor constant) {

  int rank() {
    return shape.length;
  }

  boolean isConstant() {
    return constant != null;
  }

  boolean isChannelsFirst() {
    return layout == Layout.CHANNELS_FIRST;
  }

  Value named(String name) {
    return new Value(name, element, shape, layout, null);
  }

  /** The same ONNX tensor seen as another of TensorFlow's. */
  Value seenAs(int[] shape, Layout layout) {
    return new Value(name, element, shape, layout, null);
  }
}
