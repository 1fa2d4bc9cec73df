package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;
import java.util.Arrays;

/**
 * One input or output of a net, as its file states it.
 *
 * @param name its name in the file
 * @param type of its numbers
 * @param shape sides, outermost first; -1 where the file leaves one open
 */
record NetPort(String name, OnnxJavaType type, long[] shape) {
  /** Whether it has these sides; -1 on either side agrees with everything. */
  boolean fits(OnnxJavaType wanted, long... sides) {
    if (type != wanted || shape.length != sides.length) {
      return false;
    }
    for (int i = 0; i < sides.length; i++) {
      if (shape[i] != sides[i] && shape[i] >= 0 && sides[i] >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Such as {@code float32[1,3,416,416] 'images'}. */
  @Override
  public String toString() {
    return word(type) + sides(shape) + " '" + name + "'";
  }

  private static String word(OnnxJavaType type) {
    return switch (type) {
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      case UINT8 -> "uint8";
      default -> type.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String sides(long[] shape) {
    return Arrays.toString(shape).replace(" ", "").replace("-1", "?");
  }
}
