package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.sim.shelf.Shelves;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.store.Gondola;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People who shop at random in any shop, stepped without sensors, and how they moved: what tests of
 * walking look at.
 */
final class Crowd {
  private static final double STEP = 1.0 / 60;

  /** Nobody needs longer; then somebody is stuck. */
  private static final double MOST_SECONDS = 1500;

  final SimStore shop;
  final Scene scene;
  final List<Double> accelerations = new ArrayList<>();
  double seconds;
  double fastest;
  double nearest = Double.POSITIVE_INFINITY;
  double longestNear;
  int insideFixtures;
  int most;
  long trace = 17;
  double worstReachMetres;
  private final Map<Integer, double[]> before = new HashMap<>();
  private final Map<Integer, Double> nearSeconds = new HashMap<>();
  private int seen;

  /** Two people nearer than this squeeze past each other. */
  static final double SQUEEZED_METRES = 0.35;

  private Crowd(SimStore shop, List<Plan> plans, long seed) {
    this.shop = shop;
    Stock stock = new Stock(shop, seed);
    scene = new Scene(shop, stock, new Shelves(shop, stock, seed), plans, seed);
  }

  /** So many people come in, one every so many seconds, and look, take, touch and stroll. */
  static Crowd atRandom(SimStore shop, int people, double everySeconds, long seed) {
    Dice dice = new Dice(seed, "crowd");
    List<Plan> plans = new ArrayList<>();
    double start = 1;
    for (int i = 0; i < people; i++) {
      List<Intent> intents = new ArrayList<>();
      int stops = 2 + dice.below(4);
      for (int k = 0; k < stops; k++) {
        int facing = dice.below(shop.facings().size());
        intents.add(new Intent.Look(facing, dice.between(0.5, 5)));
        intents.add(
            dice.chance(0.7)
                ? new Intent.Take(facing, 1, true)
                : new Intent.Touch(facing, dice.between(0.2, 1)));
      }
      FloorMap floor = shop.floor();
      intents.add(
          new Intent.Stroll(
              dice.between(floor.minX(), floor.maxX()), dice.between(floor.minY(), floor.maxY())));
      plans.add(new Plan("p" + i, Arrival.at(start, null), Traits.ADULT, intents));
      start += dice.between(0.3, 1.7) * everySeconds;
    }
    return new Crowd(shop, plans, seed);
  }

  /** People with given plans. */
  static Crowd of(SimStore shop, List<Plan> plans, long seed) {
    return new Crowd(shop, plans, seed);
  }

  /** Lets them until everybody has left. */
  Crowd run() {
    while (!scene.isOver()) {
      step();
      if (seconds > MOST_SECONDS) {
        throw new AssertionError("somebody never leaves");
      }
    }
    return this;
  }

  void step() {
    seconds += STEP;
    scene.step(seconds, STEP);
    List<Shopper> people = scene.shoppers();
    int here = 0;
    for (int i = 0; i < people.size(); i++) {
      Shopper p = people.get(i);
      if (!p.isVisible()) {
        before.remove(i);
        continue;
      }
      here++;
      FloorPoint at = p.at();
      trace = 31 * trace + Double.hashCode(at.x()) + 7L * Double.hashCode(at.y());
      for (Gondola gondola : shop.store().layout().gondolas()) {
        insideFixtures += gondola.footprint().contains(at.x(), at.y()) ? 1 : 0;
      }
      move(i, at);
      for (int j = 0; j < i; j++) {
        if (people.get(j).isVisible()) {
          meet(i * people.size() + j, at.distanceTo(people.get(j).at()));
        }
      }
    }
    most = Math.max(most, here);
    reaches();
  }

  private void move(int who, FloorPoint at) {
    double[] was = before.get(who);
    if (was == null) {
      before.put(who, new double[] {at.x(), at.y(), Double.NaN, Double.NaN});
      return;
    }
    double vx = (at.x() - was[0]) / STEP;
    double vy = (at.y() - was[1]) / STEP;
    fastest = Math.max(fastest, StrictMath.hypot(vx, vy));
    if (!Double.isNaN(was[2])) {
      accelerations.add(StrictMath.hypot(vx - was[2], vy - was[3]) / STEP);
    }
    before.put(who, new double[] {at.x(), at.y(), vx, vy});
  }

  private void meet(int pair, double metres) {
    nearest = Math.min(nearest, metres);
    if (metres < SQUEEZED_METRES) {
      longestNear = Math.max(longestNear, nearSeconds.merge(pair, STEP, Double::sum));
    } else {
      nearSeconds.remove(pair);
    }
  }

  /** How far the hand that does it was from where each thing happened. */
  private void reaches() {
    for (; seen < scene.happenings().size(); seen++) {
      Happening h = scene.happenings().get(seen);
      for (Shopper p : scene.shoppers()) {
        if (p.targetId().equals(h.targetId())) {
          double best = Double.POSITIVE_INFINITY;
          for (boolean left : new boolean[] {true, false}) {
            Vec3 grip = new Vec3(p.grip(left, 0, 1), p.grip(left, 1, 1), p.grip(left, 2, 1));
            best = Math.min(best, grip.distanceTo(h.place()));
          }
          worstReachMetres = Math.max(worstReachMetres, best);
        }
      }
    }
  }

  /** The acceleration that a share of all steps stays under. */
  double acceleration(double share) {
    List<Double> sorted = accelerations.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
