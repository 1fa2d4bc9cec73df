package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People whose doubts hang together, with the worlds that are possible for them, likeliest first.
 * People of two clusters are independent: what is possible for all is every pair of their worlds.
 * Reid's clusters (1979, An algorithm for tracking multiple targets), with carts in the place of
 * tracks.
 */
final class Cluster {
  private final List<PersonId> people;
  private List<World> worlds;

  /** A cluster with its worlds, whose weights need not be normalised. */
  Cluster(List<PersonId> people, List<World> worlds) {
    this.people = people;
    this.worlds = worlds;
  }

  /** Nobody, and nothing out of plan. */
  static Cluster empty() {
    List<World> one = new ArrayList<>();
    one.add(new World(0, new Basket[0], List.of(), List.of()));
    return new Cluster(new ArrayList<>(), one);
  }

  /** One person with nothing. */
  static Cluster of(PersonId person) {
    List<World> one = new ArrayList<>();
    one.add(new World(0, new Basket[] {Basket.EMPTY}, List.of(), List.of()));
    return new Cluster(new ArrayList<>(List.of(person)), one);
  }

  /** The people, in the order they were joined. */
  List<PersonId> people() {
    return people;
  }

  PersonId person(int index) {
    return people.get(index);
  }

  int indexOf(PersonId person) {
    return people.indexOf(person);
  }

  /** The worlds, likeliest first. */
  List<World> worlds() {
    return worlds;
  }

  /** Probability of a world. */
  static double probability(World world) {
    return Math.exp(world.log);
  }

  /**
   * Both together: every pair of worlds, the likeliest of them. Worlds are in order, so of the pair
   * (i, j) at least (i + 1) (j + 1) - 1 others are no less likely, and one that can't be within the
   * bound is not made.
   */
  static Cluster joined(Cluster a, Cluster b, Bound bound) {
    List<PersonId> people = new ArrayList<>(a.people);
    people.addAll(b.people);
    List<World> pairs = new ArrayList<>();
    for (int i = 0; i < a.worlds.size(); i++) {
      int within = Math.min(b.worlds.size(), bound.mostWorlds() / (i + 1));
      if (within < b.worlds.size()) {
        double likeliest = probability(a.worlds.get(i)) * probability(b.worlds.get(within));
        bound.dropped(b.worlds.size() - within, likeliest);
      }
      for (World w : b.worlds.subList(0, within)) {
        pairs.add(pair(a.worlds.get(i), w));
      }
    }
    bound.forgotten(a.worlds.getFirst().strays.size() + b.worlds.getFirst().strays.size());
    Cluster joined = new Cluster(people, pairs);
    joined.compact(bound);
    return joined;
  }

  private static World pair(World v, World w) {
    Basket[] baskets = Arrays.copyOf(v.baskets, v.baskets.length + w.baskets.length);
    System.arraycopy(w.baskets, 0, baskets, v.baskets.length, w.baskets.length);
    return new World(
        v.log + w.log,
        v.agreed * w.agreed,
        baskets,
        strays(v.strays, w.strays),
        both(v.grasps, w.grasps));
  }

  /** Of both, in the order they came. */
  private static List<Stray> strays(List<Stray> a, List<Stray> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    List<Stray> all = new ArrayList<>(a);
    all.addAll(b);
    all.sort(Comparator.comparingLong(Stray::serial));
    return Bound.latest(all);
  }

  private static <T> List<T> both(List<T> a, List<T> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    List<T> all = new ArrayList<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  /** Goes on with other worlds of the same people. */
  void replace(List<World> next, Bound bound) {
    worlds = next;
    compact(bound);
  }

  /** Adds up what is alike, keeps the likeliest, and makes the weights sum to one. */
  void compact(Bound bound) {
    Map<Integer, List<World>> alike = new LinkedHashMap<>();
    List<World> kept = new ArrayList<>();
    worlds.sort((v, w) -> Double.compare(w.log, v.log));
    for (World w : worlds) {
      List<World> same = alike.computeIfAbsent(w.likeness(), k -> new ArrayList<>(1));
      World leader = null;
      for (World v : same) {
        if (v.isLike(w)) {
          leader = v;
          break;
        }
      }
      if (leader == null) {
        same.add(w);
        kept.add(w);
      } else {
        leader.absorb(w);
      }
    }
    kept.sort((v, w) -> Double.compare(w.log, v.log));
    double least = kept.getFirst().log + LEAST_LOG;
    int count = 0;
    while (count < kept.size() && kept.get(count).log >= least) {
      count++;
    }
    if (count > bound.mostWorlds()) {
      double next = kept.get(bound.mostWorlds()).log - total(kept, count);
      bound.dropped(count - bound.mostWorlds(), Math.exp(next));
      count = bound.mostWorlds();
    }
    kept = new ArrayList<>(kept.subList(0, count));
    double total = total(kept, count);
    for (World w : kept) {
      w.log -= total;
    }
    worlds = kept;
  }

  private static double total(List<World> worlds, int count) {
    double[] logs = new double[count];
    for (int i = 0; i < count; i++) {
      logs[i] = worlds.get(i).log;
    }
    return Logs.sum(logs);
  }

  /** Worlds this much less likely than the likeliest are dropped. */
  private static final double LEAST_LOG = Math.log(1e-7);

  /**
   * The likeliest world of those that agree with the receipts given so far: what was charged to one
   * who has left is in nobody else's cart. Where none is left that agrees, the likeliest of all.
   */
  World best() {
    World best = worlds.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (World w : worlds) {
      double log = w.log + Math.log(w.agreed);
      if (log > most) {
        most = log;
        best = w;
      }
    }
    return best;
  }

  /** The same without somebody, whose receipt says what {@link #best} has. */
  void remove(PersonId person, Bound bound) {
    int index = people.indexOf(person);
    Basket receipt = best().baskets[index];
    people.remove(index);
    List<World> rest = new ArrayList<>(worlds.size());
    for (World w : worlds) {
      Basket[] baskets = new Basket[people.size()];
      System.arraycopy(w.baskets, 0, baskets, 0, index);
      System.arraycopy(w.baskets, index + 1, baskets, index, people.size() - index);
      double agreed = w.baskets[index].isLike(receipt) ? w.agreed : 0;
      rest.add(new World(w.log, agreed, baskets, w.strays, w.grasps));
    }
    replace(rest, bound);
  }

  /** Whether something lies out of plan on a shelf in any world. */
  boolean hasStrays(ShelfId shelf) {
    for (World w : worlds) {
      for (Stray s : w.strays) {
        if (s.shelf().equals(shelf)) {
          return true;
        }
      }
    }
    return false;
  }
}
