package io.walkout.sim.video;

import io.walkout.ingest.video.VideoSettings;

/**
 * How the cameras of a simulated shop film.
 *
 * @param framesPerSecond nominal rate, 1 to 60
 * @param quantizer H.264's, 12 (hardly any loss) to 48 (blocks)
 */
public record CameraSettings(double framesPerSecond, int quantizer) {
  /** Ten frames a second, as the cameras of the shops that were recorded. */
  public static final CameraSettings DEFAULT =
      new CameraSettings(10, VideoSettings.CAMERA_QUANTIZER);

  /** Throws {@link IllegalArgumentException} on a rate outside 1 to 60. */
  public CameraSettings {
    if (!(framesPerSecond >= 1 && framesPerSecond <= 60)) {
      throw new IllegalArgumentException(
          "cameras of " + framesPerSecond + " frames a second; expected 1 to 60");
    }
  }
}
