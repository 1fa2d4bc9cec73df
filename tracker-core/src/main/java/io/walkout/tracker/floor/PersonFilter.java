package io.walkout.tracker.floor;

/**
 * The Kalman filter of a person: x, y, their velocities and the height, in arrays. Velocity returns
 * to nought by itself (an Ornstein-Uhlenbeck process: G. Uhlenbeck, L. Ornstein, 1930; as R.
 * Singer, 1970, has it for acceleration), as people in rooms stop and turn: after a second unseen
 * the place is as unsure as a walk of a second makes it, whatever the frame rate.
 */
final class PersonFilter {
  /** Numbers of a state: x, y, vx, vy, height. */
  static final int STATE = 5;

  /** Numbers of a covariance, row by row. */
  static final int COVARIANCE = STATE * STATE;

  private final double speed;
  private final double turnSeconds;
  private final double heightPerSecond;
  private final double[] gain = new double[STATE];
  private final double[] ph = new double[STATE];

  PersonFilter(FloorTrackerSettings settings) {
    speed = settings.walkingSpeed();
    turnSeconds = settings.turnSeconds();
    heightPerSecond = settings.heightPerSecond();
  }

  /** Spread of a velocity of which nothing is known, metres a second. */
  double speed() {
    return speed;
  }

  /** Moves a state on in time. */
  void predict(double[] x, int s, double[] p, int c, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    double b = 1 / turnSeconds;
    double e = Math.exp(-b * seconds);
    double f = (1 - e) / b;
    double v2 = speed * speed;
    double qvv = v2 * (1 - e * e);
    double qxv = v2 / b * (1 - e) * (1 - e);
    double qxx = v2 / (b * b) * (2 * b * seconds - 3 + 4 * e - e * e);
    for (int a = 0; a < 2; a++) {
      x[s + a] += f * x[s + 2 + a];
      x[s + 2 + a] *= e;
    }
    // P = F P F': rows, then columns.
    for (int k = 0; k < STATE; k++) {
      for (int a = 0; a < 2; a++) {
        p[c + STATE * a + k] += f * p[c + STATE * (2 + a) + k];
        p[c + STATE * (2 + a) + k] *= e;
      }
    }
    for (int k = 0; k < STATE; k++) {
      for (int a = 0; a < 2; a++) {
        p[c + STATE * k + a] += f * p[c + STATE * k + 2 + a];
        p[c + STATE * k + 2 + a] *= e;
      }
    }
    for (int a = 0; a < 2; a++) {
      p[c + (STATE + 1) * a] += qxx;
      p[c + STATE * a + 2 + a] += qxv;
      p[c + STATE * (2 + a) + a] += qxv;
      p[c + (STATE + 1) * (2 + a)] += qvv;
    }
    p[c + COVARIANCE - 1] += heightPerSecond * heightPerSecond * seconds;
  }

  /**
   * Takes one number measured: {@code innovation} is what was seen less what was expected.
   *
   * @param jx derivatives by x, y and height
   * @param variance of the measurement
   */
  void update(
      double[] x,
      int s,
      double[] p,
      int c,
      double innovation,
      double jx,
      double jy,
      double jh,
      double variance) {
    double total = variance;
    for (int k = 0; k < STATE; k++) {
      int row = c + STATE * k;
      ph[k] = jx * p[row] + jy * p[row + 1] + jh * p[row + 4];
    }
    total += jx * ph[0] + jy * ph[1] + jh * ph[4];
    for (int k = 0; k < STATE; k++) {
      gain[k] = ph[k] / total;
      x[s + k] += gain[k] * innovation;
    }
    for (int k = 0; k < STATE; k++) {
      for (int m = 0; m < STATE; m++) {
        p[c + STATE * k + m] -= gain[k] * ph[m];
      }
    }
  }

  /** Variance of a number that depends on x, y and height. */
  static double variance(double[] p, int c, double jx, double jy, double jh) {
    return covariance(p, c, jx, jy, jh, jx, jy, jh);
  }

  /** Covariance of two numbers that depend on x, y and height. */
  static double covariance(
      double[] p, int c, double ax, double ay, double ah, double bx, double by, double bh) {
    return ax * (p[c] * bx + p[c + 1] * by + p[c + 4] * bh)
        + ay * (p[c + 5] * bx + p[c + 6] * by + p[c + 9] * bh)
        + ah * (p[c + 20] * bx + p[c + 21] * by + p[c + 24] * bh);
  }
}
