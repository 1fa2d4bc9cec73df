package io.walkout.models.net;

import ai.onnxruntime.OnnxJavaType;

/**
 * Shape of a net's one picture, whichever way round its file has it.
 *
 * @param sides with every side known
 * @param planar [1,3,H,W], else [1,H,W,3]
 * @param wholeNumbers int32, else float32
 */
record PixelShape(long[] sides, boolean planar, boolean wholeNumbers) {
  private static final int SMALLEST_SIDE = 32;
  private static final int LARGEST_SIDE = 2048;

  /**
   * Reads the shape of the only input.
   *
   * @param family and what it expects, for the sentence that refuses it
   * @param openHeight height where the file leaves it open
   * @param openWidth width where the file leaves it open
   * @throws NetException if it is no picture; the file is closed then
   */
  static PixelShape of(NetFile file, String family, String expected, int openHeight, int openWidth)
      throws NetException {
    if (file.inputs().size() != 1) {
      throw refused(file, family, expected);
    }
    NetPort port = file.inputs().getFirst();
    boolean whole = port.type() == OnnxJavaType.INT32;
    boolean planar = port.fits(port.type(), 1, 3, -1, -1) && port.shape()[1] == 3;
    boolean packed = port.fits(port.type(), 1, -1, -1, 3) && port.shape()[3] == 3;
    if (!(whole || port.type() == OnnxJavaType.FLOAT) || planar == packed) {
      throw refused(file, family, expected);
    }
    int tall = planar ? 2 : 1;
    long[] sides = port.shape().clone();
    sides[0] = 1;
    sides[tall] = sides[tall] < 0 ? openHeight : sides[tall];
    sides[tall + 1] = sides[tall + 1] < 0 ? openWidth : sides[tall + 1];
    for (int side = tall; side <= tall + 1; side++) {
      if (sides[side] < SMALLEST_SIDE || sides[side] > LARGEST_SIDE) {
        throw refused(file, family, expected);
      }
    }
    return new PixelShape(sides, planar, whole);
  }

  private static NetException refused(NetFile file, String family, String expected) {
    file.close();
    return file.refused(family, expected);
  }
}
