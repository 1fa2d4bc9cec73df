package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an external tracker sees the people: ten pose sets a second, half of them twice 7 to 33 ms
 * apart with only the arms seen anew; joints off by 2 to 4 cm; single joints, people and whole sets
 * missing for a while; wrists lost in shelves. Everything comes 2.2 to 2.5 s late. Single-threaded.
 */
public final class PoseSensor {
  /** Receives pose sets in the order of their arrival. */
  public interface Output {
    /**
     * One set.
     *
     * @param poses valid until the call returns
     * @param captureSeconds when it was seen, simulation time
     * @param arrivalSeconds when it arrives
     */
    void poses(PoseSet poses, double captureSeconds, double arrivalSeconds);
  }

  private static final double PERIOD_SECONDS = 0.1;
  private static final double CROWDED_METRES = 0.55;

  private final Scene scene;
  private final Dice dice;
  private final Output output;
  private final PoseSet set = new PoseSet();
  private final Map<String, Sight> sights = new HashMap<>();
  private double nextSeconds;
  private double repeatSeconds = Double.NaN;
  private double lastArrival = Double.NEGATIVE_INFINITY;
  private int blindSets;

  /** A sensor that looks at a scene. */
  public PoseSensor(Scene scene, long seed, Output output) {
    this.scene = scene;
    this.output = output;
    dice = new Dice(seed, "poses");
    nextSeconds = dice.between(0, PERIOD_SECONDS);
  }

  /** Looks at what happened between the step before and this one. */
  public void step(double seconds, double step) {
    while (nextSeconds <= seconds || repeatSeconds <= seconds) {
      boolean repeat = repeatSeconds <= nextSeconds;
      double at = repeat ? repeatSeconds : nextSeconds;
      see(Math.clamp(1 - (seconds - at) / step, 0, 1), repeat);
      send(at);
      if (repeat) {
        repeatSeconds = Double.NaN;
      } else {
        if (dice.chance(0.5)) {
          repeatSeconds = at + dice.between(0.007, 0.033);
        }
        nextSeconds = at + PERIOD_SECONDS + dice.gaussian(0.004);
      }
    }
  }

  private void see(double share, boolean repeat) {
    if (blindSets > 0) {
      blindSets--;
    } else if (dice.chance(0.005)) {
      blindSets = 1 + dice.below(5);
    }
    set.clear();
    if (blindSets > 0) {
      return;
    }
    List<Shopper> shoppers = scene.shoppers();
    for (Shopper shopper : shoppers) {
      if (!shopper.isInside()) {
        continue;
      }
      Sight sight = sights.computeIfAbsent(shopper.targetId(), id -> new Sight(dice));
      if (!sight.look(isCrowded(shopper), repeat)) {
        continue;
      }
      int i = set.add(shopper.targetId());
      if (i < 0) {
        return;
      }
      for (Joint joint : Joint.ALL) {
        sight.joint(set, i, shopper, joint, share, repeat);
      }
    }
  }

  private boolean isCrowded(Shopper me) {
    for (Shopper other : scene.shoppers()) {
      if (other != me && other.isInside() && other.at().distanceTo(me.at()) < CROWDED_METRES) {
        return true;
      }
    }
    return false;
  }

  private void send(double at) {
    double arrival = Math.max(lastArrival + 0.0005, at + dice.between(2.2, 2.5));
    lastArrival = arrival;
    output.poses(set, at, arrival);
  }
}
