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
  /** A thing is mostly passed on soon after it was taken. Chosen. */
  private static final double SOON_SECONDS = 12;

  /** ... but may be at any time. */
  private static final double ANY_TIME = 0.1;

  private HandOvers() {}

  /** The worlds that may follow. */
  static List<World> after(Cluster cluster, Contact contact, long serial) {
    int a = cluster.indexOf(contact.a());
    int b = cluster.indexOf(contact.b());
    List<World> next = new ArrayList<>();
    for (World w : cluster.worlds()) {
      next.add(
          new World(w.log + Math.log1p(-contact.probability()), w.baskets, w.strays, w.grasps));
      double total = total(w.baskets[a], contact) + total(w.baskets[b], contact);
      given(w, a, b, contact, serial, total, next);
      given(w, b, a, contact, serial, total, next);
    }
    return next;
  }

  private static double total(Basket basket, Contact contact) {
    double sum = 0;
    for (Piece p : basket.pieces()) {
      sum += weight(p, contact);
    }
    return sum;
  }

  private static double weight(Piece p, Contact contact) {
    long taken = p.proofs().getFirst().felt().part().endNanos();
    double ago = Math.max(0, contact.endNanos() - taken) / 1e9;
    return ANY_TIME + Math.exp(-ago / SOON_SECONDS);
  }

  private static void given(
      World w, int from, int to, Contact contact, long serial, double total, List<World> next) {
    for (Piece p : w.baskets[from].pieces()) {
      double share = weight(p, contact) / total;
      Basket[] baskets = w.baskets.clone();
      baskets[from] = baskets[from].without(p, serial);
      baskets[to] = baskets[to].with(p, serial);
      double log = w.log + Math.log(contact.probability() * share);
      next.add(new World(log, baskets, w.strays, w.grasps));
    }
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
      next.add(new World(w.log, baskets, w.strays, w.grasps));
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
