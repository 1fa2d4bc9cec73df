package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * An external tracker that takes two people for each other: where two bodies nearly touch, it may
 * exchange their names until it knows them again. Brief and rare, as of a tracker that people would
 * buy; the figures are chosen. Who stays in somebody's arms for a minute is not mixed up more often
 * than who passes: only coming near counts.
 */
final class MixUps {
  /** Two people whose middles are nearer than this may be mixed up. */
  private static final double NEAR_METRES = 0.45;

  /** Apart again; wider than near, so that one meeting counts once. */
  private static final double APART_METRES = 0.9;

  /** How often a meeting mixes two people up. */
  private static final double PROBABILITY = 0.03;

  private static final double SHORTEST_SECONDS = 0.2;
  private static final double LONGEST_SECONDS = 1.2;

  private final Dice dice;
  private final List<Meeting> meetings = new ArrayList<>();

  /** Two people near each other, and until when their names are exchanged. */
  private record Meeting(Shopper a, Shopper b, double mixedUntilSeconds) {}

  MixUps(Dice dice) {
    this.dice = dice;
  }

  /** Notes who came near whom; once a pose set. */
  void look(List<Shopper> shoppers, double seconds) {
    for (Iterator<Meeting> it = meetings.iterator(); it.hasNext(); ) {
      Meeting m = it.next();
      if (!m.a().isInside() || !m.b().isInside() || distance(m.a(), m.b()) > APART_METRES) {
        it.remove();
      }
    }
    for (int i = 0; i < shoppers.size(); i++) {
      Shopper a = shoppers.get(i);
      for (int j = i + 1; a.isInside() && j < shoppers.size(); j++) {
        Shopper b = shoppers.get(j);
        if (b.isInside() && distance(a, b) < NEAR_METRES && !met(a, b)) {
          boolean mixed = dice.chance(PROBABILITY);
          double length = dice.between(SHORTEST_SECONDS, LONGEST_SECONDS);
          meetings.add(new Meeting(a, b, mixed ? seconds + length : seconds));
        }
      }
    }
  }

  private boolean met(Shopper a, Shopper b) {
    for (Meeting m : meetings) {
      if (m.a() == a && m.b() == b) {
        return true;
      }
    }
    return false;
  }

  private static double distance(Shopper a, Shopper b) {
    double dx = a.x - b.x;
    double dy = a.y - b.y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** The name that the tracker gives somebody now. */
  String nameOf(Shopper me, double seconds) {
    for (Meeting m : meetings) {
      if (seconds < m.mixedUntilSeconds()) {
        if (m.a() == me) {
          return m.b().targetId();
        }
        if (m.b() == me) {
          return m.a().targetId();
        }
      }
    }
    return me.targetId();
  }
}
