package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;

/** Input shapes as families of nets want them, with what a file leaves open filled in. */
final class Shapes {
  /** Largest side of an input that is believed; beyond, one picture takes seconds. */
  private static final int LARGEST_SIDE = 2048;

  private Shapes() {}

  /**
   * The shape of the first input, float32[1,3,H,W].
   *
   * @param family for the sentence that refuses it
   * @param inputs how many inputs the net must have
   * @param openHeight height where the file leaves it open
   * @param openWidth width where the file leaves it open
   * @throws NetException if it is another
   */
  static long[] planarPicture(
      NetFile file, String family, int inputs, int openHeight, int openWidth) throws NetException {
    boolean fits =
        file.inputs().size() == inputs
            && file.inputs().getFirst().fits(OnnxJavaType.FLOAT, 1, 3, -1, -1);
    if (!fits) {
      file.close();
      throw file.refused(
          family, inputs + (inputs == 1 ? " input" : " inputs") + " with float32[1,3,H,W] first");
    }
    long[] shape = file.inputs().getFirst().shape().clone();
    shape[0] = 1;
    shape[1] = 3;
    shape[2] = shape[2] < 0 ? openHeight : shape[2];
    shape[3] = shape[3] < 0 ? openWidth : shape[3];
    for (int side = 2; side < 4; side++) {
      if (shape[side] < 32 || shape[side] > LARGEST_SIDE || shape[side] % 32 != 0) {
        file.close();
        throw file.refused(family, "sides that are multiples of 32 up to " + LARGEST_SIDE);
      }
    }
    return shape;
  }
}
