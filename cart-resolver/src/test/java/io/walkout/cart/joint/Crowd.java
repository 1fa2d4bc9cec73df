package io.walkout.cart.joint;

import io.walkout.cart.Shop;
import io.walkout.cart.evidence.Contact;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PeopleHistory;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.cart.evidence.SpreadEvidence;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.Cart;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A crowd about one gondola that does what comes to it, on purpose worse than any store: a change
 * every second, hands crossing, hand-overs, bags, and goods put back anywhere.
 */
final class Crowd {
  private static final String[] CODES = {"a", "b", "c", "d", "e", "f", "g", "h"};
  private static final double[] GRAMS = {112, 113, 500, 505, 44, 46, 700, 250};

  final JointCarts carts;
  final TreeMap<Long, ShelfChange> byEnd = new TreeMap<>();
  final List<Cart.Line> receipts = new ArrayList<>();
  private final boolean takesOnly;
  private final Random random;
  private final PeopleHistory history = new PeopleHistory(30_000_000_000L);
  private final People moment = new People();
  private final List<PersonId> inside = new ArrayList<>();
  private long nextPerson = 1;
  private double seconds;

  Crowd(long seed, int people, int maxWorlds, int maxHoldings, boolean takesOnly) {
    this.takesOnly = takesOnly;
    random = new Random(seed);
    Shop shop = new Shop(4).unplaced(20, 20, 2000);
    for (int i = 0; i < CODES.length; i++) {
      shop.with(CODES[i], GRAMS[i], 1 + i / 2, 1 + 6 * (i % 2), 6 + 6 * (i % 2));
    }
    Store store = shop.store();
    MassEvidence masses = new MassEvidence(store.catalogue());
    carts =
        new JointCarts(
            store,
            maxWorlds,
            maxHoldings,
            masses,
            List.of(masses, new SpreadEvidence(), new ReachEvidence(history, 300_000_000L)),
            (person, nanos) -> false,
            new Strangers());
    while (inside.size() < people) {
      comesIn();
    }
  }

  private void comesIn() {
    PersonId person = new PersonId(nextPerson++);
    inside.add(person);
    carts.open(person);
  }

  /** One second: everybody stands somewhere, one change, and perhaps a meeting or an exit. */
  void second() {
    seconds++;
    int i = random.nextInt(CODES.length);
    int shelf = 1 + i / 2;
    double x = 0.15 + 0.6 * (i % 2) + 0.3 * random.nextDouble();
    everybodyMoves(x, 0.2 + 0.3 * (shelf - 1) + 0.1);
    double grams = -GRAMS[i] * (random.nextDouble() < 0.1 ? 2 : 1);
    double kind = takesOnly ? 0 : random.nextDouble();
    if (kind > 0.55) {
      grams = kind > 0.95 ? 5 - 10 * random.nextDouble() : GRAMS[random.nextInt(GRAMS.length)];
      grams = kind > 0.85 && kind <= 0.95 ? 2000 * random.nextDouble() - 1000 : grams;
    }
    ShelfChange change = Shop.felt(random, shelf, seconds - 0.4, seconds + 0.2, grams, x, 0.1);
    byEnd.put(change.endNanos(), change);
    carts.change(change);
    if (random.nextDouble() < 0.05) {
      meet();
    }
    if (random.nextDouble() < 0.04) {
      receipts.addAll(carts.settle(inside.remove(random.nextInt(inside.size())), 1));
      comesIn();
    }
  }

  private void everybodyMoves(double x, double z) {
    moment.clear(Shop.at(seconds));
    int reaching = random.nextInt(inside.size());
    for (int p = 0; p < inside.size(); p++) {
      double px = p == reaching ? x : 5 * random.nextDouble() - 2;
      double py = p == reaching ? -0.4 : -0.4 - 3 * random.nextDouble();
      int at = moment.add(inside.get(p).value(), px, py, 0.1, Shop.at(seconds));
      if (random.nextDouble() < 0.7) {
        double hx = p == reaching ? x : px + 0.2;
        double hz = p == reaching ? z : 1;
        moment.joint(at, Joint.RIGHT_WRIST, hx, p == reaching ? -0.05 : py, hz, 0.05);
      }
    }
    history.add(moment);
  }

  private void meet() {
    PersonId a = inside.get(random.nextInt(inside.size()));
    PersonId b = inside.get(random.nextInt(inside.size()));
    if (a.value() < b.value()) {
      long now = Shop.at(seconds);
      double some = random.nextDouble() * 0.9;
      carts.contact(new Contact(a, b, now - 1, now, some, 0.2, 0.2, 0.6), random.nextBoolean());
    }
  }

  /** Everybody goes. */
  void closes() {
    for (PersonId person : inside) {
      receipts.addAll(carts.settle(person, 1));
    }
    inside.clear();
  }

  /** Nobody knows anybody; every tenth is of the staff. */
  private static final class Strangers implements Company {
    @Override
    public boolean isStaff(PersonId person) {
      return person.value() % 10 == 0;
    }

    @Override
    public boolean areOneParty(PersonId a, PersonId b) {
      return false;
    }
  }
}
