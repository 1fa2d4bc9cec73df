package io.walkout.tracker.box;

/**
 * Where the people will be: a Kalman filter for each of a box's middle, footing, width and height
 * (R. E. Kalman, 1960), whose speeds are forgotten in time (an Ornstein-Uhlenbeck process), so that
 * the uncertainty of someone unseen grows no faster than people walk, at any frame rate. Unlike
 * SORT and its followers nothing is tied to the length of a frame, and a hidden person's box is
 * measured less firmly.
 */
final class BoxMotion {
  /** Smallest box a filter may come to, pixels. */
  private static final double LEAST_PIXELS = 2;

  /** No detector's sizes are taken for noisier than so many times the settings' noise. */
  private static final double MOST_NOISE = 3;

  /** What a squared error over its variance, cut at {@link #MOST_ERROR}, is on average. */
  private static final double MEAN_ERROR = 0.96;

  private static final double MOST_ERROR = 9;

  /** Sizes of people who are covered more say nothing about the detector. */
  private static final double LITTLE_COVER = 0.2;

  private final BoxTrackerSettings.Motion s;
  private final TrackTable tracks;
  private final SeenBoxes seen;

  /** How much noisier this detector's places and sizes are than the settings say. */
  private final double[] noisier = {1, 1, 1, 1};

  BoxMotion(BoxTrackerSettings.Motion settings, TrackTable tracks, SeenBoxes seen) {
    this.s = settings;
    this.tracks = tracks;
    this.seen = seen;
  }

  /** Begins a track with a box. */
  void begin(int k, int j) {
    double h = seen.height[j];
    double place = s.placeNoise() * h;
    double size = s.sizeNoise() * h;
    double born = s.bornSpeed() * h;
    begin(k, 0, middle(j), place, s.speed() * born);
    begin(k, 1, footing(j), place, s.depthSpeed() * born);
    begin(k, 2, seen.width[j], size, s.sizeSpeed() * h / 2);
    begin(k, 3, h, size, s.sizeSpeed() * h);
    outline(k);
  }

  private void begin(int k, int axis, double value, double noise, double speed) {
    double[] x = tracks.state;
    int o = k * TrackTable.STATE + axis * TrackTable.AXIS;
    x[o] = value;
    x[o + 1] = 0;
    x[o + 2] = noise * noise;
    x[o + 3] = 0;
    x[o + 4] = speed * speed;
  }

  /** Moves a track on in time. */
  void predict(int k, double seconds) {
    double h = Math.max(LEAST_PIXELS, tracks.height[k]);
    double wobble = s.wobble() * h;
    double sizeWobble = s.sizeWobble() * h;
    double lasts = s.speedSeconds();
    predict(k, 0, seconds, s.speed() * h, lasts, wobble);
    predict(k, 1, seconds, s.depthSpeed() * h, lasts, wobble);
    predict(k, 2, seconds, s.sizeSpeed() * h / 2, s.sizeSeconds(), sizeWobble);
    predict(k, 3, seconds, s.sizeSpeed() * h, s.sizeSeconds(), sizeWobble);
    outline(k);
  }

  private void predict(int k, int axis, double t, double speed, double lasts, double wobble) {
    double[] x = tracks.state;
    int o = k * TrackTable.STATE + axis * TrackTable.AXIS;
    double e = Math.exp(-t / lasts);
    double f = lasts * (1 - e);
    double v = speed * speed;
    double p01 = x[o + 3];
    double p11 = x[o + 4];
    // The closed form loses its digits for short steps; there its first terms are better.
    boolean isShort = t < 0.1 * lasts;
    double far = lasts * lasts * (2 * t / lasts - (3 - e) * (1 - e));
    double q00 = isShort ? 2 * t * t * t / (3 * lasts) : far;
    double q01 = lasts * (1 - e) * (1 - e);
    x[o] += f * x[o + 1];
    x[o + 1] *= e;
    x[o + 2] += 2 * f * p01 + f * f * p11 + v * q00 + wobble * wobble * t;
    x[o + 3] = e * (p01 + f * p11) + v * q01;
    x[o + 4] = e * e * p11 + v * (1 - e * e);
  }

