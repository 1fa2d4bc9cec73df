package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to explain a line in review, with what speaks for it. The first of a review is the line
 * itself, the others are its alternatives.
 *
 * @param says it in one sentence
 * @param visitId whose the goods are
 * @param gtin what they are, or null for nothing at all
 * @param name of that product, or null
 * @param quantity how many, 0 for nothing
 * @param unitPriceMinor price of one, or null where none is known
 * @param probability how likely, 0..1
 * @param expectedGrams what they weigh by the catalogue, or null if it says nothing
 * @param measuredGrams what left the shelf by the line's evidence, put-backs taken off (of a change
 *     divided between two lines, this line's part), or null if not known
 * @param sigmaGrams standard deviation of that, or null if not known
 * @param near how near whose they are came to each change, in the order of the evidence's events;
 *     null where they were not seen near
 */
@JsonPropertyOrder({
  "says",
  "visitId",
  "gtin",
  "name",
  "quantity",
  "unitPriceMinor",
  "probability",
  "expectedGrams",
  "measuredGrams",
  "sigmaGrams",
  "near"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewExplanation(
    String says,
    String visitId,
    @Nullable String gtin,
    @Nullable String name,
    int quantity,
    @Nullable Long unitPriceMinor,
    double probability,
    @Nullable Double expectedGrams,
    @Nullable Double measuredGrams,
    @Nullable Double sigmaGrams,
    List<LineEvidence.@Nullable Near> near) {

  /** Most explanations of a review: more than three, nobody weighs against each other. Chosen. */
  private static final int MOST = 3;

  /** The line as the resolver has it, then what else it may be, likeliest first. */
  static List<ReviewExplanation> of(Review review) {
    ReceiptLine line = review.line();
    List<ReviewExplanation> all = new ArrayList<>();
    all.add(
        of(
            review,
            new ReceiptLine.Alternative(
                line.gtin(),
                line.name(),
                line.quantity(),
                null,
                line.certainty(),
                line.evidence().noPrice() == null ? line.unitPriceMinor() : null,
                line.evidence().unitGrams())));
    for (ReceiptLine.Alternative a : line.alternatives()) {
      if (all.size() < MOST) {
        all.add(of(review, a));
      }
    }
    return all;
  }

  private static ReviewExplanation of(Review review, ReceiptLine.Alternative a) {
    String other = a.visitId();
    String visit = other == null ? review.visit().value() : other;
    Double unit = a.unitGrams();
    Double expected =
        a.gtin() == null
            ? Double.valueOf(0)
            : unit == null ? null : ReceiptJson.measure(unit * a.quantity(), 2);
    double left = 0;
    double variance = 0;
    List<LineEvidence.@Nullable Near> near = new ArrayList<>();
    for (LineEvidence.Event e : review.line().evidence().events()) {
      Double delta = e.deltaGrams();
      Double sigma = e.sigmaGrams();
      left -= delta == null ? Double.NaN : delta;
      variance += sigma == null ? Double.NaN : sigma * sigma;
      near.add(near(e, visit));
    }
    Double measured = ReceiptJson.measure(left, 2);
    return new ReviewExplanation(
        says(visit, a, expected, measured, near),
        visit,
        a.gtin(),
        a.name(),
        a.gtin() == null ? 0 : a.quantity(),
        a.unitPriceMinor(),
        a.probability(),
        expected,
        measured,
        ReceiptJson.measure(Math.sqrt(variance), 2),
        near);
  }

  private static LineEvidence.@Nullable Near near(LineEvidence.Event e, String visit) {
    for (LineEvidence.Near n : e.near()) {
      if (n.visitId().equals(visit)) {
        return n;
      }
    }
    return null;
  }

  private static String says(
      String visit,
      ReceiptLine.Alternative a,
      @Nullable Double expected,
      @Nullable Double measured,
      List<LineEvidence.@Nullable Near> near) {
    StringBuilder text = new StringBuilder(visit).append(" has ");
    text.append(a.gtin() == null ? "none of it" : a.quantity() + " x " + a.name());
    if (expected != null && measured != null) {
      text.append(": ").append(EvidenceText.grams(expected)).append(" g by the catalogue, ");
      text.append(EvidenceText.grams(measured)).append(" g gone from the shelf");
    }
    for (LineEvidence.Near n : a.gtin() == null ? List.<LineEvidence.@Nullable Near>of() : near) {
      text.append("; ");
      text.append(n == null ? "not seen near" : EvidenceText.reach(n.with(), n.metres()));
    }
    return text.toString();
  }
}
