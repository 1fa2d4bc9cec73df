package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides each change by itself, at once: the posterior over what, how many and who, given the
 * carts as earlier decisions left them. The mass, the place and the reach are independent given the
 * reading, so their likelihoods multiply.
 */
final class GreedyDecider implements Decider {
  /** Readings this much less likely than the best are not told apart by person. */
  private static final double PRUNE = 1e-5;

  /** The involved stretch of the shelf: the unit's centre, this wide to both sides at least. */
  private static final double HALF_STRETCH_METRES = 0.08;

  private static final int MOST_ALTERNATIVES = 3;

  private final Store store;
  private final ShelfPlan plan;
  private final Goods goods;
  private final TakeReadings takes;
  private final PutBackReadings putBacks;
  private final ReachEvidence reachEvidence;
  private final MassEvidence mass;
  private final BusyHands busy = new BusyHands();

  /**
   * Decides with the carts of {@code goods}. Whose cart is closed explains a change like anybody
   * else: were they left out, a bystander would inherit what they did.
   */
  GreedyDecider(
      Store store, ShelfPlan plan, MassEvidence mass, Goods goods, ReachEvidence reachEvidence) {
    this.store = store;
    this.plan = plan;
    this.mass = mass;
    this.goods = goods;
    this.takes = new TakeReadings(plan, mass, goods);
    this.putBacks = new PutBackReadings(plan, mass, goods);
    this.reachEvidence = reachEvidence;
  }

  @Override
  public List<Decision> decide(ShelfChange change) {
    ShelfLine line = ShelfLine.of(store.layout(), change);
    PlaceEvidence place = PlaceEvidence.of(change, line);
    List<Reach> reaches = reaches(change, line, place);
    if (change.deltaGrams() >= 0) {
      List<Hypothesis> readings = putBacks.of(change, place);
      return List.of(decideOne(change, readings, place, reaches, PairReading.NONE, 1));
    }
    List<Hypothesis> readings = takes.of(change, place);
    PairReading pair = PairReading.of(change, line, place, plan, mass, pairRate(reaches));
    double single = 0;
    for (Hypothesis h : readings) {
      single += h.weight();
    }
    if (pair.weight() <= single) {
      return List.of(decideOne(change, readings, place, reaches, pair, 1));
    }
    List<Decision> both = new ArrayList<>(2);
    for (ShelfChange part : pair.parts()) {
      PlaceEvidence at = PlaceEvidence.of(part, line);
      double certain = pair.weight() / (pair.weight() + single);
      List<Reach> who = reaches(part, line, at);
      both.add(decideOne(part, takes.of(part, at), at, who, PairReading.NONE, certain));
    }
    return both;
  }

  /** Two hands at two goods at once are rare; two people with a hand there make it common. */
  private static double pairRate(List<Reach> reaches) {
    int near = 0;
    for (Reach r : reaches) {
      near += r.ratio() >= 1 ? 1 : 0;
    }
    return near >= 2 ? Rates.PAIR_OF_TWO_PEOPLE : Rates.PAIR_OF_ONE_PERSON;
  }

  private Decision decideOne(
      ShelfChange change,
      List<Hypothesis> readings,
      PlaceEvidence place,
      List<Reach> all,
      PairReading pair,
      double certain) {
    List<Reach> reaches = busy.weigh(change, all);
    Posterior posterior = new Posterior();
    double before = addPeople(readings, reaches, posterior);
    addWhim(change, reaches, posterior);
    posterior.addRest(pair.weight() * before);
    posterior.addRest(posterior.total() * (1 / certain - 1));
    Decision decision = decision(change, place, reaches, posterior);
    busy.note(decision.assignment());
    return decision;
  }

  @Override
  public List<Decision> finish() {
    return List.of();
  }

