package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
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
  /** Error of a load weighed twice, relative to it: where it stands on the plates differs. */
  private static final double REWEIGH = 0.004;

  /** A bag's own outline on the plates, felt twice, agrees to this share of each plate's load. */
  private static final double PLATE_ERROR = 0.02;

  /** Less than this can't be told from the bag's own error, grams. */
  private static final double LEAST_GRAMS = 8;

  /** Of the things set on a shelf, those under or beside which something is taken meanwhile. */
  private static final double TAKE_MEANWHILE = 0.15;

  /** Most units of one product taken meanwhile. */
  private static final int MOST_MEANWHILE = 3;

  /** Readings this much less likely than the best so far are left out. */
  private static final double LEAST = 1e-6;

  private final ShelfPlan plan;
  private final MassEvidence mass;

  /** What was found of one change so far. */
  private final List<Found> found = new ArrayList<>();

  private @Nullable Felt of;

  Fetching(ShelfPlan plan, MassEvidence mass) {
    this.plan = plan;
    this.mass = mass;
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
    ShelfChange rest = rest(spot.part(), thing.felt());
    double load = Math.abs(spot.part().deltaGrams());
    double sigma = Math.hypot(rest.sigmaGrams(), REWEIGH * load + 1);
    double z = rest.deltaGrams() / sigma;
    double same = Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
    Deed fetch = Deed.nothing(Source.FETCHED, spot, thing);
    readings.add(Reading.of(Rates.FOREIGN_TAKE * (1 - TAKE_MEANWHILE) * same, fetch));
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
    PlaceEvidence place = PlaceEvidence.of(rest, line);
    Map<ProductCode, ShelfPlan.Planned> planned = plan.on(rest.shelf());
    double grams = Math.abs(rest.deltaGrams());
    List<Reading> found = new ArrayList<>();
    double best = 0;
    for (ShelfPlan.Planned p : planned.values()) {
      Spot at = null;
      for (int n = 1; n <= MOST_MEANWHILE; n++) {
        double weight =
            Rates.FOREIGN_TAKE
                * TAKE_MEANWHILE
                * p.prior()
                * MassEvidence.countPrior(n)
                * p.placeRatio(place)
                * mass.density(p.product(), n, grams, rest.sigmaGrams());
        if (weight > LEAST * best) {
          best = Math.max(best, weight);
          at = at == null ? spots.over(rest, line, p.stands().getFirst().facing()) : at;
          Deed take = Deed.take(p.product(), n, Source.PLANNED, at, null);
          found.add(Reading.of(weight, fetch, take, Reading.By.ANY));
        }
      }
    }
    readings.addAll(found);
  }

  /** What is left of a change when a thing felt before goes with it, plate by plate. */
  static ShelfChange rest(ShelfChange change, ShelfChange thing) {
    double sum = 0;
    List<PlateDelta> rest = new ArrayList<>();
    for (PlateDelta p : change.platesWith(thing)) {
      double own = PLATE_ERROR * Math.abs(of(thing, p.plate()));
      double sigma = Math.hypot(p.sigmaGrams(), own);
      sum += p.deltaGrams();
      rest.add(p.bearing(p.deltaGrams(), sigma));
    }
    double variance =
        Math.pow(change.sigmaGrams(), 2)
            + Math.pow(thing.sigmaGrams(), 2)
            + Math.pow(REWEIGH * thing.deltaGrams(), 2);
    return change.part(sum, Math.sqrt(variance), rest);
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

  private static double of(ShelfChange change, @Nullable PlateId plate) {
    for (PlateDelta p : change.plates()) {
      if (p.plate().equals(plate)) {
        return p.deltaGrams();
      }
    }
    return 0;
  }

  private record Found(Stray thing, List<Reading> readings) {}
}
