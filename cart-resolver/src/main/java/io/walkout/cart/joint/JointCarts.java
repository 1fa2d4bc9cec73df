package io.walkout.cart.joint;

import io.walkout.cart.evidence.Contact;
import io.walkout.cart.evidence.Evidence;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.Question;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.ShelfLine;
import io.walkout.cart.plan.PlanBelief;
import io.walkout.store.Facing;
import io.walkout.store.PersonId;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.StoreFinding;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What everybody present may hold. Each change multiplies the worlds of the people near it by its
 * readings; unlikely worlds are dropped, worlds that go on alike are added up, and people whose
 * doubts have become independent go separate ways. Nothing is decided before somebody's cart is
 * settled: then the carts they have in the worlds are weighed against each other.
 *
 * <p>Bounds: {@code maxWorlds} worlds a cluster, the likeliest; {@code maxHoldings} takes in a
 * basket, further units are nowhere. Single-threaded; the same calls give the same results.
 */
public final class JointCarts {
  /** Whose reach is less than this share of the best is no explanation worth following. */
  private static final double LEAST_REACH = 1e-3;

  /** Ways to go on that are followed for each world kept: many of them come to the same. Chosen. */
  private static final int WAYS_PER_WORLD = 4;

  /**
   * What one who is not near holds is looked at if, being {@link Rates#HAND_OVER} as likely, it has
   * a tenth of the weight of what those near hold. Chosen: less is no reason to tie them together.
   */
  private static final double LEAST_ABSENT_LOG = Math.log(0.1 / Rates.HAND_OVER);

  /** Most clusters of people who are not near that a put-back is traced to. Chosen. */
  private static final int MOST_ABSENT = 6;

  private final Store store;
  private final Bound bound;
  private final int maxHoldings;
  private final MassEvidence masses;
  private final List<Evidence> evidence;
  private final PairReadings.Spots spots = new Asking();
  private final BiPredicate<PersonId, Long> hadGone;
  private final Company company;
  private final ShelfPlan plan;
  private final TakeReadings takes;
  private final PutBackReadings putBacks;
  private final PairReadings pairs;
  private final Fetching fetching;
  private final Deeds deeds;
  private final Tallies tallies = new Tallies();
  private final Mistaken mistaken = new Mistaken();
  private final Map<PersonId, Cluster> home = new TreeMap<>();
  private Cluster floor = Cluster.empty();
  private long serial;

  /**
   * Carts of a store that has just opened.
   *
   * @param masses what a unit of each product weighs, as known by now. It may be a source of {@code
   *     evidence} too; here it is what was learned: how a load of two products divides, how many a
   *     load was as known later, which product a facing holds
   * @param evidence all sources, each of which has its say about every change
   * @param hadGone whether somebody had gone out of the store before a time
   * @param company who is staff, and who came together
   */
  public JointCarts(
      Store store,
      int maxWorlds,
      int maxHoldings,
      MassEvidence masses,
      List<Evidence> evidence,
      BiPredicate<PersonId, Long> hadGone,
      Company company) {
    this.store = store;
    bound = new Bound(maxWorlds);
    this.maxHoldings = maxHoldings;
    this.masses = masses;
    this.evidence = List.copyOf(evidence);
    this.hadGone = hadGone;
    this.company = company;
    plan = new ShelfPlan(store, new PlanBelief(store, masses));
    takes = new TakeReadings(plan);
    putBacks = new PutBackReadings(plan);
    pairs = new PairReadings(plan, masses);
    fetching = new Fetching(plan);
    deeds = new Deeds(plan, masses, maxHoldings);
  }

  /** Somebody is on the floor. */
  public void open(PersonId person) {
    home.computeIfAbsent(person, Cluster::of);
  }

  /** Two people may have been taken for each other. Both must be {@link #open}. */
  public void confused(PersonEvent.Confused event) {
    if (home.containsKey(event.person()) && home.containsKey(event.other())) {
      mistaken.note(event);
    }
  }

