package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where every unit that left a shelf is: in an open cart, in a closed one, nowhere, or back on a
 * shelf. Also what stands on shelves out of plan. The sum is asserted after every decision, see
 * {@link UnitBalance}.
 */
final class Goods {
  /**
   * People whose carts were closed, remembered with the time they went out so that nothing more is
   * put into their carts.
   */
  private static final int CLOSED_REMEMBERED = 4096;

  /** Below this ratio against "anywhere", a unit put on its own shelf is not on its facing. */
  private static final double MISPLACED_BELOW = 0.5;

  /** Explanations less likely than this raise no doubt worth counting. */
  private static final double LEAST_DOUBT = 0.005;

  private final ResolverSettings settings;
  private final MassEvidence mass;
  private final Map<PersonId, OpenCart> open = new TreeMap<>();
  private final Strays strays = new Strays();
  private final SequencedMap<PersonId, Long> closed = new LinkedHashMap<>();
  private final UnitBalance balance = new UnitBalance();
  private long putBacksFolded;

  Goods(ResolverSettings settings, MassEvidence mass) {
    this.settings = settings;
    this.mass = mass;
  }

  Collection<OpenCart> openCarts() {
    return open.values();
  }

  @Nullable OpenCart cart(PersonId person) {
    return open.get(person);
  }

  /** Whether somebody's cart was closed: what they take from then on is in nobody's cart. */
  boolean isClosed(PersonId person) {
    return closed.containsKey(person);
  }

  /** Whether somebody had gone out by a door before {@code nanos}, and not just then. */
  boolean hadGone(PersonId person, long nanos) {
    OpenCart cart = open.get(person);
    long gone = cart == null ? closed.getOrDefault(person, Long.MAX_VALUE) : cart.goneNanos;
    return nanos - settings.exitMarginNanos() > gone;
  }

  /** The cart of somebody on the floor, opened now if need be. */
  OpenCart open(PersonId person, long enteredNanos) {
    return open.computeIfAbsent(person, p -> new OpenCart(p, enteredNanos));
  }

  /** What stands on a shelf out of plan. */
  Collection<Stray> strays(ShelfId shelf) {
    return strays.on(shelf);
  }

  /** Makes a decision true. */
  void apply(Decision decision) {
    Hypothesis best = decision.best();
    Product product = best.product();
    if (best.kind() == Kind.TAKE && product != null) {
      take(decision, product);
    } else if (best.kind() == Kind.PUT_BACK && product != null) {
      putBack(decision, product);
    } else if (best.source() == Hypothesis.Source.FOREIGN) {
      strays.leave(decision, null, 1);
    }
    Stray stray = best.stray();
    if (stray != null) {
      strays.takeAway(stray, Math.max(1, best.quantity()));
    }
    doubt(decision);
    balance.check(open.values());
  }

  private void take(Decision decision, Product product) {
    Hypothesis best = decision.best();
    ShelfChange change = decision.assignment().change();
    balance.take(best.quantity());
    PersonId person = best.person();
    if (person == null) {
      balance.lose(best.quantity(), UnitBalance.Nowhere.UNSEEN);
    } else if (isClosed(person)) {
      balance.lose(best.quantity(), UnitBalance.Nowhere.CART_CLOSED);
    } else {
      hold(open(person, change.startNanos()), decision, product);
    }
    if (best.source() == Hypothesis.Source.PLANNED) {
      mass.learn(
          product.code(),
          Math.abs(change.deltaGrams()),
          change.sigmaGrams(),
          decision.productProbability());
    }
  }

  private void hold(OpenCart cart, Decision decision, Product product) {
    if (cart.holdings.size() >= settings.maxHoldings()) {
      balance.lose(decision.best().quantity(), UnitBalance.Nowhere.CART_FULL);
    } else {
      cart.holdings.add(new Holding(decision, product, decision.evidence()));
    }
  }

  private void putBack(Decision decision, Product product) {
    Hypothesis best = decision.best();
    OpenCart owner = best.owner();
    if (owner != null) {
      owner.remove(product.code(), best.quantity());
      balance.putBack(best.quantity());
      if (owner.quantity(product.code()) > 0) {
        OpenCart.PutBack back =
            new OpenCart.PutBack(
                product.code(), decision.assignment().best().probability(), decision.evidence());
        putBacksFolded += owner.putBack(back, settings.maxHoldings());
      }
    }
    if (!decision.onPlan()) {
      strays.leave(decision, product, best.quantity());
    }
  }

  private void doubt(Decision decision) {
    Hypothesis best = decision.best();
    Product product = best.product();
    for (Explanation e : decision.others()) {
      PersonId person = e.person();
      ProductCode code = e.product();
      if (e.probability() < LEAST_DOUBT || person == null || code == null) {
        continue;
      }
      boolean sameLine =
          person.equals(best.person()) && product != null && code.equals(product.code());
      OpenCart cart = open.get(person);
      if (!sameLine && cart != null) {
        cart.doubt(code, e.probability());
      }
    }
  }

  /** Whether a unit of the product at that place stands where it should. */
  static boolean standsRight(double placeRatio) {
    return placeRatio >= MISPLACED_BELOW;
  }

  /** Closes a cart: recounts it by what has been learned since, and takes it off the floor. */
  Cart close(OpenCart cart) {
    recount(cart);
    Cart done = CartLines.close(cart);
    open.remove(cart.person);
    for (Cart.Line line : done.lines()) {
      balance.carryOut(line.quantity());
    }
    if (closed.size() == CLOSED_REMEMBERED) {
      closed.pollFirstEntry();
    }
    closed.put(cart.person, cart.goneNanos);
    balance.check(open.values());
    return done;
  }

  /** Counts that rested on a mass not known then are read again with the mass known now. */
  private void recount(OpenCart cart) {
    for (Holding h : new ArrayList<>(cart.holdings)) {
      if (!h.countFromMass || h.quantity != h.taken) {
        continue;
      }
      double[] counts = mass.countPosterior(h.product, h.grams, h.sigmaGrams);
      int best = h.taken;
      for (int n = 1; n < counts.length; n++) {
        best = counts[n] > counts[best] ? n : best;
      }
      if (best != h.taken) {
        balance.recount(h.taken, best);
      }
      h.taken = best;
      h.quantity = best;
      h.countProbability = Math.min(1, counts[best]);
    }
  }

  /** Units in nobody's cart, so far. */
  long unitsNowhere() {
    return balance.nowhere();
  }

  /** Writes what was counted, under names of the summary. */
  void countInto(Map<String, Long> counts) {
    balance.countInto(counts);
    counts.put("putBacksFolded", putBacksFolded);
    counts.put("straysForgotten", strays.forgotten());
  }

  /** The open carts in the order of their people's numbers, as a list of its own. */
  List<OpenCart> snapshot() {
    return new ArrayList<>(open.values());
  }
}
