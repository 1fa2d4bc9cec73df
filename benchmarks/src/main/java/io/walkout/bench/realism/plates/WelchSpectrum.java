package io.walkout.bench.realism.plates;

import io.walkout.bench.realism.figure.Quantiles;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Power spectral density by averaged periodograms: P. D. Welch, "The use of fast Fourier transform
 * for the estimation of power spectra", IEEE Trans. Audio Electroacoust. 15 (1967), with Hann's
 * window, half-overlapping segments, each segment's mean taken out. Segments are averaged by their
 * median over ln 2 (B. Allen et al., "FINDCHIRP", Phys. Rev. D 85 (2012), appendix B; for many
 * segments), so that one door slam does not become the spectrum. One-sided: the sum over all
 * frequencies times {@link #stepHertz} is the variance.
 */
public final class WelchSpectrum {
  private final int segment;
  private final double rateHertz;
  private final double[] window;
  private final double scale;
  private final FastFourierTransformer fourier =
      new FastFourierTransformer(DftNormalization.STANDARD);

  /**
   * Makes one.
   *
   * @param segment samples of a segment, a power of two
   * @param rateHertz samples a second
   */
  public WelchSpectrum(int segment, double rateHertz) {
    if (Integer.bitCount(segment) != 1 || segment < 4) {
      throw new IllegalArgumentException("a segment has a power of two samples, not " + segment);
    }
    this.segment = segment;
    this.rateHertz = rateHertz;
    window = new double[segment];
    double power = 0;
    for (int i = 0; i < segment; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / segment);
      power += window[i] * window[i];
    }
    scale = 2 / (rateHertz * power);
  }

  /** Distance of neighbouring frequencies. */
  public double stepHertz() {
    return rateHertz / segment;
  }

  /** The frequencies: those of {@link #of}, without 0, up to half the rate. */
  public double[] hertz() {
    double[] hertz = new double[segment / 2];
    for (int i = 0; i < hertz.length; i++) {
      hertz[i] = (i + 1) * stepHertz();
    }
    return hertz;
  }

  /**
   * One-sided density, units squared a hertz, at {@link #hertz}; NaN if the series is too short.
   */
  public double[] of(double[] series) {
    int count = series.length < segment ? 0 : (series.length - segment) / (segment / 2) + 1;
    double[][] bySegment = new double[segment / 2][count];
    for (int k = 0; k < count; k++) {
      double[] one = periodogram(series, k * segment / 2);
      for (int i = 0; i < one.length; i++) {
        bySegment[i][k] = one[i];
      }
    }
    double[] density = new double[segment / 2];
    for (int i = 0; i < density.length; i++) {
      density[i] = Quantiles.median(bySegment[i]) / medianBias(count);
    }
    return density;
  }

  /** Share of the power between two frequencies, from inclusive, to exclusive. */
  public double share(double[] density, double fromHertz, double toHertz) {
    double all = 0;
    double here = 0;
    for (int i = 0; i < density.length; i++) {
      double hertz = (i + 1) * stepHertz();
      all += density[i];
      here += hertz >= fromHertz && hertz < toHertz ? density[i] : 0;
    }
    return here / all;
  }

  private double[] periodogram(double[] series, int from) {
    double mean = 0;
    for (int i = 0; i < segment; i++) {
      mean += series[from + i] / segment;
    }
    double[] windowed = new double[segment];
    for (int i = 0; i < segment; i++) {
      windowed[i] = window[i] * (series[from + i] - mean);
    }
    Complex[] line = fourier.transform(windowed, TransformType.FORWARD);
    double[] density = new double[segment / 2];
    for (int i = 0; i < density.length; i++) {
      double abs = line[i + 1].abs();
      boolean last = i + 1 == segment / 2;
      density[i] = abs * abs * scale / (last ? 2 : 1);
    }
    return density;
  }

  /** Median of n exponential values over their mean: FINDCHIRP's alternating harmonic sum. */
  private static double medianBias(int n) {
    int odd = n % 2 == 0 ? n - 1 : n;
    double sum = 0;
    for (int k = 1; k <= odd; k++) {
      sum += (k % 2 == 1 ? 1.0 : -1.0) / k;
    }
    return sum;
  }
}
