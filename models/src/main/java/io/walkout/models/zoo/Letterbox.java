package io.walkout.models.zoo;

import ai.djl.modality.cv.Image;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A picture made to fit a square without being stretched: scaled, centred, grey around it.
 *
 * @param pixels rows of packed RGB, {@code side * side}
 * @param side of the square
 * @param scale pixels of the square in one of the picture's
 * @param left where the picture begins in the square
 * @param top where the picture begins in the square
 * @param width of the picture
 * @param height of the picture
 */
record Letterbox(
    int[] pixels, int side, double scale, double left, double top, int width, int height) {
  private static final Color AROUND = new Color(114, 114, 114);

  static Letterbox of(Image image, int side) {
    BufferedImage picture = (BufferedImage) image.getWrappedImage();
    double scale =
        Math.min((double) side / picture.getWidth(), (double) side / picture.getHeight());
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    int left = (side - width) / 2;
    int top = (side - height) / 2;
    BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = square.createGraphics();
    g.setColor(AROUND);
    g.fillRect(0, 0, side, side);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(picture, left, top, width, height, null);
    g.dispose();
    int[] pixels = square.getRGB(0, 0, side, side, null, 0, side);
    return new Letterbox(pixels, side, scale, left, top, picture.getWidth(), picture.getHeight());
  }

  int red(int i) {
    return pixels[i] >> 16 & 0xff;
  }

  int green(int i) {
    return pixels[i] >> 8 & 0xff;
  }

  int blue(int i) {
    return pixels[i] & 0xff;
  }

  /** A place in the square as a share of the picture's width. */
  double across(double x) {
    return (x - left) / scale / width;
  }

  /** A place in the square as a share of the picture's height. */
  double down(double y) {
    return (y - top) / scale / height;
  }
}
