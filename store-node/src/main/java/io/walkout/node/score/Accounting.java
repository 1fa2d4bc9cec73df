package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What each owner (a person, or the party on one account) owes by the truth, and what receipts show
 * and charged them; and the figures that follow. One thread.
 */
final class Accounting {
  private static final Basket NOTHING = new Basket();

  private final SortedMap<String, Basket> due = new TreeMap<>();
  private final SortedMap<String, Basket> shown = new TreeMap<>();
  private final SortedMap<String, Basket> charged = new TreeMap<>();
  private final Map<String, Long> chargedMinor = new HashMap<>();
  private final Map<String, Long> owedMinor = new HashMap<>();
  private final TreeSet<String> owners;
  private final Basket allDue = new Basket();
  private final Basket allShown = new Basket();
  private final TreeSet<String> unpriced = new TreeSet<>();
  private int common;
  private int exact;
  private long errorMinor;
  private long dueMinor;

  /**
   * Adds everything up.
   *
   * @param ownerOfReceipt who owes for a receipt of the truth
   * @param ownerOfVisit whose a visit's receipt is
   */
  Accounting(
      Store store,
      Truth truth,
      List<Score.Visit> visits,
      Function<Truth.Receipt, String> ownerOfReceipt,
      Function<Score.Visit, String> ownerOfVisit) {
    for (Truth.Receipt receipt : truth.receipts()) {
      Basket basket = due.computeIfAbsent(ownerOfReceipt.apply(receipt), p -> new Basket());
      receipt.products().forEach(item -> basket.add(item.barcode().value(), item.quantity()));
    }
    for (Score.Visit visit : visits) {
      add(ownerOfVisit.apply(visit), visit);
    }
    owners = new TreeSet<>(due.keySet());
    owners.addAll(shown.keySet());
    for (String owner : owners) {
      compare(owner, store);
    }
  }

  private void add(String owner, Score.Visit visit) {
    Basket all = shown.computeIfAbsent(owner, p -> new Basket());
    Basket paid = charged.computeIfAbsent(owner, p -> new Basket());
    chargedMinor.merge(owner, visit.totalMinor(), Math::addExact);
    for (Score.Line line : visit.lines()) {
      all.add(line.barcode(), line.quantity());
      if (line.charged()) {
        paid.add(line.barcode(), line.quantity());
      }
    }
  }

  private void compare(String owner, Store store) {
    Basket isDue = due.getOrDefault(owner, NOTHING);
    Basket isShown = shown.getOrDefault(owner, NOTHING);
    allDue.addAll(isDue);
    allShown.addAll(isShown);
    common += isShown.common(isDue);
    exact += isShown.equals(isDue) ? 1 : 0;
    long ownerDue = dueMinor(isDue, store);
    dueMinor += ownerDue;
    owedMinor.put(owner, ownerDue);
    errorMinor += Math.abs(chargedMinor.getOrDefault(owner, 0L) - ownerDue);
  }

  private long dueMinor(Basket basket, Store store) {
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

  /** Owners in truth or on a receipt. */
  int owners() {
    return owners.size();
  }

  int exact() {
    return exact;
  }

  int truePositives() {
    return common;
  }

  int predicted() {
    return allShown.size();
  }

  int truth() {
    return allDue.size();
  }

  double f1() {
    return Basket.f1(common, allShown.size(), allDue.size());
  }

  double f1WithoutOwners() {
    return Basket.f1(allShown.common(allDue), allShown.size(), allDue.size());
  }

  double f1Charged() {
    int both = 0;
    int predicted = 0;
    for (Map.Entry<String, Basket> e : charged.entrySet()) {
      both += e.getValue().common(due.getOrDefault(e.getKey(), NOTHING));
      predicted += e.getValue().size();
    }
    return Basket.f1(both, predicted, allDue.size());
  }

  /**
   * Sum of |charged - due| over the sum of due; NaN if something was charged and nothing is due.
   */
  double moneyError() {
    return share(errorMinor);
  }

  /** The same if each owner were charged so much more. */
  double moneyErrorWith(Map<String, Long> moreMinor) {
    long error = 0;
    for (String owner : owners) {
      long paid = chargedMinor.getOrDefault(owner, 0L) + moreMinor.getOrDefault(owner, 0L);
      error += Math.abs(paid - owedMinor.getOrDefault(owner, 0L));
    }
    return share(error);
  }

  private double share(long minor) {
    return dueMinor == 0 ? (minor == 0 ? 0 : Double.NaN) : (double) minor / dueMinor;
  }

  /** Units of a product that an owner owes for and was not charged. */
  int unpaid(String owner, String barcode) {
    int paid = charged.getOrDefault(owner, NOTHING).quantities().getOrDefault(barcode, 0);
    return Math.max(0, due(owner, barcode) - paid);
  }

  /** Products that are due and have no price, in order. */
  List<String> unpriced() {
    return List.copyOf(unpriced);
  }

  /** Units of a product that an owner owes for. */
  int due(String owner, String barcode) {
    return due.getOrDefault(owner, NOTHING).quantities().getOrDefault(barcode, 0);
  }

  /** Units of a product on an owner's receipts. */
  int shown(String owner, String barcode) {
    return shown.getOrDefault(owner, NOTHING).quantities().getOrDefault(barcode, 0);
  }

  /** Units due that no receipt of their owner shows, by owner and product. */
  Map<String, Map<String, Integer>> missing() {
    return differences(due, shown);
  }

  /** Units on receipts that their owner does not owe for. */
  Map<String, Map<String, Integer>> extra() {
    return differences(shown, due);
  }

  private Map<String, Map<String, Integer>> differences(
      Map<String, Basket> of, Map<String, Basket> without) {
    Map<String, Map<String, Integer>> result = new TreeMap<>();
    of.forEach(
        (owner, basket) -> {
          Map<String, Integer> rest = basket.without(without.getOrDefault(owner, NOTHING));
          if (!rest.isEmpty()) {
            result.put(owner, rest);
          }
        });
    return result;
  }
}
