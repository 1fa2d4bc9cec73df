package io.walkout.models.convert;

import java.util.Arrays;

/**
 * A tensor whose numbers are known at conversion: a weight, or shape arithmetic that was folded.
 * Rows of the last axis lie together. Not changed once made.
 */
final class Tensor {
  private final Element element;
  private final int[] shape;
  private final float[] floats;
  private final int[] ints;

  private Tensor(Element element, int[] shape, float[] floats, int[] ints) {
    this.element = element;
    this.shape = shape;
    this.floats = floats;
    this.ints = ints;
    int numbers = element == Element.FLOAT ? floats.length : ints.length;
    if (numbers != Shapes.size(shape)) {
      throw new ConversionException(
          "a tensor of shape " + Arrays.toString(shape) + " was given " + numbers + " numbers");
    }
  }

  static Tensor floats(int[] shape, float... numbers) {
    return new Tensor(Element.FLOAT, shape, numbers, new int[0]);
  }

  /**
   * @param element INT32, INT64 (for indices, which fit) or BOOL (0 and 1)
   */
  static Tensor ints(Element element, int[] shape, int... numbers) {
    return new Tensor(element, shape, new float[0], numbers);
  }

  /** A list of indices as ONNX wants them. */
  static Tensor indices(int... numbers) {
    return ints(Element.INT64, new int[] {numbers.length}, numbers);
  }

  Element element() {
    return element;
  }

  int[] shape() {
    return shape;
  }

  int rank() {
    return shape.length;
  }

  int size() {
    return element == Element.FLOAT ? floats.length : ints.length;
  }

  boolean isFloat() {
    return element == Element.FLOAT;
  }

  /** One number; whole numbers of 32 bits fit a double. */
  double number(int i) {
    return isFloat() ? floats[i] : ints[i];
  }

  float[] floats() {
    return floats;
  }

  int[] ints() {
    return ints;
  }

  /** The same numbers under another shape of the same size. */
  Tensor reshape(int... to) {
    return new Tensor(element, to, floats, ints);
  }

  /** The same whole numbers as another whole element type. */
  Tensor as(Element whole) {
    return new Tensor(whole, shape, floats, ints);
  }

  /**
   * Turns the axes.
   *
   * @param perm axis {@code i} of the result is axis {@code perm[i]} of this
   */
  Tensor transpose(int... perm) {
    int[] to = Shapes.permute(shape, perm);
    int[] stride = Shapes.permute(Shapes.strides(shape), perm);
    int[] from = new int[size()];
    int[] at = new int[to.length];
    int source = 0;
    for (int i = 0; i < from.length; i++) {
      from[i] = source;
      for (int axis = to.length - 1; axis >= 0; axis--) {
        source += stride[axis];
        if (++at[axis] < to[axis]) {
          break;
        }
        source -= stride[axis] * to[axis];
        at[axis] = 0;
      }
    }
    return pick(to, from);
  }

  /** A tensor of numbers of this one, by their positions. */
  Tensor pick(int[] to, int[] positions) {
    if (isFloat()) {
      float[] numbers = new float[positions.length];
      for (int i = 0; i < positions.length; i++) {
        numbers[i] = floats[positions[i]];
      }
      return floats(to, numbers);
    }
    int[] numbers = new int[positions.length];
    for (int i = 0; i < positions.length; i++) {
      numbers[i] = ints[positions[i]];
    }
    return ints(element, to, numbers);
  }
}