  /** Goes on from a change, and says how it is explained now. */
  public List<Assignment> change(ShelfChange change) {
    serial++;
    ShelfLine line = ShelfLine.of(store.layout(), change);
    Spot spot = spot(Question.of(change, change, line));
    Cluster cluster = gather(spot);
    Steps steps = new Steps(cluster, company);
    if (change.deltaGrams() < 0) {
      List<Reading> common = new ArrayList<>(takes.common(spot));
      common.addAll(pairs.of(spot, line, spots));
      for (World world : cluster.worlds()) {
        common.forEach(r -> steps.add(world, r));
        takes.ofStrays(spot, world.strays).forEach(r -> steps.add(world, r));
        fetching.readings(spot, line, world.strays, spots).forEach(r -> steps.add(world, r));
      }
    } else {
      List<Reading> common = putBacks.common(spot);
      for (World world : cluster.worlds()) {
        common.forEach(r -> steps.add(world, r));
        List<Reading> own = putBacks.continued(spot, world.strays);
        for (int i = 0; i < world.baskets.length; i++) {
          putBacks.held(world.baskets[i], i, spot, own);
        }
        own.forEach(r -> steps.add(world, r));
      }
    }
    List<Step> ranked = steps.ranked();
    Verdict verdict = Verdict.of(ranked, spot, plan);
    verdict.teach(evidence);
    verdict.teach(plan);
    List<Assignment> assignments = verdict.assignments();
    for (Assignment a : assignments) {
      tallies.note(a, home.keySet());
    }
    tallies.beyondHoldings(deeds.beyondHoldings(ranked.getFirst(), cluster));
    List<Step> followed =
        ranked.subList(0, Math.min(ranked.size(), WAYS_PER_WORLD * bound.mostWorlds()));
    Set<Long> doubted = doubted(followed);
    List<World> next = new ArrayList<>();
    for (Step step : followed) {
      next.add(deeds.after(step, cluster, serial, doubted));
    }
    cluster.replace(next, bound);
    settleIn(Components.of(cluster, bound));
    return assignments;
  }

  /** Serials of the things out of plan that a change may have been about. */
  private static Set<Long> doubted(List<Step> steps) {
    Set<Long> doubted = new TreeSet<>();
    for (Step step : steps) {
      for (Deed deed : step.reading().deeds()) {
        Stray thing = deed.stray();
        if (thing != null) {
          doubted.add(thing.serial());
        }
      }
    }
    return doubted;
  }

  /**
   * Two people met. Their carts hang together from then on, and what either took may be the
   * other's, if the store charges who has it in the end; else it may be put back by the other.
   */
  public void contact(Contact contact, boolean receiverOwes) {
    Cluster a = home.get(contact.a());
    Cluster b = home.get(contact.b());
    if (a == null || b == null) {
      return;
    }
    serial++;
    Cluster both = a == b ? a : Cluster.joined(a, b, bound);
    both.replace(
        receiverOwes
            ? HandOvers.after(both, contact, serial, maxHoldings)
            : HandOvers.carriers(both, contact),
        bound);
    settleIn(Components.of(both, bound));
  }

  /** Asks every source about a part of a change. */
  private Spot spot(Question question) {
    ShelfChange part = question.part();
    Heard heard = Heard.of(evidence, question);
    List<Reach> seen = heard.people();
    seen.removeIf(r -> hadGone.test(r.person(), part.startNanos()));
    Set<PersonId> inside = new TreeSet<>(home.keySet());
    inside.removeIf(p -> hadGone.test(p, part.startNanos()));
    double trust = Doubt.trust(part, seen, inside, heard.blindShare(), heard.lostShare());
    return Spot.of(part, question.place(), near(seen), trust, heard);
  }

  /** How parts of a change are asked about. */
  private final class Asking implements PairReadings.Spots {
    @Override
    public Spot over(ShelfChange part, ShelfChange whole, ShelfLine line, Facing facing) {
      return spot(Question.over(part, whole, line, line.stretch(facing)));
    }

    @Override
    public Heard heard(ShelfChange part, ShelfChange whole, ShelfLine line) {
      return Heard.of(evidence, Question.of(part, whole, line));
    }
  }

  private static List<Reach> near(List<Reach> seen) {
    List<Reach> near = new ArrayList<>();
    double most = 0;
    for (Reach r : seen) {
      most = Math.max(most, r.ratio());
    }
    for (Reach r : seen) {
      if (r.ratio() > LEAST_REACH * most) {
        near.add(r);
      }
    }
    return near;
  }

  /** One cluster of everybody who was near and of what lies out of plan on the shelf. */
  private Cluster gather(Spot spot) {
    ShelfId shelf = spot.part().shelf();
    Set<Cluster> concerned = new LinkedHashSet<>();
    for (Reach r : spot.reaches()) {
      Cluster cluster = home.get(r.person());
      if (cluster != null) {
        concerned.add(cluster);
      }
    }
    for (Cluster cluster : home.values()) {
      if (cluster.hasStrays(shelf)) {
        concerned.add(cluster);
      }
    }
    if (spot.part().deltaGrams() > 0) {
      concerned.addAll(absentHolders(spot, concerned));
    }
    Cluster joined = floor;
    for (Cluster cluster : concerned) {
      joined = Cluster.joined(joined, cluster, bound);
    }
    floor = Cluster.empty();
    return joined;
  }

