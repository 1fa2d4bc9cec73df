package io.walkout.cart.joint;

import io.walkout.cart.evidence.Contact;
import io.walkout.store.PersonId;
import java.util.ArrayList;
import java.util.List;

/**
 * What two people who met may have given each other. In each world every piece of either may have
 * changed hands, the likelier the later it was taken, or none; where neither had anything, nothing
 * was given, and their meeting speaks against that world.
 */
final class HandOvers {
  /** Of the things that are passed on, those that were taken last. Chosen. */
  private static final double LAST = 0.75;

  private HandOvers() {}

  /** The worlds that may follow. */
  static List<World> after(Cluster cluster, Contact contact, long serial, int maxHoldings) {
    int a = cluster.indexOf(contact.a());
    int b = cluster.indexOf(contact.b());
    List<World> next = new ArrayList<>();
    double some = contact.probability();
    for (World w : cluster.worlds()) {
      double none = (1 - some) * contact.givenByNone();
      List<Piece> ofA = givable(w.baskets[a], w.baskets[b], contact, maxHoldings);
      List<Piece> ofB = givable(w.baskets[b], w.baskets[a], contact, maxHoldings);
      next.add(new World(w.log + Math.log(none), w.agreed, w.baskets, w.strays, w.grasps));
      double each = ofA.isEmpty() || ofB.isEmpty() ? 1 : 0.5;
      given(w, a, b, ofA, some * each * contact.givenByA(), serial, next);
      given(w, b, a, ofB, some * each * contact.givenByB(), serial, next);
    }
    return next;
  }

  /**
   * What one may have given the other, what was taken last first: nothing that was taken after they
   * met, and nothing where the other's basket is full.
   */
  private static List<Piece> givable(Basket from, Basket to, Contact contact, int maxHoldings) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece p : from.pieces()) {
      if (p.proofs().getFirst().felt().part().stepNanos() <= contact.endNanos()) {
        pieces.add(p);
      }
    }
    pieces.sort((p, q) -> Long.compare(takenNanos(q), takenNanos(p)));
    return to.pieces().size() < maxHoldings ? pieces : List.of();
  }

  private static void given(
      World w, int from, int to, List<Piece> pieces, double weight, long serial, List<World> next) {
    double left = weight;
    for (int i = 0; i < pieces.size(); i++) {
      double share = i + 1 < pieces.size() ? LAST * left : left;
      left -= share;
      Piece p = pieces.get(i);
      Basket[] baskets = w.baskets.clone();
      baskets[from] = baskets[from].without(p, serial);
      baskets[to] = baskets[to].with(p, serial);
      next.add(new World(w.log + Math.log(share), w.agreed, baskets, w.strays, w.grasps));
    }
  }

  private static long takenNanos(Piece p) {
    return p.proofs().getFirst().felt().part().endNanos();
  }

  /** Under a policy that leaves the charge with the taker: who may carry the other's things. */
  static List<World> carriers(Cluster cluster, Contact contact) {
    int a = cluster.indexOf(contact.a());
    int b = cluster.indexOf(contact.b());
    List<World> next = new ArrayList<>();
    for (World w : cluster.worlds()) {
      Basket[] baskets = w.baskets.clone();
      baskets[a] = carriedBy(baskets[a], contact.b());
      baskets[b] = carriedBy(baskets[b], contact.a());
      next.add(new World(w.log, w.agreed, baskets, w.strays, w.grasps));
    }
    return next;
  }

  private static Basket carriedBy(Basket basket, PersonId carrier) {
    Basket now = basket;
    for (int i = 0; i < basket.pieces().size(); i++) {
      now = now.replacing(i, now.pieces().get(i).carriedBy(carrier));
    }
    return now;
  }
}
