package io.walkout.sim.scenario;

import io.walkout.sim.people.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One visit, in thought: where somebody is by now at the soonest, and what they hold. Changed by
 * the {@link Rehearsal} alone.
 */
final class Actor {
  final int number;
  final Plan plan;
  final List<Integer> held = new ArrayList<>();
  final List<Integer> pocketed = new ArrayList<>();
  final Map<String, Integer> occasions = new HashMap<>();
  double[] at;
  double seconds;
  double cameSeconds;
  double leftSeconds = Double.POSITIVE_INFINITY;
  int next;
  int gives;
  int bagFacing;
  boolean bagOn;
  boolean isIn;
  boolean isGone;

  Actor(int number, Plan plan, double[] door) {
    this.number = number;
    this.plan = plan;
    at = door;
    seconds = plan.arrival().startSeconds();
  }

  /** Puts a unit of a facing where no hand has it. */
  void pocket(int from) {
    if (count(pocketed, from) < count(held, from)) {
      pocketed.add(from);
    }
  }

  /** Has one unit of a facing less; rather one from a hand than from a pocket. */
  void lose(int from) {
    held.remove(Integer.valueOf(from));
    if (count(pocketed, from) > count(held, from)) {
      pocketed.remove(Integer.valueOf(from));
    }
  }

  private static int count(List<Integer> units, int from) {
    return Collections.frequency(units, from);
  }

  void go(double[] to) {
    seconds += Ground.leastSeconds(at, to);
    at = to;
  }
}
