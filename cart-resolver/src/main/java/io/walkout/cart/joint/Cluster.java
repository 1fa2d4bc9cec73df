package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Both together: every pair of worlds, the likeliest {@code most} of them. */
  static Cluster joined(Cluster a, Cluster b, int most) {
    List<PersonId> people = new ArrayList<>(a.people);
    people.addAll(b.people);
    List<World> pairs = new ArrayList<>();
    for (World v : a.worlds) {
      for (World w : b.worlds) {
        Basket[] baskets = Arrays.copyOf(v.baskets, people.size());
        System.arraycopy(w.baskets, 0, baskets, v.baskets.length, w.baskets.length);
        pairs.add(
            new World(v.log + w.log, baskets, both(v.strays, w.strays), both(v.grasps, w.grasps)));
      }
    }
    Cluster joined = new Cluster(people, pairs);
    joined.compact(most);
    return joined;
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
  void replace(List<World> next, int most) {
    worlds = next;
    compact(most);
  }

  /** Adds up what is alike, keeps the likeliest, and makes the weights sum to one. */
  void compact(int most) {
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
        leader.log = Logs.add(leader.log, w.log);
      }
    }
    kept.sort((v, w) -> Double.compare(w.log, v.log));
    double least = kept.getFirst().log + LEAST_LOG;
    int count = 0;
    while (count < kept.size() && count < most && kept.get(count).log >= least) {
      count++;
    }
    kept = new ArrayList<>(kept.subList(0, count));
    double[] logs = new double[count];
    for (int i = 0; i < count; i++) {
      logs[i] = kept.get(i).log;
    }
    double total = Logs.sum(logs);
    for (World w : kept) {
      w.log -= total;
    }
    worlds = kept;
  }

  /** Worlds this much less likely than the likeliest are dropped. */
  private static final double LEAST_LOG = Math.log(1e-7);

  /** The same without somebody. */
  void remove(PersonId person, int most) {
    int index = people.indexOf(person);
    people.remove(index);
    List<World> rest = new ArrayList<>(worlds.size());
    for (World w : worlds) {
      Basket[] baskets = new Basket[people.size()];
      System.arraycopy(w.baskets, 0, baskets, 0, index);
      System.arraycopy(w.baskets, index + 1, baskets, index, people.size() - index);
      rest.add(new World(w.log, baskets, w.strays, w.grasps));
    }
    replace(rest, most);
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
