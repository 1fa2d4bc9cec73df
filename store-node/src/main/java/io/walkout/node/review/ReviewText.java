package io.walkout.node.review;

import io.walkout.billing.Review;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** Reviews for a person at a terminal. */
public final class ReviewText {
  private ReviewText() {}

  /** Prints those that wait, or all, and how many wait. */
  public static void print(List<Review> reviews, boolean all, ZoneId zone, PrintWriter out) {
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
  }
}
