package io.walkout.sim;

import io.walkout.ingest.recording.Truth;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.sim.world.Unit;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the books of a simulation from its events alone, and holds them against the stock and
 * against what people have with them after every step: what the truth says must be what really
 * stands on the shelves.
 */
final class Books {
  private final SimStore shop;
  private final Stock stock;
  private final Scene scene;
  private final int[] expected;
  private final int[] expectedStrays;
  private final List<Truth.Event> events = new ArrayList<>();
  private int seen;
  private int takes;
  private int putBacks;

  Books(SimStore shop, Stock stock, Scene scene) {
    this.shop = shop;
    this.stock = stock;
    this.scene = scene;
    expected = new int[shop.facings().size()];
    expectedStrays = new int[expected.length];
    for (int f = 0; f < expected.length; f++) {
      expected[f] = stock.count(f);
    }
  }

  int takes() {
    return takes;
  }

  int putBacks() {
    return putBacks;
  }

  /** Enters what happened since the last call and checks it against the stock. */
  void keep() {
    int held = 0;
    for (Shopper shopper : scene.shoppers()) {
      held += shopper.isGone() ? 0 : shopper.unitCount();
    }
    if (held != stock.inHands()) {
      throw new IllegalStateException(
          "people hold " + held + " units, the stock says " + stock.inHands());
    }
    List<Happening> all = scene.happenings();
    if (seen == all.size()) {
      return;
    }
    for (; seen < all.size(); seen++) {
      enter(all.get(seen));
    }
    for (int f = 0; f < expected.length; f++) {
      if (stock.count(f) != expected[f] || stock.strays(f) != expectedStrays[f]) {
        throw new IllegalStateException(
            "facing " + f + " holds " + stock.count(f) + " units, the events say " + expected[f]);
      }
    }
  }

  private void enter(Happening h) {
    boolean home = shop.facings().get(h.facing()).product().equals(h.article().code());
    (home ? expected : expectedStrays)[h.facing()] += h.take() ? -h.quantity() : h.quantity();
    switch (h.kind()) {
      case TAKE -> takes++;
      case PUT_BACK -> putBacks++;
      case RESTOCK, REMOVAL -> {
        return;
      }
    }
    events.add(
        new Truth.Event(
            Simulation.EPOCH_NANOS + Math.round(h.seconds() * 1e9),
            h.take() ? Truth.Event.Kind.TAKE : Truth.Event.Kind.PUT_BACK,
            h.targetId(),
            h.article().code(),
            h.quantity(),
            h.plates()));
  }

  /**
   * The truth once everybody has left: a receipt for each visit, also of the staff, who owe
   * nothing; what the receipts hold is what the stock says was sold.
   */
  Truth truth(String caseName) {
    List<Truth.Receipt> receipts = new ArrayList<>();
    int owed = 0;
    for (Shopper shopper : scene.shoppers()) {
      Map<ProductCode, Integer> held = new TreeMap<>();
      // The staff owe nothing for what they carry.
      for (Unit unit : shopper.plan().isStaff() ? List.<Unit>of() : shopper.units()) {
        held.merge(unit.article().code(), 1, Integer::sum);
        owed++;
      }
      List<Truth.Item> items = new ArrayList<>();
      held.forEach(
          (code, quantity) ->
              items.add(
                  new Truth.Item(
                      code, quantity, shop.store().catalogue().find(code).orElseThrow().name())));
      receipts.add(new Truth.Receipt(shopper.targetId(), items));
    }
    if (owed != stock.sold() || stock.inHands() != 0) {
      throw new IllegalStateException(owed + " units are owed for, " + stock.sold() + " were sold");
    }
    return new Truth(caseName, receipts, events);
  }
}
