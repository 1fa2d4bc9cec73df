package io.walkout.models.convert.check;

import io.walkout.models.convert.NetSpec;

/**
 * The TFJS nets that Walkout uses, and what the ONNX files made of them look like. Each has one
 * input, named {@value #INPUT}; {@code H}, {@code W} are pixels. Outputs are in the order given.
 */
public enum KnownNet {
  /**
   * People and 79 other kinds of things. Input f32 [1, 3, 416, 416]: B, G, R planes, each (x −
   * mean) / deviation with means 103.53, 116.28, 123.675 and deviations 57.375, 57.12, 58.395.
   * Outputs for strides 8, 16, 32 (N = 2704, 676, 169 cells, row by row): {@code cls_8}, {@code
   * cls_16}, {@code cls_32} f32 [1, N, 80], scores 0 to 1; {@code box_8}, {@code box_16}, {@code
   * box_32} f32 [1, N, 44]: four sides (left, top, right, bottom) of 11 bins, before softmax.
   */
  NANODET("nanodet"),

  /**
   * One person's 17 joints. Input i32 [1, 256, 256, 3]: R, G, B of 0 to 255, pixel by pixel. Output
   * {@code joints} f32 [1, 1, 17, 3]: y and x as fractions of the picture, score.
   */
  MOVENET_THUNDER("movenet-thunder"),

  /** As {@link #MOVENET_THUNDER}, faster and less exact; input i32 [1, 192, 192, 3]. */
  MOVENET_LIGHTNING("movenet-lightning"),

  /**
   * Up to six people. Input i32 [1, H, W, 3]: R, G, B of 0 to 255; H and W multiples of 32. Output
   * {@code people} f32 [1, 6, 56]: 17 times y, x, score; then ymin, xmin, ymax, xmax, score; all
   * places as fractions of the picture.
   */
  MOVENET_MULTIPOSE("movenet-multipose"),

  /**
   * Palms. Input f32 [1, 256, 256, 3]: R, G, B of 0 to 1. Output {@code palms} f32 [1, 2944, 19]:
   * per anchor (32×32×2, then 16×16×2, then 8×8×6) a logit, then centre x, y, width, height and
   * seven points x, y, in pixels from the anchor.
   */
  HANDDETECT("handdetect"),

  /**
   * A hand's 21 joints. Input f32 [1, 224, 224, 3]: R, G, B of 0 to 1. Outputs {@code landmarks}
   * f32 [1, 63]: x, y, z in pixels of the input; {@code presence} f32 [1, 1], 0 to 1; {@code
   * handedness} f32 [1, 1], 0 left to 1 right; {@code world_landmarks} f32 [1, 63], metres.
   */
  HANDLANDMARK_FULL("handlandmark-full"),

  /** As {@link #HANDLANDMARK_FULL}, faster and less exact. */
  HANDLANDMARK_LITE("handlandmark-lite");

  /** Name of each net's input. */
  public static final String INPUT = "image";

  private final String file;

  KnownNet(String file) {
    this.file = file;
  }

  /** The net's file name in its package, without {@code .json}; also its name in the catalogue. */
  public String file() {
    return file;
  }

  /** Names of the input and the outputs; the caller adds source and licence. */
  public NetSpec spec() {
    NetSpec spec = NetSpec.named(file);
    return switch (this) {
      case NANODET ->
          spec.input("input_1", INPUT)
              .output("Identity", "cls_8")
              .output("Identity_1", "cls_16")
              .output("Identity_2", "cls_32")
              .output("Identity_3", "box_8")
              .output("Identity_4", "box_16")
              .output("Identity_5", "box_32");
      case MOVENET_THUNDER, MOVENET_LIGHTNING ->
          spec.input("input", INPUT).output("Identity", "joints");
      case MOVENET_MULTIPOSE -> spec.input("input", INPUT).output("Identity", "people");
      case HANDDETECT -> spec.input("input", INPUT).output("Identity", "palms");
      case HANDLANDMARK_FULL, HANDLANDMARK_LITE ->
          spec.input("input_1", INPUT)
              .output("Identity", "landmarks")
              .output("Identity_1", "presence")
              .output("Identity_2", "handedness")
              .output("Identity_3", "world_landmarks");
    };
  }
}
