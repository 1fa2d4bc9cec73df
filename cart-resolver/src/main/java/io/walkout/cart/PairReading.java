package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * The reading of a loss as one unit each of two products that stand side by side, taken so quickly
 * after each other (by two hands, or by two people) that the plates felt one change.
 *
 * @param weight its weight beside the readings of {@link TakeReadings}, before any person
 * @param parts the change taken apart, the left product's first; empty if no pair fits
 */
record PairReading(double weight, List<ShelfChange> parts) {
  static final PairReading NONE = new PairReading(0, List.of());

  /** Each facing of a pair bears at least this share of the load: more than a neighbour's leak. */
  private static final double LEAST_SHARE = 0.12;

  /** All pairs of neighbours together; the parts are those of the likeliest. */
  static PairReading of(
      ShelfChange change,
      ShelfLine line,
      PlaceEvidence place,
      ShelfPlan plan,
      MassEvidence mass,
      double rate) {
    List<ShelfPlan.Planned> planned = new ArrayList<>(plan.on(change.shelf()).values());
    double grams = Math.abs(change.deltaGrams());
    double total = 0;
    double best = 0;
    List<ShelfChange> parts = List.of();
    for (ShelfPlan.Planned a : planned) {
      for (ShelfPlan.Planned b : planned) {
        Facing left = a.facings().getFirst();
        Facing right = b.facings().getFirst();
        if (!adjacent(left, right)
            || shareOn(change, left) < LEAST_SHARE
            || shareOn(change, right) < LEAST_SHARE) {
          continue;
        }
        double density = mass.densityOfPair(a.product(), b.product(), grams, change.sigmaGrams());
        if (!(density > 0)) {
          continue;
        }
        double share = share(a.product(), b.product(), mass);
        double[] portion = new double[line.count()];
        double at = place.ratioOfPair(left, right, share, portion);
        double weight = rate / planned.size() * density * at;
        total += weight;
        if (weight > best) {
          best = weight;
          parts = apart(change, line, portion);
        }
      }
    }
    return parts.size() == 2 ? new PairReading(total, parts) : NONE;
  }

  private static boolean adjacent(Facing left, Facing right) {
    return left.plates().getLast().plate() + 1 == right.plates().getFirst().plate();
  }

  private static double share(Product a, Product b, MassEvidence mass) {
    double massA = mass.expectedGrams(a);
    return massA / (massA + mass.expectedGrams(b));
  }

  private static double shareOn(ShelfChange change, Facing facing) {
    double sum = 0;
    for (PlateDelta p : change.plates()) {
      sum += facing.plates().contains(p.plate()) ? p.deltaGrams() : 0;
    }
    return sum / change.deltaGrams();
  }

  private static List<ShelfChange> apart(ShelfChange change, ShelfLine line, double[] portion) {
    List<PlateDelta> left = new ArrayList<>();
    List<PlateDelta> right = new ArrayList<>();
    double sumLeft = 0;
    double sumRight = 0;
    for (PlateDelta p : change.plates()) {
      int k = line.indexOf(p.plate());
      double f = k < 0 ? 0.5 : portion[k];
      left.add(new PlateDelta(p.plate(), f * p.deltaGrams(), p.sigmaGrams()));
      right.add(new PlateDelta(p.plate(), (1 - f) * p.deltaGrams(), p.sigmaGrams()));
      sumLeft += f * p.deltaGrams();
      sumRight += (1 - f) * p.deltaGrams();
    }
    if (!(sumLeft < 0 && sumRight < 0)) {
      return List.of();
    }
    return List.of(part(change, sumLeft, left), part(change, sumRight, right));
  }

  private static ShelfChange part(ShelfChange change, double grams, List<PlateDelta> plates) {
    return new ShelfChange(
        change.shelf(), change.startNanos(), change.endNanos(), grams, change.sigmaGrams(), plates);
  }
}
