package io.walkout.bench.scorecard;

import io.walkout.node.score.JudgedLine;
import io.walkout.node.score.tracking.TrackingSums;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one case was worth: what a row's figures are made of, nothing that a wall clock or a thread
 * has touched.
 *
 * @param f1 over (person, product), lines in review counted as predicted
 * @param f1Charged the same with lines in review left out
 * @param f1WithoutPeople the same as {@code f1}, by whomever
 * @param f1ByAccount the same as {@code f1} by account; null if the truth names no accounts
 * @param right units that are right
 * @param predicted units on the receipts
 * @param taken units truly taken
 * @param exactReceipts people whose receipt is exactly right
 * @param people people in truth or on a receipt
 * @param moneyError sum of |charged - due| over the sum of due; null if nothing is due and
 *     something was charged
 * @param moneyErrorAfterReview the same with each line in review answered by one who sees the
 *     truth; null as above, and where it was not counted
 * @param lines lines on the receipts
 * @param linesInReview how many of them wait for review
 * @param secondsToReceipt event time from exit to receipt, one for each receipt, ascending
 * @param causes mistakes by cause, all causes listed
 * @param wrong each mistake, a few words each
 * @param judged each line of the receipts and whether it is right
 * @param tracking sums from which the figures of tracking are made; null without tracks of both
 */
public record CaseFigures(
    double f1,
    double f1Charged,
    double f1WithoutPeople,
    @Nullable Double f1ByAccount,
    int right,
    int predicted,
    int taken,
    int exactReceipts,
    int people,
    @Nullable Double moneyError,
    @Nullable Double moneyErrorAfterReview,
    int lines,
    int linesInReview,
    List<Double> secondsToReceipt,
    Map<String, Integer> causes,
    List<String> wrong,
    List<JudgedLine> judged,
    @Nullable TrackingSums tracking) {
  /** Copies the collections. */
  public CaseFigures {
    secondsToReceipt = List.copyOf(secondsToReceipt);
    causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    wrong = List.copyOf(wrong);
    judged = List.copyOf(judged);
  }

  /**
   * What a case is worth that never came to receipts: the worst there is. How many people and lines
   * it would have had is unknown and at least one of each, none of them right.
   */
  public static final CaseFigures WORST =
      new CaseFigures(
          0, 0, 0, null, 0, 0, 0, 0, 1, 1.0, 1.0, 1, 1, List.of(), Map.of(), List.of(), List.of(),
          null);
}
