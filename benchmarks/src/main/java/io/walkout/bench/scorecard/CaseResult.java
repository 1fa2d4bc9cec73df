package io.walkout.bench.scorecard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case.
 *
 * @param of the case
 * @param failure why it never came to receipts, in one sentence; null if it did
 * @param figures what it was worth; {@link CaseFigures#NOTHING} if it failed
 */
public record CaseResult(SuiteCase of, @Nullable String failure, CaseFigures figures) {
  /** A case that came to receipts. */
  public static CaseResult of(SuiteCase of, CaseFigures figures) {
    return new CaseResult(of, null, figures);
  }

  /** A case that did not: it counts as F1 0. */
  public static CaseResult failed(SuiteCase of, String why) {
    return new CaseResult(of, why, CaseFigures.NOTHING);
  }

  /** Whether it never came to receipts. */
  @JsonIgnore
  public boolean isFailed() {
    return failure != null;
  }

  /** Whether anything is wrong about it. */
  @JsonIgnore
  public boolean isWrong() {
    return isFailed() || figures.f1() < 1 || !figures.wrong().isEmpty();
  }
}
