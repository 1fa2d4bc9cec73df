package io.walkout.billing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text in a terminal's columns: East Asian wide characters take two, combining marks none. An
 * approximation of Unicode Standard Annex 11 by block, good for names of goods.
 */
final class TextColumns {
  /** Most lines one text is wrapped to; the rest is cut and marked "…". */
  private static final int MOST_LINES = 4;

  private TextColumns() {}

  static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** Breaks where words may be broken, or within a word that is too long; at least one line. */
  static List<String> wrap(String text, int columns) {
    String shown = printable(text).strip();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(shown);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String word = shown.substring(from, to);
      if (width(line.toString()) + width(word.stripTrailing()) > columns && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      for (int codePoint : word.codePoints().toArray()) {
        if (width(line.toString()) + width(codePoint) > columns && codePoint != ' ') {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.appendCodePoint(codePoint);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines.size() <= MOST_LINES ? lines : cut(lines, columns);
  }

  private static List<String> cut(List<String> lines, int columns) {
    String last = lines.get(MOST_LINES - 1);
    while (width(last) >= columns) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
    kept.add(last + "…");
    return kept;
  }

  /** Control characters and the marks that turn the direction of writing become '?'. */
  static String printable(String text) {
    return text.codePoints()
        .map(c -> isUnprintable(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Zero-width joiners belong to scripts and emoji; other format characters steer the writing.
      case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D && codePoint != 0xAD;
      default -> false;
    };
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115F)
            || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
            || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
            || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
            || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
            || (codePoint >= 0x1F300 && codePoint <= 0x1F64F)
            || (codePoint >= 0x1F900 && codePoint <= 0x1F9FF)
            || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
