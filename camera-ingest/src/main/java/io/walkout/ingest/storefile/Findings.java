package io.walkout.ingest.storefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the errors and warnings of one look at files. Keeps the first {@link #LIMIT} of each;
 * the rest are only counted, and the count is the last one's text.
 */
public final class Findings {
  /** Chosen: nobody reads more than this, and a hostile file must not fill the memory. */
  public static final int LIMIT = 1000;

  /** Longest piece of a file that is repeated in a message. */
  private static final int LONGEST_QUOTE = 60;

  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int errorCount;
  private int warningCount;

  /** For nothing found yet. */
  public Findings() {}

  /** Something that makes a file useless; line 0 for the file as a whole. */
  public void error(Path file, int line, String field, String found, String expected) {
    errorCount++;
    if (errors.size() < LIMIT) {
      errors.add(new Problem(file, line, field, found, expected));
    }
  }

  void warning(Path file, int line, String field, String found, String expected) {
    warningCount++;
    if (warnings.size() < LIMIT) {
      warnings.add(new Problem(file, line, field, found, expected));
    }
  }

  /** How many errors there were. */
  public int errorCount() {
    return errorCount;
  }

  /** The errors so far, the first {@link #LIMIT} of them; {@code file} is where the rest count. */
  public List<Problem> errors(Path file) {
    return withRest(errors, errorCount, file);
  }

  List<Problem> warnings(Path file) {
    return withRest(warnings, warningCount, file);
  }

  private static List<Problem> withRest(List<Problem> kept, int count, Path file) {
    List<Problem> all = new ArrayList<>(kept);
    if (count > kept.size()) {
      all.add(new Problem(file, 0, "", (count - kept.size()) + " more problems", "none"));
    }
    return all;
  }

  /** A piece of a file in quotes, on one line, shortened. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("'");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.append(text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "...'" : "'")
        .toString();
  }
}
