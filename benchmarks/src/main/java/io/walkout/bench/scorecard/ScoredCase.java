package io.walkout.bench.scorecard;

import io.walkout.node.score.Cause;
import io.walkout.node.score.Mistake;
import io.walkout.node.score.Score;
import io.walkout.node.score.tracking.Tracking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scorecard keeps of the score of a case. */
final class ScoredCase {
  /** Names of people are long numbers; the end of one tells it from the others of its case. */
  private static final int SHOWN_DIGITS = 5;

  private ScoredCase() {}

  static CaseFigures figures(Score score) {
    Map<String, Integer> causes = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      causes.put(name(cause), score.causes().counts().getOrDefault(cause, 0));
    }
    List<String> wrong = score.causes().mistakes().stream().map(ScoredCase::words).toList();
    Tracking tracking = score.tracking();
    return new CaseFigures(
        score.f1(),
        score.f1Charged(),
        score.f1WithoutPeople(),
        score.parties() == null ? null : score.parties().f1(),
        score.truePositives(),
        score.predicted(),
        score.truth(),
        score.exactReceipts(),
        score.people(),
        finite(score.moneyError()),
        finite(score.moneyErrorAfterReview()),
        score.lines(),
        score.linesInReview(),
        score.delay().seconds(),
        causes,
        wrong,
        score.judgedLines(),
        tracking == null ? null : tracking.sums());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }

  /** A cause as people read it. */
  static String name(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A mistake in a few words. */
  private static String words(Mistake mistake) {
    StringBuilder words = new StringBuilder(name(mistake.cause())).append(": ");
    Mistake.Shown shown = mistake.shown();
    Mistake.Due due = mistake.due();
    if (shown != null) {
      words.append(shown.barcode()).append(shown.charged() ? " charged to " : " in review for ");
      words.append(person(shown.person()));
      if (shown.certainty() != null) {
        words.append(String.format(Locale.ROOT, " (%.2f)", shown.certainty()));
      }
    }
    if (due != null) {
      words.append(shown == null ? "" : ", truly ").append(due.barcode());
      words.append(" of ").append(person(due.person()));
    }
    if (mistake.shelf() != null) {
      words.append(", shelf ").append(mistake.shelf());
    }
    return words.toString();
  }

  private static String person(String name) {
    return name.length() > 2 * SHOWN_DIGITS && !name.startsWith("visit")
        ? "…" + name.substring(name.length() - SHOWN_DIGITS)
        : name;
  }
}
