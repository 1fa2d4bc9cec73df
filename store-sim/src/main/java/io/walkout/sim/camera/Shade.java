package io.walkout.sim.camera;

/** The colour being worked out for one sample: linear light, 1 is white paper under the lamps. */
final class Shade {
  /** What 1 becomes in 10 bits: there is room for a quarter more. */
  static final float WHITE = 818;

  private static final float[] LINEAR = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      double c = i / 255.0;
      LINEAR[i] = (float) (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
    }
  }

  float red;
  float green;
  float blue;

  /** Sets a colour given as 0xRRGGBB (sRGB). */
  void set(int rgb) {
    red = LINEAR[rgb >> 16 & 255];
    green = LINEAR[rgb >> 8 & 255];
    blue = LINEAR[rgb & 255];
  }

  /** Mixes in another colour, 0xRRGGBB. */
  void mix(int rgb, float share) {
    red += share * (LINEAR[rgb >> 16 & 255] - red);
    green += share * (LINEAR[rgb >> 8 & 255] - green);
    blue += share * (LINEAR[rgb & 255] - blue);
  }

  /** Adds white light. */
  void add(float light) {
    red += light;
    green += light;
    blue += light;
  }

  void times(float f) {
    red *= f;
    green *= f;
    blue *= f;
  }

  /** 10 bits a channel; what is brighter than 1.25 is clipped. */
  int packed() {
    return quantum(red) << 20 | quantum(green) << 10 | quantum(blue);
  }

  private static int quantum(float v) {
    return Math.clamp((int) (v * WHITE + 0.5f), 0, 1023);
  }
}
