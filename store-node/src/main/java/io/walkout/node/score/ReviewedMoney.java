package io.walkout.node.score;

import io.walkout.store.Money;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What would have been charged wrongly if somebody who sees the video had answered all lines in
 * review: with the truth where it is among what the line offers, else with the line as it stands.
 * Lines that are right as they stand are answered first, so that no unit is charged twice; then the
 * others in the order of the receipts, each with the offer of most units that are still owed. One
 * thread, for one score.
 */
final class ReviewedMoney {
  private final Store store;
  private final Accounting people;
  private final Function<Score.Visit, String> ownerOf;
  private final Map<String, String> ownerById = new HashMap<>();
  private final Map<String, Map<String, Integer>> unpaid = new TreeMap<>();
  private final Map<String, Long> moreMinor = new TreeMap<>();

  ReviewedMoney(
      Store store,
      Accounting people,
      List<Score.Visit> visits,
      Function<Score.Visit, String> ownerOf) {
    this.store = store;
    this.people = people;
    this.ownerOf = ownerOf;
    visits.forEach(v -> ownerById.put(v.visitId(), ownerOf.apply(v)));
    List<Waiting> wrong = new ArrayList<>();
    for (Score.Visit visit : visits) {
      for (Score.Line line : visit.lines()) {
        String owner = ownerOf.apply(visit);
        if (!line.charged() && !answer(owner, line.barcode(), line.quantity())) {
          wrong.add(new Waiting(visit, line));
        }
      }
    }
    wrong.forEach(this::answer);
  }

  private record Waiting(Score.Visit visit, Score.Line line) {}

  /** See {@link Accounting#moneyError}. */
  double error() {
    return people.moneyErrorWith(moreMinor);
  }

  /** Charges units if so many are owed. */
  private boolean answer(String owner, String barcode, int quantity) {
    int owed = unpaid(owner, barcode);
    if (owed < quantity) {
      return false;
    }
    unpaid.computeIfAbsent(owner, o -> new TreeMap<>()).put(barcode, owed - quantity);
    charge(owner, barcode, quantity);
    return true;
  }

  private void answer(Waiting waiting) {
    String own = ownerOf.apply(waiting.visit());
    Score.Line line = waiting.line();
    boolean noneOffered = false;
    String bestOwner = own;
    String bestBarcode = line.barcode();
    int best = 0;
    for (Score.Offer offer : line.offered()) {
      String owner = offer.visitId() == null ? own : ownerById.get(offer.visitId());
      String barcode = offer.barcode() == null ? line.barcode() : offer.barcode();
      noneOffered |= offer.quantity() == 0;
      if (owner != null && offer.quantity() > best && unpaid(owner, barcode) >= offer.quantity()) {
        bestOwner = owner;
        bestBarcode = barcode;
        best = offer.quantity();
      }
    }
    if (best > 0) {
      answer(bestOwner, bestBarcode, best);
    } else if (!noneOffered || unpaid(own, line.barcode()) > 0) {
      charge(own, line.barcode(), line.quantity());
    }
  }

  private int unpaid(String owner, String barcode) {
    Integer rest = unpaid.getOrDefault(owner, Map.of()).get(barcode);
    return rest == null ? people.unpaid(owner, barcode) : rest;
  }

  private void charge(String owner, String barcode, int quantity) {
    Money price = store.catalogue().find(new ProductCode(barcode)).map(Product::price).orElse(null);
    if (price != null) {
      moreMinor.merge(owner, price.times(quantity).minor(), Math::addExact);
    }
  }
}
