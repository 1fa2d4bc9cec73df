package io.walkout.billing;

import io.walkout.store.VisitId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that was too uncertain to be charged, for a person to decide.
 *
 * @param visit whose line it is
 * @param number the line's number on the receipt as it was first made, from 1
 * @param fingerprint tells this line from what another run made of it; an answer must repeat it
 * @param enteredNanos first sight of the visit
 * @param exitedNanos last sight
 * @param line the line: the best guess, why it is in review, and all evidence
 * @param outcome what was decided, or null while nobody has
 */
public record Review(
    VisitId visit,
    int number,
    String fingerprint,
    long enteredNanos,
    long exitedNanos,
    ReceiptLine line,
    @Nullable ReviewOutcome outcome) {
  /** Hexadecimal digits of a fingerprint: 64 bits, so that no two lines of a store share one. */
  private static final int DIGITS = 16;

  /** Names a review: the visit and the number of its line. */
  static String id(VisitId visit, int number) {
    return visit + "/" + number;
  }

  /** Its name. */
  public String id() {
    return id(visit, number);
  }

  /** Whether nobody has decided it. */
  public boolean isOpen() {
    return outcome == null;
  }

  /**
   * For a person at a terminal: its name and fingerprint, its explanations with how likely each is,
   * what was felt, and what to look at; times in that zone.
   */
  public List<String> text(ZoneId zone) {
    List<String> text = new ArrayList<>();
    text.add(id() + "  " + fingerprint + (outcome == null ? "" : "  decided: " + told(outcome)));
    text.add("  " + line.reason());
    for (ReviewExplanation e : ReviewExplanation.of(this)) {
      text.add("  " + EvidenceText.percent(e.probability()) + " " + e.says());
    }
    for (LineEvidence.Event e : line.evidence().events()) {
      text.add("  felt: " + EvidenceText.why(e, visit.value(), zone));
      for (LineEvidence.Clip clip : e.watch()) {
        text.add("  see:  " + EvidenceText.clip(clip, zone));
      }
    }
    return text.stream().map(TextColumns::printable).toList();
  }

  private static String told(ReviewOutcome o) {
    return o.decision() + ", " + AnswerReading.told(o);
  }

  /** The reviews of a settled visit, by number. */
  static List<Review> of(Settlement s, List<ReviewOutcome> outcomes) {
    List<Review> reviews = new ArrayList<>();
    for (int i = 0; i < s.lines().size(); i++) {
      if (s.lines().get(i).status() == ReceiptLine.Status.IN_REVIEW) {
        int number = i + 1;
        ReviewOutcome decided = null;
        for (ReviewOutcome o : outcomes) {
          decided = o.visit().equals(s.visit()) && o.line() == number ? o : decided;
        }
        reviews.add(
            new Review(
                s.visit(),
                number,
                fingerprint(s, number),
                s.enteredNanos(),
                s.exitedNanos(),
                s.lines().get(i),
                decided));
      }
    }
    return reviews;
  }

  /**
   * Of what a reviewer decides on: the cart with all that was measured for it, and the line with
   * its explanations and prices. Pictures that happen to be at hand don't belong to it.
   */
  private static String fingerprint(Settlement s, int number) {
    ReceiptLine line = s.lines().get(number - 1);
    String text =
        String.join(
            "\n",
            s.visit().value(),
            s.cartSha256(),
            Integer.toString(number),
            line.quantity() + " " + line.gtin() + " " + line.unitPriceMinor(),
            ReceiptJson.text(line.alternatives()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
