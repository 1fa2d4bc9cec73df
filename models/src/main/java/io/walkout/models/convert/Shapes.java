package io.walkout.models.convert;

import java.util.Arrays;

/** Arithmetic of shapes. An axis whose length is not known at conversion is {@link #UNKNOWN}. */
final class Shapes {
  static final int UNKNOWN = -1;

  private Shapes() {}

  static boolean known(int... shape) {
    for (int axis : shape) {
      if (axis < 0) {
        return false;
      }
    }
    return true;
  }

  /** How many numbers a known shape holds. */
  static int size(int[] shape) {
    long size = 1;
    for (int axis : shape) {
      size *= axis;
      if (size > Integer.MAX_VALUE) {
        throw new ConversionException(
            "a tensor of shape " + Arrays.toString(shape) + " is too large");
      }
    }
    return (int) size;
  }

  static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int step = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= shape[axis];
    }
    return strides;
  }

  static int[] permute(int[] shape, int... perm) {
    int[] out = new int[perm.length];
    for (int i = 0; i < perm.length; i++) {
      out[i] = shape[perm[i]];
    }
    return out;
  }

  /** The permutation that undoes one. */
  static int[] inverse(int... perm) {
    int[] out = new int[perm.length];
    for (int i = 0; i < perm.length; i++) {
      out[perm[i]] = i;
    }
    return out;
  }

  /** An axis counted from the end, if negative, as one counted from the start. */
  static int axis(int axis, int rank) {
    int from = axis < 0 ? axis + rank : axis;
    if (from < 0 || from >= rank) {
      throw new ConversionException("axis " + axis + " of a tensor of " + rank + " axes");
    }
    return from;
  }

  /** The shape of an elementwise operator's result, by numpy's rule, which ONNX and TF share. */
  static int[] broadcast(int[] a, int[] b) {
    int rank = Math.max(a.length, b.length);
    int[] out = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int x = i <= a.length ? a[a.length - i] : 1;
      int y = i <= b.length ? b[b.length - i] : 1;
      if (x > 1 && y > 1 && x != y) {
        throw new ConversionException(
            "shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + " don't broadcast");
      }
      // an unknown axis beside a long one can only be that long, or one
      out[rank - i] = x == 1 ? y : y == 1 ? x : Math.max(x, y);
    }
    return out;
  }

  static int[] with(int[] shape, int axis, int length) {
    int[] out = shape.clone();
    out[axis] = length;
    return out;
  }

  static int[] without(int[] shape, int axis) {
    int[] out = new int[shape.length - 1];
    System.arraycopy(shape, 0, out, 0, axis);
    System.arraycopy(shape, axis + 1, out, axis, shape.length - axis - 1);
    return out;
  }

  static int[] insert(int[] shape, int axis, int length) {
    int[] out = new int[shape.length + 1];
    System.arraycopy(shape, 0, out, 0, axis);
    out[axis] = length;
    System.arraycopy(shape, axis, out, axis + 1, shape.length - axis);
    return out;
  }

  static int[] range(int length) {
    int[] out = new int[length];
    Arrays.setAll(out, i -> i);
    return out;
  }
}
