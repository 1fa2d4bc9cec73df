package io.walkout.node.review;

import io.walkout.billing.Review;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** Reviews for a person at a terminal. */
public final class ReviewText {
  private ReviewText() {}

  /**
   * Prints those that wait, or all, how many wait, and what to do about charges that are open.
   *
   * @param openCharges as {@link ReviewRun#openCharges}
   */
  public static void print(
      List<Review> reviews, boolean all, ZoneId zone, long openCharges, PrintWriter out) {
    long open = 0;
    for (Review r : reviews) {
      open += r.isOpen() ? 1 : 0;
      if (all || r.isOpen()) {
        for (String line : r.text(zone)) {
          out.println(line);
        }
        out.println();
      }
    }
    out.println(open == 1 ? "1 line waits for a decision." : open + " lines wait for a decision.");
    if (openCharges > 0) {
      out.println(
          openCharges
              + (openCharges == 1 ? " charge is" : " charges are")
              + " open: run review apply with the last answers again to finish "
              + (openCharges == 1 ? "it." : "them."));
    }
  }
}
