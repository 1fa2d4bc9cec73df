package io.walkout.bench.scorecard;

import java.util.Locale;

/** Whose receipts a scorecard is about. */
public enum Method {
  /** Those of the program. */
  WALKOUT,
  /** Those of the contest's winner, by its published method: {@code io.walkout.bench.baseline}. */
  CONTEST,
  /** Those of the program, and beside them the contest's, on the same recordings. */
  BOTH;

  /** As commands and files spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the contest's method is run. */
  boolean hasContest() {
    return this != WALKOUT;
  }
}
