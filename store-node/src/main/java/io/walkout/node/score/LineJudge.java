package io.walkout.node.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds each line against the truth, by person or by account. Where a person has several lines of
 * one product, what they truly have is granted to the surest line first, so that what is too many
 * is blamed on the least sure, and what is too few on the last.
 */
final class LineJudge {
  private LineJudge() {}

  private record Placed(String visitId, String owner, int number, Score.Line line) {
    double certainty() {
      Double stated = line.certainty();
      return stated == null ? -1 : stated;
    }
  }

  /**
   * All lines, in the order of the receipts, each by its person and by the account that pays.
   *
   * @param accountOf the account that a person is on: their party, or they themselves
   * @param people what each person owes
   * @param accounts what each account owes
   */
  static List<JudgedLine> judge(
      List<Score.Visit> visits,
      Function<Score.Visit, String> personOf,
      Accounting people,
      UnaryOperator<String> accountOf,
      Accounting accounts) {
    List<JudgedLine> byPerson = judge(visits, personOf, people);
    List<JudgedLine> byAccount =
        judge(visits, visit -> accountOf.apply(personOf.apply(visit)), accounts);
    List<JudgedLine> both = new ArrayList<>();
    for (int i = 0; i < byPerson.size(); i++) {
      both.add(byPerson.get(i).forAccount(byAccount.get(i).right()));
    }
    return both;
  }

  /** All lines by one kind of owner, in the order of the receipts. */
  private static List<JudgedLine> judge(
      List<Score.Visit> visits, Function<Score.Visit, String> ownerOf, Accounting accounts) {
    SortedMap<String, SortedMap<String, List<Placed>>> byProduct = new TreeMap<>();
    List<Placed> all = new ArrayList<>();
    for (Score.Visit visit : visits) {
      String owner = ownerOf.apply(visit);
      for (Score.Line line : visit.lines()) {
        Placed placed = new Placed(visit.visitId(), owner, number(all, visit), line);
        all.add(placed);
        byProduct
            .computeIfAbsent(owner, p -> new TreeMap<>())
            .computeIfAbsent(line.barcode(), b -> new ArrayList<>())
            .add(placed);
      }
    }
    List<@Nullable JudgedLine> judged = new ArrayList<>();
    all.forEach(line -> judged.add(null));
    byProduct.forEach(
        (owner, products) ->
            products.forEach(
                (barcode, lines) -> judge(lines, accounts.due(owner, barcode), all, judged)));
    List<JudgedLine> result = new ArrayList<>();
    for (JudgedLine line : judged) {
      if (line != null) {
        result.add(line);
      }
    }
    return result;
  }

  private static int number(List<Placed> before, Score.Visit visit) {
    boolean follows = !before.isEmpty() && before.getLast().visitId().equals(visit.visitId());
    return follows ? before.getLast().number() + 1 : 1;
  }

  private static void judge(
      List<Placed> lines, int due, List<Placed> all, List<@Nullable JudgedLine> judged) {
    List<Placed> surestFirst = new ArrayList<>(lines);
    surestFirst.sort(Comparator.comparingDouble(Placed::certainty).reversed());
    int rest = due;
    for (int i = 0; i < surestFirst.size(); i++) {
      Placed placed = surestFirst.get(i);
      int granted = Math.min(rest, placed.line().quantity());
      rest -= granted;
      int tooMany = placed.line().quantity() - granted;
      boolean right = tooMany == 0 && (i + 1 < surestFirst.size() || rest == 0);
      judged.set(
          all.indexOf(placed),
          new JudgedLine(
              placed.visitId(),
              placed.number(),
              placed.owner(),
              placed.line().barcode(),
              placed.line().quantity(),
              placed.line().charged(),
              placed.line().certainty(),
              right,
              tooMany));
    }
  }
}