  /**
   * Takes a box as where the person is.
   *
   * @param learning whether the detector's noise may be learned from it: not while the camera moves
   */
  void measure(int k, int j, boolean learning) {
    if (learning && tracks.certain[k] && tracks.missed[k] == 0 && tracks.cover[k] < LITTLE_COVER) {
      learn(k, 2, seen.width[j] - estimate(k, 2), j);
      learn(k, 3, seen.height[j] - estimate(k, 3), j);
    }
    double blur = 1 + s.coverNoise() * tracks.cover[k];
    measure(k, 0, middle(j), blur * noise(0, j));
    measure(k, 1, footing(j), blur * noise(1, j));
    measure(k, 2, seen.width[j], blur * noise(2, j));
    measure(k, 3, seen.height[j], blur * noise(3, j));
    outline(k);
  }

  /** Moves the noise until errors are as large as their variances say. */
  private void learn(int k, int axis, double off, int j) {
    double error = Math.min(MOST_ERROR, off * off / variance(k, axis, j));
    double change = Math.exp(s.noiseLearning() * (error - MEAN_ERROR));
    noisier[axis] = Math.clamp(noisier[axis] * change, 1, MOST_NOISE);
  }

  private double estimate(int k, int axis) {
    return tracks.state[k * TrackTable.STATE + axis * TrackTable.AXIS];
  }

  private double noise(int axis, int j) {
    double share = axis < 2 ? s.placeNoise() : s.sizeNoise();
    return noisier[axis] * share * seen.height[j];
  }

  private void measure(int k, int axis, double value, double noise) {
    double[] x = tracks.state;
    int o = k * TrackTable.STATE + axis * TrackTable.AXIS;
    double p01 = x[o + 3];
    double known = x[o + 2] / (x[o + 2] + noise * noise);
    double toSpeed = p01 / (x[o + 2] + noise * noise);
    double off = value - x[o];
    x[o] += known * off;
    x[o + 1] += toSpeed * off;
    x[o + 2] *= 1 - known;
    x[o + 3] *= 1 - known;
    x[o + 4] -= toSpeed * p01;
  }

  /** Moves all tracks as the camera moved, pixels. */
  void shift(double dx, double dy) {
    for (int i = 0; i < tracks.count; i++) {
      int k = tracks.order[i];
      tracks.state[k * TrackTable.STATE] += dx;
      tracks.state[k * TrackTable.STATE + TrackTable.AXIS] += dy;
      outline(k);
    }
  }

  private void outline(int k) {
    double[] x = tracks.state;
    int o = k * TrackTable.STATE;
    double w = Math.max(LEAST_PIXELS, x[o + 2 * TrackTable.AXIS]);
    double h = Math.max(LEAST_PIXELS, x[o + 3 * TrackTable.AXIS]);
    tracks.width[k] = w;
    tracks.height[k] = h;
    tracks.left[k] = x[o] - w / 2;
    tracks.top[k] = x[o + TrackTable.AXIS] - s.footing() * h;
  }

  private double middle(int j) {
    return seen.left[j] + seen.width[j] / 2;
  }

  private double footing(int j) {
    return seen.top[j] + s.footing() * seen.height[j];
  }

  /** Distance of a box to the side of where the track is expected, pixels. */
  double aside(int k, int j) {
    return middle(j) - estimate(k, 0);
  }

  /** Distance of a box below where the track is expected, pixels. */
  double below(int k, int j) {
    return footing(j) - estimate(k, 1);
  }

  /** Variance of a distance: of the prediction and of the box, square pixels. */
  double variance(int k, int axis, int j) {
    double noise = noise(axis, j);
    return tracks.state[k * TrackTable.STATE + axis * TrackTable.AXIS + 2] + noise * noise;
  }
}
