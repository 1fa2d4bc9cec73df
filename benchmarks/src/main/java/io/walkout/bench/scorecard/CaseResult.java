package io.walkout.bench.scorecard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case.
 *
 * @param of the case
 * @param command the shell line that repeats it from where the suite was run
 * @param failure why it never came to receipts, in one sentence; null if it did
 * @param figures what it was worth; always {@link CaseFigures#WORST} if it failed
 * @param contest what it was worth by the contest's method; null unless that was run beside ours
 */
public record CaseResult(
    SuiteCase of,
    String command,
    @Nullable String failure,
    CaseFigures figures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CaseFigures contest) {
  /** A failed case is worth the worst there is, whatever a file says of it. */
  public CaseResult {
    figures = failure == null ? figures : CaseFigures.WORST;
  }

  /** A case that came to receipts; of a suite whose paths are those of the working directory. */
  public static CaseResult of(SuiteCase of, CaseFigures figures) {
    return new CaseResult(of, of.command(null), null, figures, null);
  }

  /** A case that did not. */
  public static CaseResult failed(SuiteCase of, String why) {
    return new CaseResult(of, of.command(null), why, CaseFigures.WORST, null);
  }

  /** The same, repeated by another shell line. */
  CaseResult repeatedBy(String line) {
    return new CaseResult(of, line, failure, figures, contest);
  }

  /** The same, with what the contest's method made of it. */
  CaseResult beside(CaseFigures contestFigures) {
    return new CaseResult(of, command, failure, figures, contestFigures);
  }

  /** The contest's method's result; only of a case that it was run on. */
  CaseResult byContest() {
    return new CaseResult(of, command, null, Objects.requireNonNull(contest), null);
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
