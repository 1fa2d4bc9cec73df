package io.walkout.bench.baseline;

import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Product;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published method of the winner of the AutoCheckout competition (CPS-IoT Week 2020; mean F1
 * 0.84 with all sensors), event by event: what ({@link GoodsScore}), how many (the change of mass
 * over the product's, rounded), who (whose head or wrist was nearest), and for what came onto a
 * shelf, that of the person's own cart whose mass is nearest.
 *
 * <p>Built from the description alone. What it leaves open is chosen as follows, and where a choice
 * mattered, the better one for the method was taken, by figures over seeds below 1000:
 *
 * <ul>
 *   <li>the levels before and after: {@link ShelfSeries}; shares of plates: {@link GoodsScore};
 *   <li>one event is one product: what two people take from one shelf at once is one event;
 *   <li>a change that rounds to no unit is nothing, so that most presses are, and so is one of more
 *       than five: without that bound one bag set on a shelf and lifted off gives 15 units of what
 *       stands there; a product without a mass counts once;
 *   <li>the place of an event is the middle of its plates, weighted by their changes; who is near
 *       is seen from when the deviation rose until it fell less the window's length, during which
 *       nothing moves any more; in three dimensions;
 *   <li>people come and go with the external tracker's names; each has a receipt; parties, staff,
 *       doors and hand-overs are unknown;
 *   <li>a put-back by somebody whose cart is empty is nothing; the number put back is rounded and
 *       at most what the cart holds of that product.
 * </ul>
 *
 * <p>One thread.
 */
final class ContestMethod {
  /** More than hands take at once. Chosen in the method's favour; its description has no bound. */
  private static final int MOST_UNITS = 5;

  private final Store store;
  private final SeenPeople people;
  private final GoodsScore goods;
  private final Map<String, Map<Product, Integer>> carts = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  /**
   * What was made of an event.
   *
   * @param change the event
   * @param kind take or put-back
   * @param who whose it was held to be
   * @param product what
   * @param quantity how many, at least 1
   * @param score of a take: the product's, 0..1; of a put-back the overlap of the masses
   */
  record Decision(
      ShelfChange change,
      Assignment.Kind kind,
      SeenPeople.Nearest who,
      Product product,
      int quantity,
      double score) {}

  ContestMethod(Store store, SeenPeople people) {
    this.store = store;
    this.people = people;
    this.goods = new GoodsScore(store);
  }

  /** Decides on an event; those before it must have been decided on. */
  void decide(ShelfChange change) {
    SeenPeople.Nearest who = who(change);
    Decision decision =
        who == null ? null : change.deltaGrams() < 0 ? take(change, who) : putBack(change, who);
    if (decision != null) {
      int sign = decision.kind == Assignment.Kind.TAKE ? 1 : -1;
      Map<Product, Integer> cart = cart(decision.who.name());
      cart.merge(decision.product, sign * decision.quantity, Integer::sum);
      cart.values().removeIf(n -> n == 0);
      decisions.add(decision);
    }
  }

  /** What somebody has, in the order of first take. */
  Map<Product, Integer> cart(String name) {
    return carts.computeIfAbsent(name, n -> new LinkedHashMap<>());
  }

  /** What was decided, in order; events that came to nothing are not in it. */
  List<Decision> decisions() {
    return decisions;
  }

  private @Nullable Decision take(ShelfChange change, SeenPeople.Nearest who) {
    GoodsScore.Scored best = goods.best(change);
    if (best == null) {
      return null;
    }
    int count = count(change, best.product());
    return count == 0
        ? null
        : new Decision(change, Assignment.Kind.TAKE, who, best.product(), count, best.score());
  }

  private @Nullable Decision putBack(ShelfChange change, SeenPeople.Nearest who) {
    Product nearest = null;
    double apart = Double.POSITIVE_INFINITY;
    Map<Product, Integer> cart = cart(who.name());
    for (Product product : cart.keySet()) {
      double grams = Math.abs(change.deltaGrams() - product.massGrams());
      if (nearest == null || grams < apart) {
        nearest = product;
        apart = Double.isNaN(grams) ? Double.POSITIVE_INFINITY : grams;
      }
    }
    if (nearest == null) {
      return null;
    }
    int count = Math.min(count(change, nearest), cart.getOrDefault(nearest, 0));
    double score = GoodsScore.overlap(change.deltaGrams(), nearest.massGrams());
    return count == 0
        ? null
        : new Decision(change, Assignment.Kind.PUT_BACK, who, nearest, count, score);
  }

  /** Units that a change stands for; 0 for a change that is none or too many to be of goods. */
  private static int count(ShelfChange change, Product product) {
    if (!product.hasMass()) {
      return 1;
    }
    long units = Math.round(Math.abs(change.deltaGrams()) / product.massGrams());
    return units > MOST_UNITS ? 0 : (int) units;
  }

  private SeenPeople.@Nullable Nearest who(ShelfChange change) {
    Vec3 place = place(change);
    long window = ShelfSeries.WINDOW * ContestRun.SAMPLE_NANOS;
    long until = Math.max(change.startNanos(), change.endNanos() - window);
    return place == null ? null : people.nearest(place, change.startNanos(), until);
  }

  /** The middle of the plates that changed as the shelf did, weighted by how much they did. */
  private @Nullable Vec3 place(ShelfChange change) {
    double sign = Math.signum(change.deltaGrams());
    Vec3 sum = new Vec3(0, 0, 0);
    double weight = 0;
    for (ShelfChange.PlateDelta delta : change.plates()) {
      double w = Math.max(0, sign * delta.deltaGrams());
      Plate plate = plate(delta.plate());
      if (w > 0 && plate != null) {
        sum = sum.plus(plate.box().centre().times(w));
        weight += w;
      }
    }
    return weight == 0 ? null : sum.times(1 / weight);
  }

  private @Nullable Plate plate(PlateId id) {
    return store.layout().plate(id).orElse(null);
  }
}
