package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a party's sum right when one of its members is settled. Their lines are those of the
 * likeliest world; in a world where another member holds what they are charged for, it is paid for
 * and leaves that basket, and what they hold there in the place of another member is charged to
 * that one. Without this a unit in doubt between the two would be on both receipts or on none.
 *
 * <p>Only units that are one more here and one less there than in the likeliest world are moved: a
 * world in which somebody has another unit besides is left to say so.
 */
final class PartyShares {
  private PartyShares() {}

  /** Indices of the people of a cluster who are on somebody's account, themselves included. */
  static List<Integer> of(Cluster cluster, PersonId person, Company company) {
    List<Integer> party = new ArrayList<>();
    for (int i = 0; i < cluster.people().size(); i++) {
      PersonId other = cluster.person(i);
      if (other.equals(person) || company.areOneParty(person, other)) {
        party.add(i);
      }
    }
    return party;
  }

  /** Units of a product that some people hold together in a world. */
  static int quantity(World world, List<Integer> people, ProductCode product) {
    int sum = 0;
    for (int i : people) {
      sum += world.baskets[i].quantity(product);
    }
    return sum;
  }

  /** Squares every world with the lines that a person has just been given. */
  static void square(Cluster cluster, PersonId person, Company company, long serial, Bound bound) {
    List<Integer> party = of(cluster, person, company);
    if (party.size() < 2) {
      return;
    }
    int who = cluster.indexOf(person);
    World best = cluster.best();
    List<World> squared = new ArrayList<>();
    for (World w : cluster.worlds()) {
      squared.add(squared(w, best, who, party, serial));
    }
    cluster.replace(squared, bound);
  }

  private static World squared(World w, World best, int who, List<Integer> party, long serial) {
    Basket[] baskets = w.baskets.clone();
    for (Product product : products(w, best, who)) {
      ProductCode code = product.code();
      int billed = best.baskets[who].quantity(code);
      for (int other : party) {
        int missing = billed - baskets[who].quantity(code);
        int over = baskets[other].quantity(code) - best.baskets[other].quantity(code);
        if (other != who && missing > 0 && over > 0) {
          move(baskets, other, who, code, Math.min(missing, over), serial);
        } else if (other != who && missing < 0 && over < 0) {
          move(baskets, who, other, code, Math.min(-missing, -over), serial);
        }
      }
    }
    return new World(w.log, w.agreed, baskets, w.strays, w.grasps);
  }

  private static List<Product> products(World w, World best, int who) {
    Map<ProductCode, Product> products = new LinkedHashMap<>();
    for (Piece p : best.baskets[who].pieces()) {
      products.put(p.product().code(), p.product());
    }
    for (Piece p : w.baskets[who].pieces()) {
      products.put(p.product().code(), p.product());
    }
    return List.copyOf(products.values());
  }

  /** What came last is what changes hands. */
  private static void move(
      Basket[] baskets, int from, int to, ProductCode product, int units, long serial) {
    int left = units;
    List<Piece> pieces = baskets[from].pieces();
    for (int i = pieces.size() - 1; i >= 0 && left > 0; i--) {
      Piece p = pieces.get(i);
      if (p.product().code().equals(product)) {
        int n = Math.min(left, p.quantity());
        left -= n;
        baskets[from] = baskets[from].without(p, serial);
        if (n < p.quantity()) {
          baskets[from] = baskets[from].with(p.units(p.quantity() - n), serial);
        }
        baskets[to] = baskets[to].with(p.units(n), serial);
      }
    }
  }
}
