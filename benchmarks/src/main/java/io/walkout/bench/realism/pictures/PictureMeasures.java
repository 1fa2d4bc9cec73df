package io.walkout.bench.realism.pictures;

import io.walkout.bench.realism.figure.Curve;
import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.figure.Quantiles;
import java.util.ArrayList;
import java.util.List;

/** Light, noise, sharpness and change of one camera's pictures. */
public final class PictureMeasures {
  /** A pixel is flat if luminance changes by less than this over its neighbours. */
  private static final double FLAT_GRADIENT = 6;

  /** Luminance beyond which a pixel is said to have changed since the picture before. */
  private static final int CHANGED = 10;

  private final List<byte[]> luma = new ArrayList<>();
  private final int width;
  private final int height;
  private final byte[] background;

  /** Looks at a clip, which must have at least two pictures. */
  public PictureMeasures(Clip clip) {
    width = clip.width();
    height = clip.height();
    for (int i = 0; i < clip.size(); i++) {
      luma.add(clip.luma(i));
    }
    background = Background.of(luma);
  }

  /** The person, or whatever differs most from the empty scene, in a picture. */
  public Silhouette silhouette(int picture) {
    return Silhouette.of(luma.get(picture), background, width);
  }

  /**
   * Measures.
   *
   * @param camera what to call it
   */
  public Measured measure(String camera) {
    Measured m = new Measured();
    light(m, camera);
    noise(m, camera);
    double[] gradient = gradient(background);
    double energy = 0;
    for (double g : gradient) {
      energy += g * g / gradient.length;
    }
    m.put(camera, "gradient energy of the empty scene", "", energy);
    m.put(camera, "gradient energy over contrast squared", "", energy / variance(background));
    change(m, camera);
    return m;
  }

  private void light(Measured m, String camera) {
    double[] histogram = new double[256];
    double[] means = new double[luma.size()];
    for (int k = 0; k < means.length; k++) {
      for (byte value : luma.get(k)) {
        histogram[value & 0xff] += 1;
        means[k] += (value & 0xff) / (double) background.length;
      }
    }
    double all = (double) background.length * luma.size();
    double[] levels = new double[64];
    double[] share = new double[64];
    double below = 0;
    double[] quantile = new double[3];
    double[] wanted = {0.05, 0.5, 0.95};
    for (int v = 0; v < 256; v++) {
      levels[v / 4] = v - 1.5;
      share[v / 4] += 100 * histogram[v] / all;
      below += histogram[v] / all;
      for (int q = 0; q < 3; q++) {
        quantile[q] = quantile[q] == 0 && below >= wanted[q] ? v : quantile[q];
      }
    }
    m.put(camera, "luminance, 5th percentile", "of 255", quantile[0]);
    m.put(camera, "luminance, median", "of 255", quantile[1]);
    m.put(camera, "luminance, 95th percentile", "of 255", quantile[2]);
    m.put(camera, "luminance histogram", "%", Curve.single(levels, share));
    double[] steps = new double[Math.max(0, means.length - 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = Math.abs(means[k + 1] - means[k]);
    }
    m.put(
        camera,
        "mean luminance from picture to picture, median change",
        "",
        Quantiles.median(steps));
    m.put(
        camera, "mean luminance over the clip, sigma", "", Quantiles.sigma(means, 0, means.length));
  }

  /**
   * Temporal noise of flat places: the median over pictures of the difference to the one before is
   * blind to people, who pass any place for less than half of the time; over root two, and by the
   * normal distribution's 1.4826. Compression repeats much of a picture exactly, so the mean of
   * squares over the calm half of the differences says more than the median: both are given.
   */
  private void noise(Measured m, String camera) {
    double[] gradient = gradient(background);
    List<Double> sigma = new ArrayList<>();
    long flat = 0;
    long equal = 0;
    long pairs = 0;
    for (int y = 2; y < height - 2; y += 2) {
      for (int x = 2; x < width - 2; x += 2) {
        int i = y * width + x;
        if (gradient[i] >= FLAT_GRADIENT) {
          continue;
        }
        flat++;
        int[] counts = new int[256];
        for (int k = 1; k < luma.size(); k++) {
          counts[Math.abs((luma.get(k)[i] & 0xff) - (luma.get(k - 1)[i] & 0xff))]++;
        }
        equal += counts[0];
        pairs += luma.size() - 1;
        sigma.add(calmSigma(counts, luma.size() - 1));
      }
    }
    double[] all = sigma.stream().mapToDouble(Double::doubleValue).toArray();
    m.put(camera, "flat share of the picture", "%", 400.0 * flat / (width * (double) height));
    m.put(camera, "noise sigma in flat places, median", "of 255", Quantiles.median(all));
    m.put(camera, "noise sigma in flat places, 90th percentile", "of 255", Quantiles.of(all, 0.9));
    m.put(camera, "flat pixels that repeat exactly", "%", 100.0 * equal / Math.max(1, pairs));
  }

  /**
   * Sigma from the smaller nine tenths of the differences. For a normal distribution cut off there
   * the mean square is 0.6230 of the whole one's.
   */
  private static double calmSigma(int[] counts, int n) {
    int kept = (int) (0.9 * n);
    int seen = 0;
    double squares = 0;
    for (int d = 0; d < 256 && seen < kept; d++) {
      int here = Math.min(counts[d], kept - seen);
      squares += (double) here * d * d;
      seen += here;
    }
    return kept == 0 ? Double.NaN : Math.sqrt(squares / kept / 0.6230 / 2);
  }

  private void change(Measured m, String camera) {
    List<Double> calm = new ArrayList<>();
    List<Double> share = new ArrayList<>();
    int every = Math.max(1, luma.size() / 60);
    for (int k = 1; k < luma.size(); k += every) {
      Silhouette person = silhouette(k);
      double sum = 0;
      long changed = 0;
      long pixels = 0;
      for (int i = 0; i < background.length; i++) {
        int x = i % width;
        int y = i / width;
        boolean near =
            x > person.left() - 15
                && x < person.left() + person.width() + 15
                && y > person.top() - 15
                && y < person.top() + person.height() + 15;
        if (!near) {
          int d = Math.abs((luma.get(k)[i] & 0xff) - (luma.get(k - 1)[i] & 0xff));
          sum += d;
          changed += d > CHANGED ? 1 : 0;
          pixels++;
        }
      }
      if (pixels > background.length / 4) {
        calm.add(sum / pixels);
        share.add(100.0 * changed / pixels);
      }
    }
    m.put(camera, "change between pictures where nobody is, mean", "of 255", median(calm));
    m.put(camera, "pixels changed by more than 10 where nobody is", "%", median(share));
  }

  private static double median(List<Double> values) {
    return Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Size of the luminance gradient by central differences, a pixel. */
  private double[] gradient(byte[] picture) {
    double[] gradient = new double[picture.length];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        double dx = ((picture[i + 1] & 0xff) - (picture[i - 1] & 0xff)) / 2.0;
        double dy = ((picture[i + width] & 0xff) - (picture[i - width] & 0xff)) / 2.0;
        gradient[i] = Math.sqrt(dx * dx + dy * dy);
      }
    }
    return gradient;
  }

  private static double variance(byte[] picture) {
    double mean = 0;
    for (byte value : picture) {
      mean += (value & 0xff) / (double) picture.length;
    }
    double squares = 0;
    for (byte value : picture) {
      squares += ((value & 0xff) - mean) * ((value & 0xff) - mean) / picture.length;
    }
    return squares;
  }
}
