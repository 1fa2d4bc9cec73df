package io.walkout.cart;

import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.PlateDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes a change apart that is plainly several: two hands at two places of one shelf, or a unit
 * moved along it. Plates that moved much form groups; groups two plates or more apart, or of
 * opposite sign, were not one thing.
 */
final class ChangeParts {
  /** A plate moved much if it did by this share of the most moved one: more than a load leaks. */
  private static final double MUCH = 0.15;

  /** ... and by this many of its own sigmas. */
  private static final double SIGMAS = 5;

  /** ... and by this much: twice the noise of a bad plate. */
  private static final double LEAST_GRAMS = 12;

  /** A group counts as a part of its own from this share of the largest group. */
  private static final double PART = 0.2;

  private ChangeParts() {}

  /** The parts, losses before gains; the change itself if it is one. */
  static List<ShelfChange> of(ShelfChange change) {
    List<PlateDelta> plates = new ArrayList<>(change.plates());
    plates.sort(Comparator.comparing(PlateDelta::plate));
    List<List<PlateDelta>> groups = groups(plates);
    if (groups.size() < 2) {
      return List.of(change);
    }
    double largest = 0;
    double largestSum = 0;
    for (List<PlateDelta> g : groups) {
      largestSum = Math.abs(sum(g)) > largest ? sum(g) : largestSum;
      largest = Math.max(largest, Math.abs(sum(g)));
    }
    boolean isGain = largestSum > 0;
    for (List<PlateDelta> g : groups) {
      boolean sameSign = sum(g) > 0 == isGain;
      if (sameSign && Math.abs(sum(g)) < PART * largest) {
        return List.of(change); // one thing and its echo, not two things
      }
    }
    return parts(change, plates, groups);
  }

  private static List<List<PlateDelta>> groups(List<PlateDelta> plates) {
    double most = 0;
    for (PlateDelta p : plates) {
      most = Math.max(most, Math.abs(p.deltaGrams()));
    }
    List<List<PlateDelta>> groups = new ArrayList<>();
    PlateDelta last = null;
    for (PlateDelta p : plates) {
      double grams = Math.abs(p.deltaGrams());
      if (!(grams >= Math.max(MUCH * most, Math.max(LEAST_GRAMS, SIGMAS * p.sigmaGrams())))) {
        continue;
      }
      boolean apart = true;
      if (last != null) {
        int gap = p.plate().plate() - last.plate().plate() - 1;
        boolean same = p.deltaGrams() > 0 == last.deltaGrams() > 0;
        apart = !same || gap >= 2;
      }
      if (apart) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(p);
      last = p;
    }
    return groups;
  }

  private static List<ShelfChange> parts(
      ShelfChange change, List<PlateDelta> plates, List<List<PlateDelta>> groups) {
    List<List<PlateDelta>> full = new ArrayList<>();
    groups.forEach(g -> full.add(new ArrayList<>()));
    for (PlateDelta p : plates) {
      full.get(nearest(p, groups)).add(p);
    }
    List<ShelfChange> parts = new ArrayList<>();
    for (List<PlateDelta> group : full) {
      double share = Math.sqrt((double) group.size() / plates.size());
      parts.add(change.part(sum(group), change.sigmaGrams() * share, group));
    }
    parts.sort(Comparator.comparingInt(c -> c.deltaGrams() < 0 ? 0 : 1));
    return parts;
  }

  private static int nearest(PlateDelta p, List<List<PlateDelta>> groups) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int g = 0; g < groups.size(); g++) {
      for (PlateDelta q : groups.get(g)) {
        int off = Math.abs(q.plate().plate() - p.plate().plate());
        if (off < least) {
          least = off;
          best = g;
        }
      }
    }
    return best;
  }

  private static double sum(List<PlateDelta> plates) {
    double sum = 0;
    for (PlateDelta p : plates) {
      sum += p.deltaGrams();
    }
    return sum;
  }
}
