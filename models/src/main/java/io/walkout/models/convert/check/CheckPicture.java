package io.walkout.models.convert.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws the picture that a net is checked with: people or a hand made of shaded circles, with
 * grain, in whole numbers, so that the script that asked TensorFlow.js ({@code
 * src/checks/picture.mjs}) drew the very same. A drawn figure is used rather than noise because
 * nets see somebody in it: noise leaves a pose net undecided, and the least difference in rounding
 * would move its joints.
 */
final class CheckPicture {
  /** Coordinates run from 0 to this over the picture's width and height. */
  private static final int SPAN = 4096;

  private static final int[] SKIN = {224, 172, 140};
  private static final int[] RED_SHIRT = {190, 60, 50};

  private record Circle(int x, int y, int radius, int[] colour) {}

  private final List<Circle> circles = new ArrayList<>();

  private CheckPicture() {}

  /**
   * @param scene {@code person}, {@code people} or {@code hand}
   * @return rows of pixels, each red, green, blue
   */
  static byte[] draw(String scene, int width, int height) {
    var picture = new CheckPicture();
    switch (scene) {
      case "person" -> picture.person(2048, 3900, 3600, RED_SHIRT);
      case "people" -> {
        picture.person(900, 3800, 3200, new int[] {60, 130, 70});
        picture.person(2200, 3950, 3700, RED_SHIRT);
        picture.person(3400, 3700, 2900, new int[] {70, 80, 180});
      }
      case "hand" -> picture.hand(2048, 2900, 2300);
      default -> throw new IllegalArgumentException("no check picture is called " + scene);
    }
    return picture.pixels(width, height);
  }

  private byte[] pixels(int width, int height) {
    byte[] out = new byte[width * height * 3];
    int[] colour = new int[3];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        paint(column * SPAN / width, row * SPAN / height, colour);
        for (int c = 0; c < 3; c++) {
          int grain = (int) ((column * 7919L + row * 104729L + c * 1299709L) % 13) - 6;
          out[(row * width + column) * 3 + c] = (byte) Math.clamp(colour[c] + grain, 0, 255);
        }
      }
    }
    return out;
  }

  private void paint(int x, int y, int[] colour) {
    boolean floor = y > 3300;
    colour[0] = floor ? 120 : 176 - x / 64;
    colour[1] = floor ? 112 : 182 - y / 48;
    colour[2] = floor ? 104 : 170;
    for (Circle circle : circles) {
      int dx = x - circle.x;
      int dy = y - circle.y;
      if (dx * dx + dy * dy <= circle.radius * circle.radius) {
        int shade = Math.floorDiv(dx * 24, circle.radius); // light comes from the right
        for (int c = 0; c < 3; c++) {
          colour[c] = circle.colour[c] + shade;
        }
      }
    }
  }

  private void limb(int x0, int y0, int x1, int y1, int radius, int... colour) {
    for (int i = 0; i <= 16; i++) {
      circles.add(
          new Circle(
              Math.floorDiv(x0 * (16 - i) + x1 * i, 16),
              Math.floorDiv(y0 * (16 - i) + y1 * i, 16),
              radius,
              colour));
    }
  }

  /** Somebody standing, seen from the front, feet at y; the left hand is raised. */
  private void person(int x, int y, int height, int... shirt) {
    var p = new Figure(x, y, height);
    int[] trousers = {40, 48, 90};
    p.limb(-70, -500, -80, -40, 45, trousers);
    p.limb(70, -500, 80, -40, 45, trousers);
    p.limb(-80, -20, -110, -15, 30, 30, 24, 20);
    p.limb(80, -20, 110, -15, 30, 30, 24, 20);
    p.limb(-60, -780, -55, -520, 75, shirt);
    p.limb(60, -780, 55, -520, 75, shirt);
    p.limb(0, -780, 0, -500, 80, shirt);
    p.limb(-120, -800, -170, -640, 35, shirt);
    p.limb(-170, -640, -180, -490, 28, SKIN);
    p.limb(120, -800, 210, -700, 35, shirt);
    p.limb(210, -700, 280, -820, 28, SKIN);
    p.limb(0, -880, 0, -840, 35, SKIN);
    p.limb(0, -960, 0, -950, 64, 60, 40, 24);
    p.limb(0, -930, 0, -910, 56, SKIN);
    p.limb(-22, -930, -24, -930, 8, 20, 20, 20);
    p.limb(22, -930, 24, -930, 8, 20, 20, 20);
    p.limb(-16, -888, 16, -888, 5, 150, 60, 60);
  }

  /** The back of an open hand, fingers up, wrist at y. */
  private void hand(int x, int y, int size) {
    var h = new Figure(x, y, size);
    h.limb(0, 300, 0, 0, 150, SKIN);
    h.limb(-60, -120, -120, -400, 150, SKIN);
    h.limb(60, -120, 120, -400, 150, SKIN);
    int[][] fingers = {
      {-190, -480, -260, -850}, {-70, -520, -90, -980}, {60, -520, 80, -960}, {180, -470, 250, -820}
    };
    for (int[] f : fingers) {
      h.limb(f[0], f[1], f[2], f[3], 58, SKIN);
      h.dot(Math.floorDiv(f[0] + f[2], 2), Math.floorDiv(f[1] + f[3], 2), 30, 210, 158, 126);
    }
    h.limb(-180, -150, -430, -430, 66, SKIN);
  }

  /** Somewhere to draw in thousandths of a figure's size. */
  private final class Figure {
    private final int x;
    private final int y;
    private final int size;

    Figure(int x, int y, int size) {
      this.x = x;
      this.y = y;
      this.size = size;
    }

    /** A length or an offset; offsets to the left and up are negated lengths, not rounded down. */
    private int at(int share) {
      return Integer.signum(share) * (size * Math.abs(share) / 1000);
    }

    void limb(int x0, int y0, int x1, int y1, int radius, int... colour) {
      CheckPicture.this.limb(x + at(x0), y + at(y0), x + at(x1), y + at(y1), at(radius), colour);
    }

    void dot(int dx, int dy, int radius, int... colour) {
      circles.add(new Circle(x + at(dx), y + at(dy), at(radius), colour));
    }
  }
}
