package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.PersonId;
import io.walkout.store.cart.Assignment.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All ways in which the worlds of a cluster can go on from one change: each reading, by each person
 * who was near, or by somebody unseen. What the hands can't have done at once is weighed down here.
 */
final class Steps {
  /** A second thing in the same instant with the other hand, as against one. Chosen. */
  private static final double OTHER_HAND = 0.3;

  /** The same with the same hand, at a place of its own. */
  private static final double SAME_HAND = 0.05;

  /** Ways this much less likely than the best are not followed; their weight counts as doubt. */
  private static final double LEAST_LOG = Math.log(1e-6);

  /** A put-back by one who met the owner since, as against by the owner. Chosen: even odds. */
  private static final double CARRIED = 0.5;

  private static final int NO_SIDE = -1;

  private final Cluster cluster;
  private final Company company;
  private final List<PersonId> staff;
  private final List<Step> all = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY;

  Steps(Cluster cluster, Company company) {
    this.cluster = cluster;
    this.company = company;
    staff = cluster.people().stream().filter(company::isStaff).toList();
  }

  /** Adds what follows from one world by one reading. */
  void add(World world, Reading reading) {
    double log = world.log + reading.log();
    double hope = log;
    for (Deed deed : reading.deeds()) {
      hope += Math.log(deed.spot().nearest(deed));
    }
    if (!(hope > best + LEAST_LOG)) {
      return;
    }
    if (reading.deeds().size() == 1) {
      one(world, reading, log);
    } else {
      two(world, reading, log);
    }
  }

  private void one(World world, Reading reading, double log) {
    Deed deed = reading.deeds().getFirst();
    if (deed.source() == Source.WHIM) {
      keep(world, reading, Arrays.asList((Reach) null), new int[] {NO_SIDE}, log);
      return;
    }
    if (deed.kind() == Kind.NOTHING) {
      Reach by = ownThing(deed);
      double weight = weightOf(deed, by);
      keep(world, reading, Arrays.asList(by), new int[] {NO_SIDE}, log + Math.log(weight));
      return;
    }
    for (Reach reach : deed.spot().reaches()) {
      int side = side(world, reach, deed);
      double weight = weight(world, reach, deed) * shyness(world, deed, reach);
      keep(world, reading, List.of(reach), new int[] {side}, log + Math.log(weight));
    }
    double unseen = Rates.UNSEEN / deed.spot().norm() * shyness(world, deed, null);
    keep(world, reading, Arrays.asList((Reach) null), new int[] {NO_SIDE}, log + Math.log(unseen));
  }

  private void two(World world, Reading reading, double log) {
    Deed a = reading.deeds().get(0);
    Deed b = reading.deeds().get(1);
    if (a.kind() == Kind.NOTHING) {
      Reach owner = ownThing(a);
      double first = weightOf(a, owner);
      for (Reach r : b.spot().reaches()) {
        double hands = 0.5 * (hand(r, b, 0) + hand(r, b, 1));
        double w = first * hands / b.spot().norm() * eagerness(b, r);
        List<@Nullable Reach> both = Arrays.asList(owner, r);
        keep(world, reading, both, new int[] {NO_SIDE, NO_SIDE}, log + Math.log(w));
      }
      return;
    }
    for (Reach r : a.spot().reaches()) {
      double first = weight(world, r, a) * eagerness(a, r);
      int hand = side(world, r, a);
      if (!(log + Math.log(first) > best + LEAST_LOG)) {
        continue;
      }
      for (Reach s : b.spot().reaches()) {
        boolean same = s.person().equals(r.person());
        if (same == (reading.by() == Reading.By.TWO) && reading.by() != Reading.By.ANY) {
          continue;
        }
        double w = same ? oneBody(a, r, b, s) : first * weight(world, s, b) * eagerness(b, s);
        int other = same && hand != NO_SIDE ? 1 - hand : side(world, s, b);
        keep(world, reading, List.of(r, s), new int[] {hand, other}, log + Math.log(w));
      }
    }
  }

  /** One person's weight for two deeds at once: either hand at either place. */
  private double oneBody(Deed a, Reach atA, Deed b, Reach atB) {
    double hands = 0.5 * (hand(atA, a, 0) * hand(atB, b, 1) + hand(atA, a, 1) * hand(atB, b, 0));
    double norms = a.spot().norm() * b.spot().norm();
    return hands / norms * eagerness(a, atA) * eagerness(b, atB);
  }

