package io.walkout.ingest.storefile;

import java.util.Collection;
import java.util.Locale;

/** Finds what somebody who mistyped a word probably meant. */
public final class Nearest {
  private Nearest() {}

  /** {@code " (did you mean 'x'?)"} for the likeliest of the candidates, or an empty text. */
  public static String hint(String typed, Collection<String> candidates) {
    String best = "";
    // A third of the letters may differ; more is another word.
    int bestDistance = Math.max(2, typed.length() / 3) + 1;
    for (String candidate : candidates) {
      int d = distance(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (d < bestDistance) {
        bestDistance = d;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : " (did you mean '" + best + "'?)";
  }

  /**
   * Edits between two words (Levenshtein, 1966); words longer than 100 letters count as far apart.
   */
  private static int distance(String a, String b) {
    if (a.length() > 100 || b.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
