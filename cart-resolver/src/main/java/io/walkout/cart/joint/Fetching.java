package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.OtherLoads;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fetching of a thing that is no product, and what was taken while it stood there: a bag that
 * weighs more when it is fetched than when it came stood in the way of a take, whose mass is the
 * difference, plate by plate.
 */
final class Fetching {
  /** Less than this can't be told from the bag's own error, grams. */
  private static final double LEAST_GRAMS = 8;

  /** Of the things set on a shelf, those under or beside which something is taken meanwhile. */
  private static final double TAKE_MEANWHILE = 0.15;

  /** Most units of one product taken meanwhile. */
  private static final int MOST_MEANWHILE = 3;

  /** Readings this much less likely than the best so far are left out. */
  private static final double LEAST_LOG = Math.log(1e-6);

  private final ShelfPlan plan;

  /** What was found of one change so far. */
  private final List<Found> found = new ArrayList<>();

  private @Nullable Felt of;

  Fetching(ShelfPlan plan) {
    this.plan = plan;
  }

  /** Readings of a loss as the fetching of one of the things there. */
  List<Reading> readings(Spot spot, ShelfLine line, List<Stray> strays, PairReadings.Spots spots) {
    List<Reading> readings = new ArrayList<>();
    for (Stray thing : strays) {
      if (thing.product() != null || !thing.shelf().equals(spot.part().shelf())) {
        continue;
      }
      readings.addAll(found(thing, spot, line, spots));
    }
    return readings;
  }

  /** Readings by one thing; worlds that have the same thing share them. */
  @SuppressWarnings("ReferenceEquality") // the very same spot and load, not ones that look alike
  private List<Reading> found(Stray thing, Spot spot, ShelfLine line, PairReadings.Spots spots) {
    if (of != spot.felt()) {
      found.clear();
      of = spot.felt();
    }
    for (Found f : found) {
      if (f.thing.serial() == thing.serial()
          && f.thing.felt().equals(thing.felt())
          && Objects.equals(f.thing.owner(), thing.owner())) {
        return f.readings;
      }
    }
    List<Reading> readings = new ArrayList<>();
    ShelfChange rest = OtherLoads.rest(spot.part(), thing.felt());
    double load = Math.abs(spot.part().deltaGrams());
    Deed fetch = Deed.nothing(Source.FETCHED, spot, thing);
    double alone = Math.log(Rates.FOREIGN_TAKE * (1 - TAKE_MEANWHILE));
    readings.add(Reading.of(alone + spot.heard().thing(thing.felt(), true), fetch));
    if (rest.deltaGrams() < -LEAST_GRAMS && rest.deltaGrams() > -load) {
      takenMeanwhile(line, meanwhile(rest, thing), fetch, spots, readings);
    }
    found.add(new Found(thing, readings));
    return readings;
  }

  /** Any time from when the thing came to when it went. */
  private static ShelfChange meanwhile(ShelfChange rest, Stray thing) {
    return new ShelfChange(
        rest.shelf(),
        Math.min(rest.startNanos(), thing.felt().startNanos()),
        rest.endNanos(),
        rest.deltaGrams(),
        rest.sigmaGrams(),
        rest.plates());
  }

  private void takenMeanwhile(
      ShelfLine line,
      ShelfChange rest,
      Deed fetch,
      PairReadings.Spots spots,
      List<Reading> readings) {
    Spot whole = fetch.spot();
    Stray thing = Objects.requireNonNull(fetch.stray());
    Heard heard = spots.heard(rest, whole.part(), line);
    double rate =
        Math.log(Rates.FOREIGN_TAKE * TAKE_MEANWHILE) + whole.heard().thing(thing.felt(), false);
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(rest.shelf());
    List<Reading> found = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (ShelfPlan.Planned p : planned.values()) {
      Spot at = null;
      for (int n = 1; n <= MOST_MEANWHILE; n++) {
        Goods goods = Goods.of(Kind.TAKE, p.product(), n);
        double fit = heard.goods(goods) + heard.stands(goods, p.stands());
        double log = rate + Math.log(p.prior()) + Rates.logCount(n) + fit;
        if (log > LEAST_LOG + best) {
          best = Math.max(best, log);
          Facing facing = p.stands().getFirst().facing();
          at = at == null ? spots.over(rest, whole.part(), line, facing) : at;
          Deed take = Deed.take(p.product(), n, Source.PLANNED, at, null);
          found.add(Reading.of(log, fetch, take, Reading.By.ANY));
        }
      }
    }
    readings.addAll(found);
  }

  /** Two changes of one shelf as one. */
  static ShelfChange together(ShelfChange a, ShelfChange b) {
    return new ShelfChange(
        a.shelf(),
        Math.min(a.startNanos(), b.startNanos()),
        Math.max(a.endNanos(), b.endNanos()),
        a.deltaGrams() + b.deltaGrams(),
        Math.hypot(a.sigmaGrams(), b.sigmaGrams()),
        a.platesWith(b));
  }

  private record Found(Stray thing, List<Reading> readings) {}
}
