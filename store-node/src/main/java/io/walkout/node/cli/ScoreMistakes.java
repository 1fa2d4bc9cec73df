package io.walkout.node.cli;

import io.walkout.node.score.Cause;
import io.walkout.node.score.Causes;
import io.walkout.node.score.Mistake;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What is wrong with receipts and why, for people to read. */
final class ScoreMistakes {
  /** A page of examples; {@code --json} has all. */
  private static final int MOST_SHOWN = 20;

  private ScoreMistakes() {}

  static void print(Causes causes, PrintWriter out) {
    StringJoiner counts = new StringJoiner(", ");
    causes.counts().forEach((cause, n) -> counts.add(n + " " + name(cause)));
    ScoreText.line(out, "mistakes", causes.mistakes().isEmpty() ? "none" : counts.toString());
    causes.mistakes().stream()
        .limit(MOST_SHOWN)
        .forEach(mistake -> ScoreText.line(out, "  " + name(mistake.cause()), "%s", text(mistake)));
    if (causes.mistakes().size() > MOST_SHOWN) {
      ScoreText.line(out, "", "and %d more; --json has all", causes.mistakes().size() - MOST_SHOWN);
    }
  }

  private static String name(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(Mistake m) {
    String where = where(m.at(), m.shelf());
    Mistake.Shown shown = m.shown();
    Mistake.Due due = m.due();
    if (shown == null) {
      return due == null
          ? where
          : "%s, which %s left with, is on no receipt of theirs%s"
              .formatted(due.barcode(), due.person(), where);
    }
    String line =
        "%s on line %d of %s%s%s"
            .formatted(
                shown.barcode(),
                shown.line(),
                shown.visitId(),
                shown.certainty() == null
                    ? ""
                    : String.format(Locale.ROOT, " (certainty %.2f)", shown.certainty()),
                shown.charged() ? "" : ", in review");
    if (due == null) {
      return line + ", which " + shown.person() + " did not leave with" + where;
    }
    return due.person().equals(shown.person())
        ? line + ": it was " + due.barcode() + where
        : line + ": it was " + due.person() + " who left with it" + where;
  }

  private static String where(@Nullable String at, @Nullable String shelf) {
    return (at == null ? "" : ", at " + at) + (shelf == null ? "" : ", shelf " + shelf);
  }
}
