package io.walkout.node.score;

import io.walkout.node.score.tracking.BestAssignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest mistakes that explain all wrong units: a unit too many and one missing are one
 * mistake if they differ only in the product, or only in the person, at one time and place. Of all
 * ways to pair them it takes one with the most pairs, and of those the one in which the times agree
 * best (docs/using/score.md). The same receipts always give the same mistakes.
 */
final class CauseFinder {
  /** Weighs one more pair above all that times can add. */
  private static final double PAIR = 1e4;

  /** At one time and of one product, it was another person: said before another product is. */
  private static final double WHO_FIRST = 1e-3;

  private final Deeds truth;
  private final Deeds run;
  private final Accounting accounts;

  CauseFinder(Deeds truth, Deeds run, Accounting accounts) {
    this.truth = truth;
    this.run = run;
    this.accounts = accounts;
  }

  private record TooMany(Mistake.Shown unit, List<Deeds.Moment> when) {}

  private record Missing(Mistake.Due unit, List<Deeds.Moment> when) {}

  private record Meeting(double seconds, Deeds.@Nullable Moment trueMoment) {}

  Causes find(List<JudgedLine> lines) {
    List<TooMany> extra = tooMany(lines);
    List<Missing> missing = missing();
    double[][] score = new double[extra.size()][missing.size()];
    for (int i = 0; i < extra.size(); i++) {
      for (int j = 0; j < missing.size(); j++) {
        score[i][j] = score(extra.get(i), missing.get(j));
      }
    }
    int[] partner = new BestAssignment().solve(score);
    boolean[] explained = new boolean[missing.size()];
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < extra.size(); i++) {
      int j = partner[i];
      if (j >= 0 && score[i][j] > 0) {
        explained[j] = true;
        mistakes.add(pair(extra.get(i), missing.get(j)));
      } else {
        mistakes.add(alone(extra.get(i)));
      }
    }
    for (int j = 0; j < explained.length; j++) {
      if (!explained[j]) {
        mistakes.add(alone(missing.get(j)));
      }
    }
    mistakes.sort(Comparator.comparing(Mistake::cause));
    Causes causes = Causes.of(mistakes);
    if (causes.wrongUnits() != extra.size() + missing.size()) {
      throw new IllegalStateException(
          causes.wrongUnits()
              + " of "
              + (extra.size() + missing.size())
              + " wrong units explained");
    }
    return causes;
  }

  private List<TooMany> tooMany(List<JudgedLine> lines) {
    List<TooMany> units = new ArrayList<>();
    for (JudgedLine line : lines) {
      String p = line.person();
      String b = line.barcode();
      List<Deeds.Moment> when =
          when(run.takes(p, b), truth.takes(p, b), truth.puts(p, b), run.puts(p, b));
      for (int i = 0; i < line.tooMany(); i++) {
        units.add(
            new TooMany(
                new Mistake.Shown(
                    line.visitId(), line.line(), p, b, line.charged(), line.certainty()),
                when));
      }
    }
    return units;
  }

  private List<Missing> missing() {
    List<Missing> units = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> person : accounts.missing().entrySet()) {
      String p = person.getKey();
      for (Map.Entry<String, Integer> product : person.getValue().entrySet()) {
        String b = product.getKey();
        List<Deeds.Moment> when =
            when(truth.takes(p, b), run.takes(p, b), run.puts(p, b), truth.puts(p, b));
        for (int i = 0; i < product.getValue(); i++) {
          units.add(new Missing(new Mistake.Due(p, b), when));
        }
      }
    }
    return units;
  }

  /**
   * When a unit may have gone wrong: at a take that only this side tells or at a put-back that only
   * the other side tells; if there is none, at any of its takes.
   */
  private static List<Deeds.Moment> when(
      List<Deeds.Moment> takes,
      List<Deeds.Moment> othersTakes,
      List<Deeds.Moment> othersPuts,
      List<Deeds.Moment> puts) {
    List<Deeds.Moment> when = new ArrayList<>(Deeds.untold(takes, othersTakes));
    when.addAll(Deeds.untold(othersPuts, puts));
    return when.isEmpty() ? takes : when;
  }

  private double score(TooMany extra, Missing missing) {
    boolean samePerson = extra.unit().person().equals(missing.unit().person());
    boolean sameProduct = extra.unit().barcode().equals(missing.unit().barcode());
    if (samePerson == sameProduct) {
      return 0;
    }
    double seconds = meeting(extra.when(), missing.when()).seconds();
    return seconds > Deeds.SAME_SECONDS
        ? 0
        : PAIR + Deeds.SAME_SECONDS - seconds + (sameProduct ? WHO_FIRST : 0);
  }

  /** How near two units come in time; as far as may be where one side's time is not known. */
  private static Meeting meeting(List<Deeds.Moment> extra, List<Deeds.Moment> missing) {
    if (extra.isEmpty() || missing.isEmpty()) {
      return new Meeting(Deeds.SAME_SECONDS, missing.isEmpty() ? first(extra) : first(missing));
    }
    Meeting nearest = new Meeting(Double.POSITIVE_INFINITY, missing.getFirst());
    for (Deeds.Moment a : extra) {
      for (Deeds.Moment b : missing) {
        double seconds = a.secondsTo(b);
        if (seconds < nearest.seconds()) {
          nearest = new Meeting(seconds, b);
        }
      }
    }
    return nearest;
  }

  private static Mistake pair(TooMany extra, Missing missing) {
    boolean sameProduct = extra.unit().barcode().equals(missing.unit().barcode());
    return mistake(
        sameProduct ? Cause.WHO_WRONG : Cause.WHAT_WRONG,
        extra.unit(),
        missing.unit(),
        meeting(extra.when(), missing.when()).trueMoment());
  }

  private Mistake alone(TooMany extra) {
    String p = extra.unit().person();
    String b = extra.unit().barcode();
    boolean tookSome = accounts.due(p, b) > 0 || !truth.takes(p, b).isEmpty();
    return mistake(
        tookSome ? Cause.COUNT_WRONG : Cause.INVENTED, extra.unit(), null, first(extra.when()));
  }

  private Mistake alone(Missing missing) {
    String p = missing.unit().person();
    String b = missing.unit().barcode();
    boolean knewSome = accounts.shown(p, b) > 0 || !run.takes(p, b).isEmpty();
    return mistake(
        knewSome ? Cause.COUNT_WRONG : Cause.MISSED, null, missing.unit(), first(missing.when()));
  }

  private static Deeds.@Nullable Moment first(List<Deeds.Moment> moments) {
    return moments.isEmpty() ? null : moments.getFirst();
  }

  private static Mistake mistake(
      Cause cause,
      Mistake.@Nullable Shown shown,
      Mistake.@Nullable Due due,
      Deeds.@Nullable Moment moment) {
    return new Mistake(cause, shown, due, Deeds.at(moment), moment == null ? null : moment.shelf());
  }
}
