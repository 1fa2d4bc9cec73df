package io.walkout.ingest.video;

/**
 * How a video is written.
 *
 * @param width pixels per row; even, 16 to 3840
 * @param height rows; even, 16 to 2160
 * @param framesPerSecond nominal rate, more than 0 and at most 240; frames may come at any times
 * @param quantizer H.264's quantisation, the same for every picture: 12 (hardly any loss) to 48
 *     (blocks)
 * @param keySeconds time from one key picture to the next at the nominal rate
 */
public record VideoSettings(
    int width, int height, double framesPerSecond, int quantizer, double keySeconds) {
  /**
   * What a shop's camera gives: chosen so that a rendered picture of 640x360 with sensor noise
   * takes about the bits of a real ceiling camera's (some 50 kB/s at 10 frames a second).
   */
  public static final int CAMERA_QUANTIZER = 28;

  /** Key pictures of shop cameras come every one to two seconds. */
  private static final double CAMERA_KEY_SECONDS = 1.6;

  private static final int WIDEST = 3840;
  private static final int HIGHEST = 2160;
  private static final int SMALLEST = 16;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException on a value out of its range
   */
  public VideoSettings {
    if (width < SMALLEST
        || height < SMALLEST
        || width > WIDEST
        || height > HIGHEST
        || (width | height) % 2 != 0) {
      throw new IllegalArgumentException(
          "a video of "
              + width
              + "x"
              + height
              + " pixels can't be written; expected even sides from 16x16 to 3840x2160");
    }
    if (!(framesPerSecond > 0 && framesPerSecond <= 240)) {
      throw new IllegalArgumentException(
          "a video of " + framesPerSecond + " frames a second; expected more than 0, at most 240");
    }
    if (quantizer < 12 || quantizer > 48) {
      throw new IllegalArgumentException("a quantizer of " + quantizer + "; expected 12 to 48");
    }
    if (!(keySeconds > 0 && keySeconds <= 60)) {
      throw new IllegalArgumentException(
          "key pictures every " + keySeconds + " s; expected more than 0, at most 60");
    }
  }

  /** As a shop's camera writes. */
  public static VideoSettings camera(int width, int height, double framesPerSecond) {
    return new VideoSettings(width, height, framesPerSecond, CAMERA_QUANTIZER, CAMERA_KEY_SECONDS);
  }

  /** The same with another quantizer. */
  public VideoSettings withQuantizer(int other) {
    return new VideoSettings(width, height, framesPerSecond, other, keySeconds);
  }

  /** The same with another size. */
  public VideoSettings withSize(int otherWidth, int otherHeight) {
    return new VideoSettings(otherWidth, otherHeight, framesPerSecond, quantizer, keySeconds);
  }

  /** Pictures from one key picture to the next. */
  int keyEvery() {
    return Math.max(1, (int) Math.round(keySeconds * framesPerSecond));
  }
}
