package io.walkout.cart.joint;

import java.util.List;
import java.util.Map;

/** The bounds on joint explanations, and what was lost at them. */
final class Bound {
  /** Most things remembered out of plan in one world; the oldest is forgotten first. Chosen. */
  private static final int MOST_STRAYS = 48;

  private final int mostWorlds;
  private long worldsDropped;
  private double greatest;
  private long straysForgotten;

  Bound(int mostWorlds) {
    this.mostWorlds = mostWorlds;
  }

  /** Most worlds of one cluster. */
  int mostWorlds() {
    return mostWorlds;
  }

  /** Counts worlds that are not followed for the bound, of which none is likelier than that. */
  void dropped(int worlds, double probability) {
    worldsDropped += worlds;
    greatest = Math.max(greatest, probability);
  }

  /** The things out of plan that a world keeps: the latest. */
  static List<Stray> latest(List<Stray> strays) {
    int beyond = strays.size() - MOST_STRAYS;
    return List.copyOf(beyond > 0 ? strays.subList(beyond, strays.size()) : strays);
  }

  /** Counts what {@link #latest} leaves out of so many, of the likeliest world. */
  void forgotten(int strays) {
    straysForgotten += Math.max(0, strays - MOST_STRAYS);
  }

  /** Writes what was counted, under names of the summary. */
  void countInto(Map<String, Long> counts) {
    counts.put("worldsDropped", worldsDropped);
    counts.put("worldsDroppedMostPerMillion", Math.round(1e6 * greatest));
    counts.put("straysForgotten", straysForgotten);
  }
}
