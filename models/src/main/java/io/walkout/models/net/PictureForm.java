package io.walkout.models.net;

/**
 * How a net wants its pictures.
 *
 * @param planar one plane per colour (NCHW), else pixel by pixel (NHWC)
 * @param rgb red first, else blue first
 * @param wholeNumbers int32 of 0..255, rounded; else float32 of {@code scale * colour + offset}
 * @param scale for blue, green, red
 * @param offset for blue, green, red
 * @param margin colour 0..255 of blue, green and red where there is no picture
 */
record PictureForm(
    boolean planar,
    boolean rgb,
    boolean wholeNumbers,
    float[] scale,
    float[] offset,
    float[] margin) {

  /** Float32 as the camera gives them, 0..255. */
  static PictureForm plain(boolean planar, boolean rgb, float margin) {
    return scaled(planar, rgb, 1, margin);
  }

  /** Float32, {@code scale} times 0..255. */
  static PictureForm scaled(boolean planar, boolean rgb, float scale, float margin) {
    return new PictureForm(planar, rgb, false, same(scale), same(0), same(margin));
  }

  /** Int32, 0..255. */
  static PictureForm whole(boolean planar, boolean rgb, float margin) {
    return new PictureForm(planar, rgb, true, same(1), same(0), same(margin));
  }

  /** Float32, less its mean and divided by its deviation; each for blue, green, red. */
  static PictureForm normalised(
      boolean planar, boolean rgb, float[] mean, float[] deviation, float margin) {
    float[] scale = new float[3];
    float[] offset = new float[3];
    for (int c = 0; c < 3; c++) {
      scale[c] = 1 / deviation[c];
      offset[c] = -mean[c] / deviation[c];
    }
    return new PictureForm(planar, rgb, false, scale, offset, same(margin));
  }

  private static float[] same(float value) {
    return new float[] {value, value, value};
  }
}
