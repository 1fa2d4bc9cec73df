package io.walkout.tracker.calibrate;

/** What was given doesn't tell a calibration; the message says what is missing, in plain words. */
public final class CalibrationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A sentence for who installs cameras. */
  public CalibrationRefused(String message) {
    super(message);
  }
}
