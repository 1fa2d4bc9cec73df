package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a cluster apart into people whose doubts have nothing to do with each other any more. Two
 * people hang together if what both hold is in doubt and some change touched both, in whichever
 * world. Whose basket is the same in every world is alone.
 */
final class Components {
  private Components() {}

  /** The parts; the cluster itself if it is one. What lies out of plan goes with its owner. */
  static List<Cluster> of(Cluster cluster, Bound bound) {
    int n = cluster.people().size();
    if (n < 2) {
      return List.of(cluster);
    }
    int[] part = new int[n];
    Arrays.setAll(part, i -> i);
    Map<Long, Integer> touched = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      if (inDoubt(cluster, i)) {
        for (World w : cluster.worlds()) {
          for (long serial : w.baskets[i].touches()) {
            Integer other = touched.putIfAbsent(serial, i);
            if (other != null) {
              link(part, i, other);
            }
          }
        }
      }
    }
    strays(cluster, touched, part);
    int first = part[0];
    boolean isOne = true;
    for (int p : part) {
      isOne &= p == first;
    }
    if (isOne) {
      return List.of(cluster);
    }
    List<Cluster> parts = new ArrayList<>();
    for (int root = 0; root < n; root++) {
      if (part[root] == root) {
        parts.add(project(cluster, part, root, touched, bound));
      }
    }
    return parts;
  }

  private static boolean inDoubt(Cluster cluster, int i) {
    Basket first = cluster.worlds().getFirst().baskets[i];
    for (World w : cluster.worlds()) {
      if (!w.baskets[i].isLike(first)) {
        return true;
      }
    }
    return false;
  }

  /** What may or may not lie somewhere ties its owner to whom else its changes touched. */
  private static void strays(Cluster cluster, Map<Long, Integer> touched, int[] part) {
    for (World w : cluster.worlds()) {
      for (Stray s : w.strays) {
        int home = home(cluster, s, touched);
        for (long serial : s.touches()) {
          Integer one = touched.get(serial);
          if (one != null) {
            link(part, one, home);
          }
        }
      }
    }
  }

  /** Index of the person whose part a stray goes with: its owner's, else of one it may be with. */
  private static int home(Cluster cluster, Stray stray, Map<Long, Integer> touched) {
    PersonId owner = stray.owner();
    int index = owner == null ? -1 : cluster.indexOf(owner);
    for (long serial : stray.touches()) {
      index = index < 0 ? touched.getOrDefault(serial, -1) : index;
    }
    return Math.max(index, 0);
  }

  private static void link(int[] part, int a, int b) {
    int keep = Math.min(part[a], part[b]);
    int drop = Math.max(part[a], part[b]);
    for (int i = 0; i < part.length; i++) {
      part[i] = part[i] == drop ? keep : part[i];
    }
  }

  private static Cluster project(
      Cluster cluster, int[] part, int root, Map<Long, Integer> touched, Bound bound) {
    List<PersonId> people = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < part.length; i++) {
      if (part[i] == root) {
        members.add(i);
        people.add(cluster.person(i));
      }
    }
    boolean alone = members.size() == 1 && !inDoubt(cluster, members.getFirst());
    List<World> worlds = new ArrayList<>();
    for (World w : cluster.worlds()) {
      Basket[] baskets = new Basket[members.size()];
      for (int k = 0; k < baskets.length; k++) {
        Basket b = w.baskets[members.get(k)];
        baskets[k] = alone ? b.settled() : b;
      }
      List<Stray> strays = new ArrayList<>();
      for (Stray s : w.strays) {
        if (part[home(cluster, s, touched)] == root) {
          strays.add(s);
        }
      }
      List<World.Grasp> grasps = new ArrayList<>();
      for (World.Grasp g : w.grasps) {
        if (people.contains(g.person())) {
          grasps.add(g);
        }
      }
      worlds.add(new World(w.log, w.agreed, baskets, List.copyOf(strays), List.copyOf(grasps)));
    }
    Cluster projected = new Cluster(people, worlds);
    projected.compact(bound);
    return projected;
  }
}
