package io.walkout.bench.scorecard;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one case was worth: sums from which a row's figures are made, nothing that a wall clock or a
 * thread has touched.
 *
 * @param f1 over (person, product), lines in review counted as predicted
 * @param f1Charged the same with lines in review left out
 * @param f1WithoutPeople the same as {@code f1}, by whomever
 * @param right units that are right
 * @param predicted units on the receipts
 * @param taken units truly taken
 * @param exactReceipts people whose receipt is exactly right
 * @param people people in truth or on a receipt
 * @param moneyError sum of |charged - due| over the sum of due; null if nothing is due and
 *     something was charged
 * @param lines lines on the receipts
 * @param linesInReview how many of them wait for review
 * @param secondsToReceipt event time from exit to receipt, one for each receipt, ascending
 * @param statedLines certainty and outcome of each line that states one
 * @param causes wrong units by cause
 * @param wrong what went wrong, a sentence each
 */
public record CaseFigures(
    double f1,
    double f1Charged,
    double f1WithoutPeople,
    int right,
    int predicted,
    int taken,
    int exactReceipts,
    int people,
    @Nullable Double moneyError,
    int lines,
    int linesInReview,
    List<Double> secondsToReceipt,
    List<StatedLine> statedLines,
    SortedMap<String, Integer> causes,
    List<String> wrong) {
  /** Copies the collections. */
  public CaseFigures {
    secondsToReceipt = List.copyOf(secondsToReceipt);
    statedLines = List.copyOf(statedLines);
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    wrong = List.copyOf(wrong);
  }

  /** What a case is worth that never came to receipts. */
  public static final CaseFigures NOTHING =
      new CaseFigures(
          0, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, List.of(), List.of(), new TreeMap<>(), List.of());

  /**
   * A line of a receipt that says how certain it is.
   *
   * @param certainty 0..1
   * @param right whether its person truly took just that many of that product
   */
  public record StatedLine(double certainty, boolean right) {}
}
