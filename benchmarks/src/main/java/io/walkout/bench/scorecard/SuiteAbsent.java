package io.walkout.bench.scorecard;

/** A built-in suite plays what is no part of the program, and that is not on this machine. */
final class SuiteAbsent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was looked for, and where. */
  SuiteAbsent(String message) {
    super(message);
  }
}
