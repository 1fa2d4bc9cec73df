package io.walkout.bench.realism;

import io.walkout.bench.realism.pictures.Clip;
import io.walkout.store.CameraId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * A real picture and a rendered one, from the same camera, the shopper at about the same place.
 *
 * @param camera whose
 * @param moment when, on both scales
 * @param realPng the recording's
 * @param simulatedPng the simulation's
 */
record PicturePair(CameraId camera, Moment moment, byte[] realPng, byte[] simulatedPng) {
  /** Takes both pictures out of their clips. */
  static PicturePair of(
      CameraId camera, Moment moment, Clip real, int realPicture, Clip simulated, int picture)
      throws IOException {
    return new PicturePair(camera, moment, png(real, realPicture), png(simulated, picture));
  }

  private static byte[] png(Clip clip, int picture) throws IOException {
    BufferedImage image =
        new BufferedImage(clip.width(), clip.height(), BufferedImage.TYPE_INT_RGB);
    byte[] bgr = clip.bgr().get(picture);
    for (int y = 0; y < clip.height(); y++) {
      for (int x = 0; x < clip.width(); x++) {
        int i = 3 * (y * clip.width() + x);
        image.setRGB(x, y, (bgr[i + 2] & 0xff) << 16 | (bgr[i + 1] & 0xff) << 8 | (bgr[i] & 0xff));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
