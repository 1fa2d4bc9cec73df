package io.walkout.tracker.detect;

import java.util.Arrays;

/**
 * What one camera sees when nobody is there: a colour and its noise per pixel, following slow
 * changes of light. Pictures are BGR, three bytes a pixel, of one small size.
 *
 * <p>Pixels are told apart as in T. Horprasert, D. Harwood, L. S. Davis, "A statistical approach
 * for real-time robust background subtraction and shadow detection" (1999): a pixel that is only
 * darker or brighter, with the same colour, may be a shadow or a light and speaks neither for nor
 * against a person. Differently from there, a common gain per channel is taken out first (automatic
 * exposure), and learning is told which pixels belong to people: OpenCV's own subtractors (MOG2,
 * KNN) absorb a shopper who reads a label as fast as a bag left on the floor.
 */
final class BackgroundModel {
  /** Nothing changed here. */
  static final byte SAME = 0;

  /** Same colour, darker or brighter: a shadow, a light, or grey clothes. */
  static final byte LIGHT = 1;

  /** Something else is here. */
  static final byte CHANGED = 2;

  /** Noise that even a good camera has after compression, levels. */
  private static final float MIN_NOISE = 3.5f;

  /** Beyond this a pixel tells nothing (a screen that plays films). */
  private static final float MAX_NOISE = 40;

  /** Changes beyond this many standard deviations count. */
  private static final float GATE = 4.5f;

  /** Shadows take away up to half of the light; lights of doors and fridges add up to a third. */
  private static final float DARKEST_SHADOW = 0.5f;

  private static final float BRIGHTEST_LIGHT = 1.35f;

  /** Colour difference, in noise and as a share of brightness, that is still the same colour. */
  private static final float SAME_COLOUR_NOISE = 2.5f;

  private static final float SAME_COLOUR_SHARE = 0.06f;

  /**
   * The deviation that this share of the looks at a pixel don't exceed tells its noise: half of
   * them may show somebody. Of three normal channels the largest deviation lies below 0.9 standard
   * deviations that often.
   */
  static final float QUIET_SHARE = 0.3f;

  static final float QUIET_SIGMAS = 0.9f;

  private final int pixels;
  private final float[] mean;
  private final float[] noise;
  private final float[] gain = {1, 1, 1};
  private final int[] histogram = new int[GAIN_BINS];

  /** Gains from 0 to 4 in steps of 1/64. */
  private static final int GAIN_BINS = 256;

  private static final int GAIN_STEPS = 64;

  private boolean primed;

  BackgroundModel(int pixels) {
    this.pixels = pixels;
    this.mean = new float[3 * pixels];
    this.noise = new float[pixels];
    Arrays.fill(noise, MIN_NOISE);
  }

  boolean primed() {
    return primed;
  }

