package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings of a loss as one unit each of two products that stand side by side, taken so quickly
 * after each other (by two hands, or by two people) that the plates felt one change.
 */
final class PairReadings {
  /** Says where the part of a change was that is one facing's, and who could reach it. */
  interface Spots {
    Spot over(ShelfChange part, ShelfLine line, Facing facing);
  }

  /** Each facing of a pair bears at least this share of the load: more than a neighbour's leak. */
  private static final double LEAST_SHARE = 0.12;

  /** Products that hardly stand where they would have to are no pair worth a thought. */
  private static final double LEAST_PRESENCE = 0.02;

  private final ShelfPlan plan;
  private final MassEvidence mass;

  PairReadings(ShelfPlan plan, MassEvidence mass) {
    this.plan = plan;
    this.mass = mass;
  }

  /** All pairs that fit; {@code spots} says where a part was and who could reach it. */
  List<Reading> of(Spot spot, ShelfLine line, Spots spots) {
    List<Reading> readings = new ArrayList<>();
    List<ShelfPlan.Planned> planned = new ArrayList<>(plan.on(spot.part().shelf()).values());
    for (ShelfPlan.Planned a : planned) {
      for (ShelfPlan.Planned b : planned) {
        pair(spot, line, a, b, spots, readings);
      }
    }
    return readings;
  }

  private void pair(
      Spot spot,
      ShelfLine line,
      ShelfPlan.Planned a,
      ShelfPlan.Planned b,
      Spots spots,
      List<Reading> readings) {
    for (ShelfPlan.Stand atLeft : a.stands()) {
      for (ShelfPlan.Stand atRight : b.stands()) {
        Facing left = atLeft.facing();
        Facing right = atRight.facing();
        double prior = a.prior() * atLeft.presence() * atRight.presence();
        if (!adjacent(left, right)
            || prior < LEAST_PRESENCE * a.prior()
            || shareOn(spot.part(), left) < LEAST_SHARE
            || shareOn(spot.part(), right) < LEAST_SHARE) {
          continue;
        }
        Product p = a.product();
        Product q = b.product();
        double density = mass.densityOfPair(p, q, spot.grams(), spot.part().sigmaGrams());
        if (!(density > 0)) {
          continue;
        }
        double massP = mass.expectedGrams(p);
        double[] portion = new double[line.count()];
        double share = massP / (massP + mass.expectedGrams(q));
        double weight = density * prior * spot.place().ratioOfPair(left, right, share, portion);
        List<ShelfChange> parts = apart(spot.part(), line, portion);
        if (parts.size() == 2 && weight > 0) {
          Deed one = Deed.take(p, 1, Source.PLANNED, spots.over(parts.get(0), line, left), null);
          Deed other = Deed.take(q, 1, Source.PLANNED, spots.over(parts.get(1), line, right), null);
          readings.add(Reading.of(weight * Rates.PAIR_OF_ONE_PERSON, one, other, Reading.By.ONE));
          readings.add(Reading.of(weight * Rates.PAIR_OF_TWO_PEOPLE, one, other, Reading.By.TWO));
        }
      }
    }
  }

  private static boolean adjacent(Facing left, Facing right) {
    return left.plates().getLast().plate() + 1 == right.plates().getFirst().plate();
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
      left.add(p.portion(f));
      right.add(p.portion(1 - f));
      sumLeft += f * p.deltaGrams();
      sumRight += (1 - f) * p.deltaGrams();
    }
    if (!(sumLeft < 0 && sumRight < 0)) {
      return List.of();
    }
    return List.of(
        change.part(sumLeft, change.sigmaGrams(), left),
        change.part(sumRight, change.sigmaGrams(), right));
  }
}
