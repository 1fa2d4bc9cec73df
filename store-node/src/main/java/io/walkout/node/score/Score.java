package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.node.score.tracking.Tracking;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good a set of receipts is.
 *
 * @param caseName the truth's name
 * @param f1 of (person, barcode) pairs: {@code 2 TP / (predicted + true)}, lines in review counted
 *     as predicted
 * @param f1Charged the same with lines in review left out
 * @param f1WithoutPeople the same as {@code f1}, by whomever
 * @param truePositives units that are right
 * @param predicted units on the receipts
 * @param truth units truly taken
 * @param exactReceipts people whose receipt is exactly right, those who took nothing included
 * @param people people in truth or on a receipt
 * @param moneyError sum of |charged - due| over the sum of due; NaN if nothing is due
 * @param moneyErrorAfterReview the same with each line in review answered by one who sees the
 *     truth, {@link ReviewedMoney}
 * @param lines lines on the receipts
 * @param linesInReview how many of them wait for review
 * @param linesDecided how many a reviewer decided; they count as charged
 * @param reviewPerThousand lines in review per thousand lines; 0 without lines
 * @param secondsToReceipt from exit to receipt, event time: the worst; NaN if the run left no event
 *     log
 * @param matchedBy how visits were matched to the truth's people
 * @param unpricedInTruth truly taken products without a price in the catalogue, which no money
 *     error can count
 * @param missing units truly taken that no receipt of that person shows
 * @param extra units on a receipt that its person did not take
 * @param origin how the case came about, as far as the truth tells
 * @param causes why units are wrong
 * @param parties the same rule by account, or null if the truth names no parties
 * @param tracking how well people were followed on the floor, or null without tracks of both
 * @param calibration whether certainty is true
 * @param delay event time from exits to receipts
 * @param judgedLines each line and whether it is right, in the order of the receipts
 * @param absent sections that can't be told, and why
 */
public record Score(
    String caseName,
    double f1,
    double f1Charged,
    double f1WithoutPeople,
    int truePositives,
    int predicted,
    int truth,
    int exactReceipts,
    int people,
    double moneyError,
    double moneyErrorAfterReview,
    int lines,
    int linesInReview,
    int linesDecided,
    double reviewPerThousand,
    double secondsToReceipt,
    String matchedBy,
    List<String> unpricedInTruth,
    Map<String, Map<String, Integer>> missing,
    Map<String, Map<String, Integer>> extra,
    Truth.Origin origin,
    Causes causes,
    @Nullable PartyScore parties,
    @Nullable Tracking tracking,
    Calibration calibration,
    ReceiptDelay delay,
    List<JudgedLine> judgedLines,
    List<String> absent) {

  /** How a visit that is nobody's stands among the people. */
  static String nobody(String visitId) {
    return "visit " + visitId;
  }

  /**
   * What {@link Scorer} needs of one receipt.
   *
   * @param visitId the visit
   * @param targetId the truth's identity, where the receipt carries one
   * @param enteredNanos first sight
   * @param exitedNanos last sight
   * @param totalMinor what was charged
   * @param lines what it shows
   */
  public record Visit(
      String visitId,
      @Nullable String targetId,
      long enteredNanos,
      long exitedNanos,
      long totalMinor,
      List<Line> lines) {}

  /**
   * What {@link Scorer} needs of one line.
   *
   * @param barcode the product's code
   * @param quantity how many
   * @param charged whether it was charged, not left to review
   * @param certainty what it says of itself, 0..1, or null if it says nothing
   * @param decided whether a reviewer decided it
   * @param offered what else it might be
   */
  public record Line(
      String barcode,
      int quantity,
      boolean charged,
      @Nullable Double certainty,
      boolean decided,
      List<Offer> offered) {
    /** Copies the list. */
    public Line {
      offered = List.copyOf(offered);
    }

    /** A line that no reviewer decided. */
    public Line(String barcode, int quantity, boolean charged, @Nullable Double certainty) {
      this(barcode, quantity, charged, certainty, false, List.of());
    }
  }

  /**
   * What a reviewer is offered in a line's place.
   *
   * @param visitId whose it would be, or null for the line's own visit
   * @param barcode the product, or null for none
   * @param quantity how many; 0 for none
   */
  public record Offer(@Nullable String visitId, @Nullable String barcode, int quantity) {}
}