  private List<Reach> reaches(ShelfChange change, ShelfLine line, PlaceEvidence place) {
    double half = HALF_STRETCH_METRES + place.spreadMetres();
    Optional<OrientedBox> room =
        line.roomOver(place.centreMetres() - half, place.centreMetres() + half);
    if (room.isEmpty()) {
      return List.of();
    }
    List<Reach> all = reachEvidence.weigh(room.get(), change.startNanos(), change.endNanos());
    all.removeIf(r -> goods.hadGone(r.person(), change.startNanos()));
    return all;
  }

  /** Crosses readings and people; gives the weight of the people alone. */
  private static double addPeople(
      List<Hypothesis> readings, List<Reach> reaches, Posterior posterior) {
    double most = 0;
    for (Hypothesis h : readings) {
      most = Math.max(most, h.weight());
    }
    double norm = reaches.size() + Rates.UNSEEN;
    for (Hypothesis h : readings) {
      double rest = 0;
      for (Reach r : reaches) {
        double weight = r.ratio() / norm * shyness(h, r.person());
        if (h.weight() >= PRUNE * most) {
          posterior.add(h.by(h.kind() == Kind.NOTHING ? null : r.person(), weight));
        } else {
          rest += h.weight() * weight;
        }
      }
      double unseen = Rates.UNSEEN / norm * shyness(h, null);
      if (h.weight() >= PRUNE * most) {
        posterior.add(h.by(null, unseen));
      } else {
        rest += h.weight() * unseen;
      }
      posterior.addRest(rest);
    }
    double people = Rates.UNSEEN;
    for (Reach r : reaches) {
      people += r.ratio();
    }
    return people / norm;
  }

  /** How much rarer a put-back is out of a cart that is not the person's own. */
  private static double shyness(Hypothesis h, @Nullable PersonId person) {
    OpenCart owner = h.owner();
    return owner == null || owner.person.equals(person) ? 1 : Rates.HAND_OVER;
  }

  /** A whim needs nobody, but one who touches the shelf causes many. */
  private static void addWhim(ShelfChange change, List<Reach> reaches, Posterior posterior) {
    double touch = 0;
    for (Reach r : reaches) {
      touch += r.ratio() / reaches.size();
    }
    double grams = Math.max(Math.abs(change.deltaGrams()), 1e-3);
    double weight =
        Rates.WHIM
            * Rates.whimDensity(grams, change.sigmaGrams())
            * (1 - Rates.WHIM_BY_TOUCH + Rates.WHIM_BY_TOUCH * touch);
    posterior.add(Hypothesis.nothing(Hypothesis.Source.WHIM, null, weight));
  }

  private Decision decision(
      ShelfChange change, PlaceEvidence place, List<Reach> reaches, Posterior posterior) {
    List<Posterior.Ranked> ranked = posterior.ranked();
    Hypothesis best = ranked.getFirst().leader();
    Explanation first = posterior.explanation(ranked.getFirst());
    List<Explanation> others = new ArrayList<>();
    double identity = first.probability();
    double product = first.probability();
    for (Posterior.Ranked r : ranked.subList(1, ranked.size())) {
      Explanation e = posterior.explanation(r);
      others.add(e);
      if (e.kind() == first.kind() && Objects.equals(e.product(), first.product())) {
        product += e.probability();
        identity += Objects.equals(e.person(), first.person()) ? e.probability() : 0;
      }
    }
    List<Explanation> shown = others.subList(0, Math.min(MOST_ALTERNATIVES, others.size()));
    return new Decision(
        new Assignment(change, first, shown),
        best,
        others,
        Math.min(1, identity),
        Math.min(1, product),
        reachOf(best, reaches),
        place,
        onPlan(best.product(), change, place));
  }

  private static @Nullable Reach reachOf(Hypothesis best, List<Reach> reaches) {
    for (Reach r : reaches) {
      if (r.person().equals(best.person())) {
        return r;
      }
    }
    return null;
  }

  private boolean onPlan(@Nullable Product product, ShelfChange change, PlaceEvidence place) {
    if (product == null) {
      return false;
    }
    ShelfPlan.Planned planned = plan.on(change.shelf()).get(product.code());
    return planned != null && Goods.standsRight(planned.placeRatio(place));
  }
}