  /** Takes a picture for the background as it is, with noise as given or, if empty, the least. */
  void prime(byte[] bgr, float[] knownNoise) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] = bgr[i] & 0xff;
    }
    for (int i = 0; i < knownNoise.length; i++) {
      noise[i] = Math.clamp(knownNoise[i], MIN_NOISE, MAX_NOISE);
    }
    primed = true;
  }

  /** The same, but for some pixels, which are left as they are. */
  void prime(byte[] bgr, float[] knownNoise, boolean[] leave) {
    for (int p = 0; p < pixels; p++) {
      if (leave.length == 0 || !leave[p]) {
        for (int i = 3 * p; i < 3 * p + 3; i++) {
          mean[i] = bgr[i] & 0xff;
        }
        noise[p] = Math.clamp(knownNoise[p], MIN_NOISE, MAX_NOISE);
      }
    }
    primed = true;
  }

  /** How bright the picture is against the background, as a whole; 1 is the same. */
  float gain() {
    return (gain[0] + gain[1] + gain[2]) / 3;
  }

  /**
   * Compares a picture.
   *
   * @param classes receives one of {@link #SAME}, {@link #LIGHT}, {@link #CHANGED} per pixel
   * @return pixels that changed
   */
  int compare(byte[] bgr, byte[] classes) {
    for (int c = 0; c < 3; c++) {
      gain[c] = medianGain(bgr, c);
    }
    int changed = 0;
    for (int p = 0; p < pixels; p++) {
      byte k = classify(bgr, p);
      classes[p] = k;
      changed += k == CHANGED ? 1 : 0;
    }
    return changed;
  }

  private byte classify(byte[] bgr, int p) {
    int i = 3 * p;
    float b0 = gain[0] * mean[i];
    float b1 = gain[1] * mean[i + 1];
    float b2 = gain[2] * mean[i + 2];
    float i0 = bgr[i] & 0xff;
    float i1 = bgr[i + 1] & 0xff;
    float i2 = bgr[i + 2] & 0xff;
    float d0 = i0 - b0;
    float d1 = i1 - b1;
    float d2 = i2 - b2;
    float most = Math.max(Math.abs(d0), Math.max(Math.abs(d1), Math.abs(d2)));
    if (most < GATE * noise[p]) {
      return SAME;
    }
    float square = b0 * b0 + b1 * b1 + b2 * b2;
    float share = (i0 * b0 + i1 * b1 + i2 * b2) / Math.max(square, 1);
    if (share < DARKEST_SHADOW || share > BRIGHTEST_LIGHT) {
      return CHANGED;
    }
    float e0 = i0 - share * b0;
    float e1 = i1 - share * b1;
    float e2 = i2 - share * b2;
    float limit = SAME_COLOUR_NOISE * noise[p] + SAME_COLOUR_SHARE * share * (b0 + b1 + b2) / 3;
    return e0 * e0 + e1 * e1 + e2 * e2 < limit * limit ? LIGHT : CHANGED;
  }

  /** Median over a sparse grid of how bright a channel is against the background. */
  private float medianGain(byte[] bgr, int channel) {
    Arrays.fill(histogram, 0);
    int n = 0;
    for (int p = 3; p < pixels; p += 7) {
      float was = mean[3 * p + channel];
      if (was >= 20 && was <= 235) {
        int bin = (int) ((bgr[3 * p + channel] & 0xff) * GAIN_STEPS / was + 0.5f);
        histogram[Math.min(bin, GAIN_BINS - 1)]++;
        n++;
      }
    }
    if (n < 50) {
      return 1;
    }
    int seen = 0;
    int bin = 0;
    while (bin < GAIN_BINS - 1 && seen + histogram[bin] <= n / 2) {
      seen += histogram[bin++];
    }
    float inBin = (n / 2f - seen) / Math.max(1, histogram[bin]);
    return (bin + inBin - 0.5f) / GAIN_STEPS;
  }

  /**
   * Lets the background of some pixels move towards the picture, once the gain found by the last
   * {@link #compare} is taken out: a change of exposure is no change of any pixel. The whole
   * background follows that by itself, hidden pixels too.
   *
   * <p>Noise is learned by its {@link #QUIET_SHARE} quantile, to which each look moves by a bounded
   * step (H. Robbins, S. Monro, 1951). A mean of deviations under the gate opens the gate further
   * whenever somebody passes in colours near those behind; where many pass, nobody is seen any
   * more.
   *
   * @param rate share of the way for each pixel, 0 to leave it
   * @param follow share of the way for the exposure of the whole
   */
  void learn(byte[] bgr, float[] rate, float follow) {
    for (int p = 0; p < pixels; p++) {
      float r = rate[p];
      float most = 0;
      for (int c = 0; c < 3; c++) {
        int i = 3 * p + c;
        float d = (bgr[i] & 0xff) - gain[c] * mean[i];
        mean[i] += follow * (gain[c] - 1) * mean[i] + r * d;
        most = Math.max(most, Math.abs(d));
      }
      if (r > 0 && most < GATE * noise[p]) {
        float step = most > QUIET_SIGMAS * noise[p] ? QUIET_SHARE : QUIET_SHARE - 1;
        noise[p] = Math.clamp(noise[p] * (1 + r * step), MIN_NOISE, MAX_NOISE);
      }
    }
  }

  /** Lets all pixels move towards the picture as it is, by that share of the way. */
  void forget(byte[] bgr, float share) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] += share * ((bgr[i] & 0xff) - mean[i]);
    }
  }
}
