package io.walkout.cart.joint;

import io.walkout.cart.evidence.Goods;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Pair;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.Facing;
import io.walkout.store.Product;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readings of a loss as one unit each of two products that stand side by side, taken so quickly
 * after each other (by two hands, or by two people) that the plates felt one change.
 */
final class PairReadings {
  /** Asks all evidence about a part of a change. */
  interface Spots {
    /** About the part that is one facing's, wherever its plates say it was. */
    Spot over(ShelfChange part, ShelfChange whole, ShelfLine line, Facing facing);

    /** What is said of a part where its plates say it was, before any person is looked at. */
    Heard heard(ShelfChange part, ShelfChange whole, ShelfLine line);
  }

  /** Each facing of a pair bears at least this share of the load: more than a neighbour's leak. */
  private static final double LEAST_SHARE = 0.12;

  /** Products that hardly stand where they would have to are no pair worth a thought. */
  private static final double LEAST_PRESENCE = 0.02;

  private final ShelfPlan plan;
  private final MassEvidence masses;

  /**
   * Readings by that plan. {@code masses} is not asked here how well the load fits, as any source
   * is: it says how the load is to be divided between the two, which no reading can do without.
   */
  PairReadings(ShelfPlan plan, MassEvidence masses) {
    this.plan = plan;
    this.masses = masses;
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
        double share = masses.expectedGrams(p);
        share /= share + masses.expectedGrams(q);
        if (Double.isNaN(share)) {
          continue; // which part of the load is whose can't be known
        }
        double[] portion = new double[line.count()];
        Arrays.fill(portion, share);
        Goods ofP = Goods.of(Kind.TAKE, p, 1);
        Goods ofQ = Goods.of(Kind.TAKE, q, 1);
        Pair asked = new Pair(ofP, left, ofQ, right, share, portion);
        double heard = spot.heard().pair(asked);
        double log = Math.log(prior) + heard;
        if (log == Double.NEGATIVE_INFINITY) {
          continue;
        }
        ShelfChange whole = spot.part();
        List<ShelfChange> parts = apart(whole, line, portion);
        if (parts.size() == 2) {
          Spot atLeftOnly = spots.over(parts.get(0), whole, line, left);
          Spot atRightOnly = spots.over(parts.get(1), whole, line, right);
          Deed one = Deed.take(p, 1, Source.PLANNED, atLeftOnly, null);
          Deed other = Deed.take(q, 1, Source.PLANNED, atRightOnly, null);
          double byOne = log + Math.log(Rates.PAIR_OF_ONE_PERSON);
          double byTwo = log + Math.log(Rates.PAIR_OF_TWO_PEOPLE);
          readings.add(Reading.of(byOne, asked, one, other, Reading.By.ONE));
          readings.add(Reading.of(byTwo, asked, one, other, Reading.By.TWO));
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
