package io.walkout.sim.world;

import java.util.ArrayList;
import java.util.List;

/** The units on one facing: its own goods in lanes from the back to the front, and strays. */
final class Lanes {
  private final List<List<Unit>> lanes = new ArrayList<>();
  final List<Unit> strays = new ArrayList<>();

  Lanes(int count) {
    for (int i = 0; i < count; i++) {
      lanes.add(new ArrayList<>());
    }
  }

  /** A lane; its last unit is the nearest to the shopper. */
  List<Unit> lane(int i) {
    return lanes.get(i);
  }

  /**
   * Up to {@code count} unreserved units from the front, from a lane by chance and then onwards.
   */
  List<Unit> front(int count, Dice dice) {
    List<Unit> chosen = new ArrayList<>();
    int first = dice.below(lanes.size());
    for (int k = 0; k < lanes.size() && chosen.size() < count; k++) {
      List<Unit> lane = lanes.get((first + k) % lanes.size());
      for (int i = lane.size() - 1; i >= 0 && chosen.size() < count; i--) {
        if (!lane.get(i).reserved) {
          chosen.add(lane.get(i));
        }
      }
    }
    return chosen;
  }

  boolean remove(Unit unit) {
    for (List<Unit> lane : lanes) {
      if (lane.remove(unit)) {
        return true;
      }
    }
    return strays.remove(unit);
  }

  /** Adds a unit at the front of the nearest lane, or to the strays. */
  void add(Unit unit, boolean atHome) {
    if (!atHome) {
      strays.add(unit);
      return;
    }
    List<Unit> shortest = lanes.getFirst();
    for (List<Unit> lane : lanes) {
      if (lane.size() < shortest.size()) {
        shortest = lane;
      }
    }
    shortest.add(unit);
  }

  int count() {
    return lanes.stream().mapToInt(List::size).sum();
  }

  void addTo(List<Unit> all) {
    lanes.forEach(all::addAll);
    all.addAll(strays);
  }
}
