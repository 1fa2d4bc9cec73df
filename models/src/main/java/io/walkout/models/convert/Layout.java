package io.walkout.models.convert;

/** How the axes of a TensorFlow tensor lie in the ONNX tensor that holds its numbers. */
enum Layout {
  /** As TensorFlow has them. */
  PLAIN,
  /**
   * Four axes that TensorFlow has as batch, row, column, channel lie as batch, channel, row,
   * column, which is what ONNX's convolutions want.
   */
  CHANNELS_FIRST;

  /** Axis i of a channels-first tensor is this axis of TensorFlow's. */
  private static final int[] ROWS_LAST = {0, 3, 1, 2};

  /** Axis i of TensorFlow's tensor is this axis of the channels-first one. */
  private static final int[] CHANNELS_LAST = {0, 2, 3, 1};

  /** The permutation from TensorFlow's order to channels first. */
  static int[] toChannelsFirst() {
    return ROWS_LAST.clone();
  }

  /** The permutation from channels first to TensorFlow's order. */
  static int[] toPlain() {
    return CHANNELS_LAST.clone();
  }

  /** Where an axis of TensorFlow's lies. */
  int axis(int axis) {
    return this == PLAIN ? axis : CHANNELS_LAST[axis];
  }

  /** A list with an entry per axis of TensorFlow's, in the order in which the axes lie. */
  int[] order(int... perAxis) {
    return this == PLAIN ? perAxis : Shapes.permute(perAxis, ROWS_LAST);
  }
}
