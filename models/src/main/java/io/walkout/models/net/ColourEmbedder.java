package io.walkout.models.net;

import io.walkout.models.Embedder;
import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Tells how somebody looks without any net: the colours of the upper and of the lower part of the
 * body, as two histograms of hue and saturation, with greys by brightness. Pixels near the box's
 * middle line count more, since its corners show the shop. Roots of shares are stored, so that the
 * cosine of two vectors is the Bhattacharyya coefficient of their histograms (D. Comaniciu, V.
 * Ramesh, P. Meer, "Kernel-based object tracking", 2003). The same pixels give the same vector
 * everywhere. Allocates nothing after construction.
 */
public final class ColourEmbedder implements Embedder {
  private static final int HUES = 12;
  private static final int SATURATIONS = 2;
  private static final int GREYS = 8;
  private static final int PART = HUES * SATURATIONS + GREYS;
  private static final int PARTS = 2;

  /** Points looked at across and down: a person of a shop's camera has hardly more detail. */
  private static final int ACROSS = 24;

  private static final int DOWN = 48;

  /** The head and the shoes are left out; clothes lie between, and change about at the hips. */
  private static final float FIRST_SHARE = 0.12f;

  private static final float LAST_SHARE = 0.95f;
  private static final float HIPS_SHARE = 0.52f;

  /** Share of brightness by which colours must differ to have a hue at all. */
  private static final float LEAST_SATURATION = 0.2f;

  private static final float STRONG_SATURATION = 0.5f;

  /** Too dark to tell a hue, of 255. */
  private static final int LEAST_VALUE = 32;

  private final float[] counts = new float[PARTS * PART];
  private final Placement box = new Placement();

  /** An embedder for one thread. */
  public ColourEmbedder() {}

  @Override
  public int length() {
    return PARTS * PART;
  }

  @Override
  public boolean embed(
      ByteBuffer bgr, int width, int height, Detections people, int i, float[] vector) {
    if (!Crops.inside(people, i, width, height, box)) {
      return false;
    }
    Arrays.fill(counts, 0);
    for (int y = 0; y < DOWN; y++) {
      float share = FIRST_SHARE + (LAST_SHARE - FIRST_SHARE) * (y + 0.5f) / DOWN;
      int row = Math.min(height - 1, (int) (box.top + share * box.height));
      int part = share < HIPS_SHARE ? 0 : PART;
      for (int x = 0; x < ACROSS; x++) {
        float across = (x + 0.5f) / ACROSS;
        int column = Math.min(width - 1, (int) (box.left + across * box.width));
        float off = 2 * across - 1;
        count(bgr, 3 * (row * width + column), part, 1 - off * off);
      }
    }
    write(vector);
    return true;
  }

  private void count(ByteBuffer bgr, int at, int part, float weight) {
    int blue = bgr.get(at) & 0xff;
    int green = bgr.get(at + 1) & 0xff;
    int red = bgr.get(at + 2) & 0xff;
    int most = Math.max(blue, Math.max(green, red));
    int spread = most - Math.min(blue, Math.min(green, red));
    if (most < LEAST_VALUE || spread < LEAST_SATURATION * most) {
      // Greys fall between two bins, so that a little more light does not change everything.
      float place = (most + 0.5f) / 256 * GREYS - 0.5f;
      int bin = Math.clamp((int) Math.floor(place), 0, GREYS - 2);
      float above = Math.clamp(place - bin, 0, 1);
      counts[part + HUES * SATURATIONS + bin] += weight * (1 - above);
      counts[part + HUES * SATURATIONS + bin + 1] += weight * above;
      return;
    }
    float sixth;
    if (most == red) {
      sixth = (green - blue) / (float) spread;
    } else if (most == green) {
      sixth = 2 + (blue - red) / (float) spread;
    } else {
      sixth = 4 + (red - green) / (float) spread;
    }
    float place = (sixth + 6) * HUES / 6;
    int bin = (int) place;
    float above = place - bin;
    int strong = spread >= STRONG_SATURATION * most ? HUES : 0;
    counts[part + strong + bin % HUES] += weight * (1 - above);
    counts[part + strong + (bin + 1) % HUES] += weight * above;
  }

  /** Each part weighs the same; the whole has length one. */
  private void write(float[] vector) {
    for (int part = 0; part < PARTS * PART; part += PART) {
      float sum = 0;
      for (int k = part; k < part + PART; k++) {
        sum += counts[k];
      }
      for (int k = part; k < part + PART; k++) {
        vector[k] = (float) Math.sqrt(counts[k] / (PARTS * sum));
      }
    }
  }

  @Override
  public void close() {}
}
