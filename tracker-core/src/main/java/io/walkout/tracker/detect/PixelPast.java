package io.walkout.tracker.detect;

/**
 * What one pixel showed in pictures spread over time, and which of it is the empty store: the
 * colour that was there before something came and is there again after it left. A shopper may stand
 * at a place for most of a recording, but no second time to the pixel; the store behind them comes
 * back as it was. So each colour counts for the pictures that show it, and nearly as much for those
 * between its first and last sight, in which it may have been hidden. Where nothing came back, the
 * more frequent colour wins. Reusable; single-threaded.
 */
final class PixelPast {
  /** Colours told apart in one pixel; more are a screen or a crowd, and the first are kept. */
  private static final int MOST_COLOURS = 12;

  /**
   * Values within this of a colour's mean, in levels of any channel, belong to it: above the noise
   * of compressed pictures (4 levels, {@link BackgroundModel}) by three times.
   */
  private static final float SAME = 12;

  /** A colour shown by a smaller share of the pictures passes by. */
  private static final double LEAST_SHARE = 0.1;

  private static final int LEAST_COUNT = 3;

  /** What a picture counts in which a colour may have been hidden, against one that shows it. */
  private static final double HIDDEN = 0.8;

  private final float[] mean = new float[3 * MOST_COLOURS];
  private final int[] count = new int[MOST_COLOURS];
  private final int[] first = new int[MOST_COLOURS];
  private final int[] last = new int[MOST_COLOURS];
  private int colours;

  /** Starts another pixel. */
  void clear() {
    colours = 0;
  }

  /** Takes the pixel's value in picture {@code i}; pictures come in the order of time. */
  void add(int i, int blue, int green, int red) {
    int nearest = -1;
    float least = SAME;
    for (int k = 0; k < colours; k++) {
      float d = distance(k, blue, green, red);
      if (d <= least) {
        least = d;
        nearest = k;
      }
    }
    if (nearest < 0) {
      if (colours == MOST_COLOURS) {
        return;
      }
      nearest = colours++;
      count[nearest] = 0;
      first[nearest] = i;
      mean[3 * nearest] = blue;
      mean[3 * nearest + 1] = green;
      mean[3 * nearest + 2] = red;
    }
    int n = ++count[nearest];
    last[nearest] = i;
    mean[3 * nearest] += (blue - mean[3 * nearest]) / n;
    mean[3 * nearest + 1] += (green - mean[3 * nearest + 1]) / n;
    mean[3 * nearest + 2] += (red - mean[3 * nearest + 2]) / n;
  }

  private float distance(int k, int blue, int green, int red) {
    return Math.max(
        Math.abs(blue - mean[3 * k]),
        Math.max(Math.abs(green - mean[3 * k + 1]), Math.abs(red - mean[3 * k + 2])));
  }

  /**
   * The colour of the empty store, or -1 if none was there often enough.
   *
   * @param pictures how many there were
   */
  int empty(int pictures) {
    double enough = Math.max(LEAST_COUNT, LEAST_SHARE * pictures);
    int best = -1;
    double most = 0;
    for (int k = 0; k < colours; k++) {
      int hidden = last[k] - first[k] + 1 - count[k];
      double score = count[k] + HIDDEN * hidden;
      if (count[k] >= enough && score > most) {
        most = score;
        best = k;
      }
    }
    return best;
  }

  /** In how many pictures the most frequent colour but one given was seen. */
  int mostOfAnother(int colour) {
    int most = 0;
    for (int k = 0; k < colours; k++) {
      most = k == colour ? most : Math.max(most, count[k]);
    }
    return most;
  }

  /** A channel (0 to 2: blue, green, red) of a colour's mean, levels. */
  float mean(int colour, int channel) {
    return mean[3 * colour + channel];
  }
}
