package io.walkout.tracker.shelf;

/**
 * Page's two-sided cumulative sum test (E. S. Page, "Continuous inspection schemes", Biometrika 41,
 * 1954) of innovations in sigmas: finds steps too small for one bin to tell.
 */
final class Cusum {
  /**
   * Page's reference value and limit: some 160 000 quiet bins between false alarms, if Gaussian.
   */
  private static final double SLACK = 1;

  private static final double LIMIT = 6;

  /** One bin counts at most this much, so that a knock is not a step. */
  private static final double MOST = 4;

  private double up;
  private double down;
  private long upNanos;
  private long downNanos;

  /** Forgets everything. */
  void clear() {
    up = 0;
    down = 0;
  }

  /**
   * Takes an innovation.
   *
   * @param z in sigmas
   * @param nanos start of its bin
   */
  void add(double z, long nanos) {
    double bounded = Math.clamp(z, -MOST, MOST);
    if (up == 0) {
      upNanos = nanos;
    }
    if (down == 0) {
      downNanos = nanos;
    }
    up = Math.max(0, up + bounded - SLACK);
    down = Math.max(0, down - bounded - SLACK);
  }

  /** Whether either sum is over its limit. */
  boolean alarms() {
    return up > LIMIT || down > LIMIT;
  }

  /** When the greater sum left zero. */
  long sinceNanos() {
    return up > down ? upNanos : downNanos;
  }
}
