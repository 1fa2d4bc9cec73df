package io.walkout.bench.scorecard;

import io.walkout.node.score.JudgedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fault costs beside the very same visits without it: each case with the fault against the
 * case of the same scenario and seed in a sound shop. A fault changes nothing that really happens,
 * so the pairs differ by the fault alone, and the intervals are of the differences.
 *
 * @param fault the fault, or several with a plus between them
 * @param pairs cases that were run with and without it
 * @param f1 mean F1 with it
 * @param without in the sound shop
 * @param with with the fault
 * @param newly lines charged wrongly with it that were not so without it: right, in review, or not
 *     there
 * @param noLonger lines charged wrongly without it that are not so with it
 * @param worse pairs with more lines charged wrongly with it
 * @param better pairs with fewer
 * @param chance of as many worse pairs or more among those that differ, were a fault as likely to
 *     help as to harm (the sign test, one-sided); 1 where none differ
 * @param moreWrong lines charged wrongly per 1,000, with less without, with its interval
 * @param moreReview lines in review per 1,000, with less without, with its interval
 */
public record Toll(
    String fault,
    int pairs,
    double f1,
    Lines without,
    Lines with,
    int newly,
    int noLonger,
    int worse,
    int better,
    double chance,
    @Nullable Estimate moreWrong,
    @Nullable Estimate moreReview) {

  /**
   * Lines of receipts.
   *
   * @param all how many
   * @param wrong charged wrongly
   * @param review in review
   */
  public record Lines(int all, int wrong, int review) {}

  /** A case and the same without the fault. */
  private record Pair(CaseResult sound, CaseResult faulty) {}

  /** Of each fault that has cases whose sound ones were run too, in the order of the suite. */
  static List<Toll> each(List<CaseResult> cases) {
    Map<SuiteCase, CaseResult> sound = new HashMap<>();
    for (CaseResult c : cases) {
      if (c.of().row().faults().isEmpty()) {
        sound.put(c.of(), c);
      }
    }
    List<Toll> tolls = new ArrayList<>();
    Group.by(cases, c -> String.join("+", c.of().row().faults()))
        .forEach(
            (fault, faulty) -> {
              List<Pair> pairs = new ArrayList<>();
              for (CaseResult c : faulty) {
                CaseResult same =
                    sound.get(new SuiteCase(c.of().row().withoutFaults(), c.of().seed()));
                if (!fault.isEmpty() && same != null) {
                  pairs.add(new Pair(same, c));
                }
              }
              if (!pairs.isEmpty()) {
                tolls.add(of(fault, pairs));
              }
            });
    return tolls;
  }

  private static Toll of(String fault, List<Pair> pairs) {
    int newly = 0;
    int noLonger = 0;
    int worse = 0;
    int better = 0;
    Map<String, List<Pair>> rows = new HashMap<>();
    List<List<Pair>> strata = new ArrayList<>();
    for (Pair pair : pairs) {
      Set<String> before = wrong(pair.sound());
      Set<String> now = wrong(pair.faulty());
      newly += without(now, before);
      noLonger += without(before, now);
      worse += now.size() > before.size() ? 1 : 0;
      better += now.size() < before.size() ? 1 : 0;
      rows.computeIfAbsent(
              pair.faulty().of().row().label(),
              label -> {
                strata.add(new ArrayList<>());
                return strata.getLast();
              })
          .add(pair);
    }
    List<CaseResult> faulty = pairs.stream().map(Pair::faulty).toList();
    return new Toll(
        fault,
        pairs.size(),
        Figure.F1.over(faulty),
        lines(pairs.stream().map(Pair::sound).toList()),
        lines(faulty),
        newly,
        noLonger,
        worse,
        better,
        atLeast(worse, worse + better),
        Bootstrap.estimate(strata, drawn -> difference(drawn, Figure.CHARGED_WRONGLY)),
        Bootstrap.estimate(strata, drawn -> difference(drawn, Figure.REVIEW)));
  }

  private static double difference(List<Pair> pairs, Figure figure) {
    return figure.over(pairs.stream().map(Pair::faulty).toList())
        - figure.over(pairs.stream().map(Pair::sound).toList());
  }

  private static Lines lines(List<CaseResult> cases) {
    int all = 0;
    int wrong = 0;
    int review = 0;
    for (CaseResult c : cases) {
      all += c.figures().lines();
      review += c.figures().linesInReview();
      wrong += (int) c.figures().judged().stream().filter(JudgedLine::chargesWrongly).count();
    }
    return new Lines(all, wrong, review);
  }

  /** Lines charged wrongly, by person and product: a run numbers its visits as they come. */
  private static Set<String> wrong(CaseResult of) {
    Set<String> wrong = new HashSet<>();
    for (JudgedLine line : of.figures().judged()) {
      if (line.chargesWrongly()) {
        wrong.add(line.person() + " " + line.barcode());
      }
    }
    return wrong;
  }

  private static int without(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(s -> !others.contains(s)).count();
  }

  /** Chance of {@code heads} or more of {@code tosses} of a fair coin. */
  static double atLeast(int heads, int tosses) {
    double term = Math.pow(0.5, tosses);
    double sum = 0;
    for (int k = 0; k <= tosses; k++) {
      sum += k >= heads ? term : 0;
      term *= (double) (tosses - k) / (k + 1);
    }
    return Math.min(1, sum);
  }
}
