package io.walkout.sim.camera;

import io.walkout.sim.world.Dice;
import java.nio.ByteBuffer;

/**
 * What makes light a picture in a cheap camera: lamps that flicker line by line under a rolling
 * shutter, light that drifts, an exposure that follows slowly, a lens darker at its corners, a tone
 * curve, and noise that grows with the light.
 */
final class Sensor {
  private static final int NOISE_ROWS = 256;
  private static final int TONES = 4096;

  /** Mean of the linear picture that the exposure aims at, of 4092; chosen by eye. */
  private static final double TARGET = 950;

  /** Time constant of the automatic exposure, seconds; cheap cameras take about that. */
  private static final double EXPOSURE_SECONDS = 1.5;

  /** Time from a picture's first line to its last; typical of rolling shutters. */
  private static final double READOUT_SECONDS = 0.022;

  private final int width;
  private final int height;
  private final Dice dice;
  private final int[] vignette;

  /** By light: the finished value in 16ths, and 2^16 times its noise in 16ths. */
  private final int[] tone = new int[TONES];

  private final short[] noise;
  private final int noiseStride;
  private final byte[] row;
  private final double flicker;
  private final double flickerHertz;
  private final double driftA;
  private final double driftB;
  private final double balanceBlue;
  private final double balanceRed;
  private double exposure = Double.NaN;
  private double lastSeconds;

  /**
   * A sensor of this camera's make.
   *
   * @param room dice of the whole shop: its mains are the same for every camera
   * @param dice this camera's own
   */
  Sensor(int width, int height, Dice room, Dice dice) {
    this.width = width;
    this.height = height;
    this.dice = dice;
    flickerHertz = (room.chance(0.5) ? 100 : 120) + room.gaussian(0.05);
    flicker = room.between(0.004, 0.03);
    driftA = room.between(0, 6.28);
    driftB = dice.between(0, 6.28);
    balanceBlue = 1 + dice.gaussian(0.03);
    balanceRed = 1 + dice.gaussian(0.03);
    vignette = vignette(dice.between(0.12, 0.3));
    curve(dice.between(0.6, 1.3), dice.between(0.08, 0.2));
    noiseStride = 3 * (width + 64);
    noise = noise(dice);
    row = new byte[3 * width];
  }

  private int[] vignette(double strength) {
    int[] made = new int[width * height];
    double half = Math.sqrt(width * width + height * height) / 2.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x + 0.5 - width / 2.0) / half;
        double dy = (y + 0.5 - height / 2.0) / half;
        double r2 = dx * dx + dy * dy;
        made[y * width + x] = (int) (4096 * (1 - strength * r2 * (0.6 + 0.4 * r2)));
      }
    }
    return made;
  }

  /**
   * Gamma of video, with a little more contrast, and highlights that roll off.
   *
   * @param read noise that is always there, steps of the finished picture
   * @param shot what light adds to it. Gamma stretches the dark: seen in the finished picture, the
   *     noise of photons falls again with light
   */
  private void curve(double read, double shot) {
    for (int i = 0; i < TONES; i++) {
      double v = i / 3270.0;
      double g = v < 0.018 ? 4.5 * v : 1.099 * StrictMath.pow(v, 0.45) - 0.099;
      double soft = g < 0.8 ? g : 0.8 + 0.2 * (1 - StrictMath.exp(-(g - 0.8) / 0.2));
      double s = soft + 0.10 * (soft - 0.42) * (1 - soft) * 4 * soft;
      double value = Math.clamp(s * 255, 0, 255);
      double sigma = Math.sqrt(read * read + shot * shot * value * (300 - value) / 300);
      tone[i] = (int) (sigma * 16) << 16 | (int) (value * 16);
    }
  }

  /** A tile of noise, mostly of brightness, smeared along lines as cheap cameras smear it. */
  private short[] noise(Dice from) {
    short[] made = new short[NOISE_ROWS * noiseStride];
    for (int y = 0; y < NOISE_ROWS; y++) {
      double luma = 0;
      double blue = 0;
      double red = 0;
      for (int k = 0; k < noiseStride; k += 3) {
        luma = 0.35 * luma + 0.94 * from.gaussian(1);
        blue = 0.7 * blue + 0.5 * from.gaussian(1);
        red = 0.7 * red + 0.5 * from.gaussian(1);
        int i = y * noiseStride + k;
        made[i] = (short) (256 * (luma + 0.8 * blue));
        made[i + 1] = (short) (256 * (luma - 0.2 * (blue + red)));
        made[i + 2] = (short) (256 * (luma + 0.7 * red));
      }
    }
    return made;
  }

  /**
   * Takes the picture.
   *
   * @param light linear picture, blue, green, red, 0 to 4092
   */
  void take(double seconds, int[] light, ByteBuffer bgr) {
    expose(seconds, light);
    long state = dice.bits();
    for (int y = 0; y < height; y++) {
      double time = seconds + READOUT_SECONDS * y / height;
      double phase = 2 * Math.PI * flickerHertz * time;
      double gain = exposure * drift(seconds) * (1 + flicker * StrictMath.sin(phase)) * 4096;
      state = state * 6364136223846793005L + 1442695040888963407L;
      int line = (int) (state >>> 40);
      int from = line % NOISE_ROWS * noiseStride + 3 * (line / NOISE_ROWS % 64);
      line(light, y, (int) (gain * balanceBlue), (int) gain, (int) (gain * balanceRed), from);
      bgr.put(3 * y * width, row, 0, 3 * width);
    }
  }

  private void line(int[] light, int y, int blue, int green, int red, int noiseFrom) {
    int first = y * width;
    for (int x = 0; x < width; x++) {
      int dim = vignette[first + x];
      int i = 3 * (first + x);
      int k = 3 * x;
      row[k] = tone(light[i], (blue * dim) >> 12, noise[noiseFrom + k]);
      row[k + 1] = tone(light[i + 1], (green * dim) >> 12, noise[noiseFrom + k + 1]);
      row[k + 2] = tone(light[i + 2], (red * dim) >> 12, noise[noiseFrom + k + 2]);
    }
  }

  private byte tone(int light, int gain, int chance) {
    int both = tone[Math.min(TONES - 1, (light * gain) >> 12)];
    int v = (both & 0xFFFF) + ((chance * (both >> 16)) >> 8);
    return (byte) Math.clamp((v + 8) >> 4, 0, 255);
  }

  /** Clouds before the windows, lamps that warm up. */
  private double drift(double seconds) {
    return 1
        + 0.02 * StrictMath.sin(seconds * 0.11 + driftA)
        + 0.012 * StrictMath.sin(seconds * 0.37 + 2 * driftA)
        + 0.006 * StrictMath.sin(seconds * 1.3 + driftB);
  }

  private void expose(double seconds, int[] light) {
    long sum = 0;
    int count = 0;
    for (int i = 1; i < light.length; i += 3 * 37) {
      sum += light[i];
      count++;
    }
    double mean = Math.max(40.0, (double) sum / count);
    double wanted = Math.clamp(TARGET / mean, 0.35, 3.0);
    if (Double.isNaN(exposure)) {
      exposure = wanted;
    } else {
      double since = Math.clamp(seconds - lastSeconds, 0, 1);
      exposure += (wanted - exposure) * Math.min(1, since / EXPOSURE_SECONDS) * 0.5;
    }
    lastSeconds = seconds;
  }
}
