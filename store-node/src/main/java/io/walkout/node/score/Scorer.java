package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rule of docs/using/score.md: multisets over (person, barcode), and what else a shopkeeper
 * asks.
 */
public final class Scorer {
  private final Store store;
  private final Truth truth;
  private final Tracks tracks;

  /** A scorer for one recording. */
  public Scorer(Store store, Truth truth, Tracks tracks) {
    this.store = store;
    this.truth = truth;
    this.tracks = tracks;
  }

  /** Scores receipts; visits that fit nobody in the truth count with all they hold as wrong. */
  public Score score(List<Score.Visit> visits) {
    Map<String, String> personOf = new PeopleMatcher(store.layout(), tracks).match(truth, visits);
    SortedMap<String, Basket> due = new TreeMap<>();
    for (Truth.Receipt receipt : truth.receipts()) {
      Basket basket = due.computeIfAbsent(receipt.targetId(), p -> new Basket());
      receipt.products().forEach(item -> basket.add(item.barcode().value(), item.quantity()));
    }
    SortedMap<String, Basket> shown = new TreeMap<>();
    SortedMap<String, Basket> charged = new TreeMap<>();
    Map<String, Long> chargedMinor = new HashMap<>();
    int lines = 0;
    int inReview = 0;
    for (Score.Visit visit : visits) {
      String person = personOf.getOrDefault(visit.visitId(), "visit " + visit.visitId());
      Basket all = shown.computeIfAbsent(person, p -> new Basket());
      Basket paid = charged.computeIfAbsent(person, p -> new Basket());
      chargedMinor.merge(person, visit.totalMinor(), Math::addExact);
      for (Score.Line line : visit.lines()) {
        all.add(line.barcode(), line.quantity());
        lines++;
        if (line.charged()) {
          paid.add(line.barcode(), line.quantity());
        } else {
          inReview++;
        }
      }
    }
    return assemble(visits, personOf, due, shown, charged, chargedMinor, lines, inReview);
  }

  private Score assemble(
      List<Score.Visit> visits,
      Map<String, String> personOf,
      SortedMap<String, Basket> due,
      SortedMap<String, Basket> shown,
      SortedMap<String, Basket> charged,
      Map<String, Long> chargedMinor,
      int lines,
      int inReview) {
    TreeSet<String> people = new TreeSet<>(due.keySet());
    people.addAll(shown.keySet());
    Basket nothing = new Basket();
    Basket allDue = new Basket();
    Basket allShown = new Basket();
    int common = 0;
    int exact = 0;
    long errorMinor = 0;
    long dueMinor = 0;
    List<String> unpriced = new ArrayList<>();
    Map<String, Map<String, Integer>> missing = new TreeMap<>();
    Map<String, Map<String, Integer>> extra = new TreeMap<>();
    for (String person : people) {
      Basket isDue = due.getOrDefault(person, nothing);
      Basket isShown = shown.getOrDefault(person, nothing);
      allDue.addAll(isDue);
      allShown.addAll(isShown);
      common += isShown.common(isDue);
      exact += isShown.equals(isDue) ? 1 : 0;
      putUnlessEmpty(missing, person, isDue.without(isShown));
      putUnlessEmpty(extra, person, isShown.without(isDue));
      long personDue = dueMinor(isDue, unpriced);
      dueMinor += personDue;
      errorMinor += Math.abs(chargedMinor.getOrDefault(person, 0L) - personDue);
    }
    return new Score(
        truth.caseName(),
        Basket.f1(common, allShown.size(), allDue.size()),
        f1(charged, due),
        Basket.f1(allShown.common(allDue), allShown.size(), allDue.size()),
        common,
        allShown.size(),
        allDue.size(),
        exact,
        people.size(),
        dueMinor == 0 ? (errorMinor == 0 ? 0 : Double.NaN) : (double) errorMinor / dueMinor,
        lines,
        inReview,
        lines == 0 ? 0 : 1000.0 * inReview / lines,
        tracks.worstSecondsToReceipt(),
        PeopleMatcher.describe(visits, personOf),
        unpriced,
        missing,
        extra);
  }

  private static double f1(Map<String, Basket> shown, Map<String, Basket> due) {
    int common = 0;
    for (Map.Entry<String, Basket> e : shown.entrySet()) {
      common += e.getValue().common(due.getOrDefault(e.getKey(), new Basket()));
    }
    int predicted = shown.values().stream().mapToInt(Basket::size).sum();
    int truth = due.values().stream().mapToInt(Basket::size).sum();
    return Basket.f1(common, predicted, truth);
  }

  private long dueMinor(Basket basket, List<String> unpriced) {
    long sum = 0;
    for (Map.Entry<String, Integer> e : basket.quantities().entrySet()) {
      Money price =
          store.catalogue().find(new ProductCode(e.getKey())).map(Product::price).orElse(null);
      if (price == null) {
        unpriced.add(e.getKey());
      } else {
        sum = Math.addExact(sum, price.times(e.getValue()).minor());
      }
    }
    return sum;
  }

  private static void putUnlessEmpty(
      Map<String, Map<String, Integer>> map, String person, Map<String, Integer> units) {
    if (!units.isEmpty()) {
      map.put(person, units);
    }
  }
}