  /** A person's weight for a deed: of each hand, unless it was busy elsewhere just then. */
  private double weight(World world, Reach reach, Deed deed) {
    double left = hand(reach, deed, 0) * free(world, reach, deed, 0);
    double right = hand(reach, deed, 1) * free(world, reach, deed, 1);
    return 0.5 * (left + right) / deed.spot().norm();
  }

  private int side(World world, Reach reach, Deed deed) {
    double left = hand(reach, deed, 0) * free(world, reach, deed, 0);
    double right = hand(reach, deed, 1) * free(world, reach, deed, 1);
    return left == right ? NO_SIDE : left > right ? 0 : 1;
  }

  private static double hand(Reach reach, Deed deed, int side) {
    return deed.spot().heard().hand(reach, side, deed);
  }

  private static double free(World world, Reach reach, Deed deed, int side) {
    double free = 1;
    for (World.Grasp g : world.grasps) {
      if (g.person().equals(reach.person()) && g.overlaps(deed.spot().part())) {
        free *= g.side() == side ? SAME_HAND : OTHER_HAND;
      }
    }
    return free;
  }

  /** Who set a thing there, or fetches it: its owner, else whoever is nearest. */
  private static @Nullable Reach ownThing(Deed deed) {
    Reach nearest = null;
    for (Reach r : deed.spot().reaches()) {
      Stray thing = deed.stray();
      if (thing != null && r.person().equals(thing.owner())) {
        return r;
      }
      nearest = nearest == null || r.ratio() > nearest.ratio() ? r : nearest;
    }
    return nearest;
  }

  private double weightOf(Deed deed, @Nullable Reach by) {
    double norm = deed.spot().norm();
    double weight = (Rates.UNSEEN + (by == null ? 0 : by.ratio())) / norm;
    Stray thing = deed.stray();
    boolean others =
        deed.source() == Source.FETCHED
            && thing != null
            && thing.owner() != null
            && (by == null || !by.person().equals(thing.owner()))
            && (by == null || !company.areOneParty(by.person(), thing.owner()));
    return others ? Rates.HAND_OVER * weight : weight;
  }

  /** How often one does such a thing, as against a shopper with what is their own. */
  private double shyness(World world, Deed deed, @Nullable Reach reach) {
    if (deed.owner() >= 0) {
      return reach == null ? Rates.HAND_OVER : ofAnothers(world, deed, reach);
    }
    if (deed.source() == Source.RESTOCK) {
      boolean byStaff = reach != null && staff.contains(reach.person());
      return byStaff ? Rates.RESTOCK_BY_STAFF : Rates.RESTOCK;
    }
    Stray stray = deed.stray();
    boolean again =
        deed.kind() == Kind.TAKE
            && stray != null
            && reach != null
            && reach.person().equals(stray.owner());
    return (again ? Rates.TAKE_AGAIN : 1) * (reach == null ? 1 : eagerness(deed, reach));
  }

  /** How much rarer a put-back is of what somebody else holds. */
  private double ofAnothers(World world, Deed deed, Reach reach) {
    PersonId owner = cluster.person(deed.owner());
    if (owner.equals(reach.person())) {
      return 1;
    }
    if (company.areOneParty(owner, reach.person())) {
      return Rates.OF_ONE_PARTY;
    }
    return carries(world, deed, reach) ? CARRIED : Rates.HAND_OVER;
  }

  /** Staff hardly take anything. */
  private double eagerness(Deed deed, Reach reach) {
    return deed.kind() == Kind.TAKE && staff.contains(reach.person()) ? Rates.TAKE_BY_STAFF : 1;
  }

  private static boolean carries(World world, Deed deed, Reach reach) {
    for (Piece p : world.baskets[deed.owner()].pieces()) {
      if (p.product().equals(deed.product()) && reach.person().equals(p.carrier())) {
        return true;
      }
    }
    return false;
  }

  private void keep(
      World world, Reading reading, List<@Nullable Reach> reaches, int[] sides, double log) {
    if (log > best + LEAST_LOG) {
      all.add(new Step(world, reading, reaches, sides, log));
      best = Math.max(best, log);
    }
  }

  /** The likeliest first; of equals, those found first. */
  List<Step> ranked() {
    List<Step> kept = new ArrayList<>();
    for (Step step : all) {
      if (step.log() > best + LEAST_LOG) {
        kept.add(step);
      }
    }
    kept.sort((a, b) -> Double.compare(b.log(), a.log()));
    return kept;
  }
}