  /**
   * Those who are not near, but hold what was put back, where nobody near holds it as surely: it
   * was handed over unseen, or the tracker took one for the other. The likeliest few.
   */
  private List<Cluster> absentHolders(Spot spot, Set<Cluster> near) {
    double best = Math.log(Rates.RESTOCK) + putBacks.bestOfNobody(spot);
    for (Cluster cluster : near) {
      best = Math.max(best, putBacks.bestHeld(cluster, spot));
    }
    Map<Cluster, Double> held = new LinkedHashMap<>();
    for (Cluster cluster : new LinkedHashSet<>(home.values())) {
      double log = near.contains(cluster) ? best : putBacks.bestHeld(cluster, spot);
      if (!near.contains(cluster) && log > best + LEAST_ABSENT_LOG) {
        held.put(cluster, log);
      }
    }
    List<Cluster> absent = new ArrayList<>(held.keySet());
    absent.sort(Comparator.comparingDouble((Cluster c) -> -held.getOrDefault(c, 0.0)));
    return absent.subList(0, Math.min(absent.size(), MOST_ABSENT));
  }

  private void settleIn(List<Cluster> parts) {
    for (Cluster part : parts) {
      for (PersonId person : part.people()) {
        home.put(person, part);
      }
      if (part.people().isEmpty()) {
        leaveOnFloor(part);
      }
    }
  }

  /** Nobody is left who could tell more: what lies out of plan in the likeliest world does. */
  private void leaveOnFloor(Cluster nobodys) {
    World best = nobodys.best();
    List<World> one = new ArrayList<>();
    one.add(new World(0, new Basket[0], best.strays, List.of()));
    floor = Cluster.joined(floor, new Cluster(new ArrayList<>(), one), bound);
  }

  /**
   * Somebody's lines, as they are likeliest; from then on they are nobody here. Staff have none,
   * whatever they carry.
   */
  public List<Cart.Line> settle(PersonId person, double mostCertain) {
    Cluster cluster = home.remove(person);
    if (cluster == null) {
      return List.of();
    }
    Recount.of(cluster, person, masses, bound);
    List<Cart.Line> lines = List.of();
    if (company.isStaff(person)) {
      Basket carried = cluster.best().baskets[cluster.indexOf(person)];
      tallies.carryOutByStaff(carried.unitsIn() - carried.unitsOut());
    } else {
      lines = Lines.of(cluster, person, company, mistaken, mostCertain);
      PartyShares.square(cluster, person, company, ++serial, bound);
    }
    for (Cart.Line line : lines) {
      tallies.carryOut(line.quantity());
    }
    mistaken.forget(home.keySet());
    cluster.remove(person, bound);
    settleIn(Components.of(cluster, bound));
    return lines;
  }

  /** When somebody last took something in the likeliest world; the least long if never. */
  public long lastTakeNanos(PersonId person) {
    Cluster cluster = home.get(person);
    long last = Long.MIN_VALUE;
    if (cluster != null) {
      for (Piece p : cluster.best().baskets[cluster.indexOf(person)].pieces()) {
        last = Math.max(last, p.proofs().getFirst().felt().part().endNanos());
      }
    }
    return last;
  }

  /** Everybody's clusters, each once, then what lies on the floor of nobody's. */
  Set<Cluster> clusters() {
    Set<Cluster> clusters = new LinkedHashSet<>(home.values());
    clusters.add(floor);
    return clusters;
  }

  /** What was found to be wrong in the planogram and the catalogue since the last call. */
  public List<StoreFinding> findings() {
    return plan.belief().findings();
  }

  /** Units that are in nobody's cart, so far: taken by somebody unseen, or beyond a bound. */
  public long unitsNowhere() {
    return tallies.unitsNowhere();
  }

  /** Writes how much is kept now: of most of it, the most of any cluster of people. */
  public void keptInto(Map<String, Long> kept) {
    long worlds = 0;
    long mostWorlds = 0;
    long mostStrays = 0;
    long mostPieces = 0;
    Set<Cluster> clusters = clusters();
    for (Cluster cluster : clusters) {
      worlds += cluster.worlds().size();
      mostWorlds = Math.max(mostWorlds, cluster.worlds().size());
      for (World world : cluster.worlds()) {
        mostStrays = Math.max(mostStrays, world.strays.size());
        for (Basket basket : world.baskets) {
          mostPieces = Math.max(mostPieces, basket.pieces().size());
        }
      }
    }
    kept.put("clusters", (long) clusters.size());
    kept.put("worlds", worlds);
    kept.put("worldsOfOneCluster", mostWorlds);
    kept.put("straysOfOneWorld", mostStrays);
    kept.put("piecesOfOneBasket", mostPieces);
  }

  /** Writes what was counted, under names of the summary. */
  public void countInto(Map<String, Long> counts) {
    tallies.countInto(counts);
    bound.countInto(counts);
  }
}
