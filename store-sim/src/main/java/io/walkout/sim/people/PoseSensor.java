package io.walkout.sim.people;

import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.world.Dice;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an external tracker sees the people: ten pose sets a second, half of them twice 7 to 33 ms
 * apart with only the arms seen anew; joints off by 2 to 4 cm; single joints, people and whole sets
 * missing for a while; wrists lost in shelves; two people who pass closely taken for each other now
 * and then. Everything comes 2.2 to 2.5 s late. Single-threaded.
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
  private final ShopFaults faults;
  private final MixUps mixUps;
  private final PoseSet set = new PoseSet();
  private final Map<String, Sight> sights = new HashMap<>();
  private double nextSeconds;
  private double repeatSeconds = Double.NaN;
  private double lastArrival = Double.NEGATIVE_INFINITY;
  private int blindSets;
  private long sets;

  /** A sensor that looks at a scene, and what is wrong with it. */
  public PoseSensor(Scene scene, long seed, ShopFaults faults, Output output) {
    this.scene = scene;
    this.faults = faults;
    mixUps = new MixUps(new Dice(seed, "mix-ups"));
    this.output = output;
    dice = new Dice(seed, "poses");
    nextSeconds = dice.between(0, PERIOD_SECONDS);
  }

  /** Looks at what happened between the step before and this one. */
  public void step(double seconds, double step) {
    while (nextSeconds <= seconds || repeatSeconds <= seconds) {
      boolean repeat = repeatSeconds <= nextSeconds;
      double at = repeat ? repeatSeconds : nextSeconds;
      see(at, Math.clamp(1 - (seconds - at) / step, 0, 1), repeat);
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

  private void see(double at, double share, boolean repeat) {
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
    mixUps.look(shoppers, at);
    for (Shopper shopper : shoppers) {
      if (!shopper.isInside()) {
        continue;
      }
      Sight sight = sights.computeIfAbsent(shopper.targetId(), id -> new Sight(dice));
      if (!sight.look(isCrowded(shopper), repeat)) {
        continue;
      }
      int i = set.add(mixUps.nameOf(shopper, at));
      if (i < 0) {
        return;
      }
      for (Joint joint : Joint.ALL) {
        sight.joint(set, i, shopper, joint, share, repeat);
      }
      fault(i, shopper, at, share);
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

  /** What faults make of the target just added: it is gone, or seems to be elsewhere. */
  private void fault(int i, Shopper shopper, double at, double share) {
    if (!faults.concernsPeople()) {
      return;
    }
    Vec3 neck =
        new Vec3(
            shopper.joint(Joint.NECK, 0, share),
            shopper.joint(Joint.NECK, 1, share),
            shopper.joint(Joint.NECK, 2, share));
    if (faults.isUnseen(shopper.targetId(), neck, sets, at)) {
      set.count = i;
      return;
    }
    for (int k = i * Joint.COUNT; k < (i + 1) * Joint.COUNT; k++) {
      if (!Float.isNaN(set.x[k])) {
        Vec3 seems = faults.seems(new Vec3(set.x[k], set.y[k], set.z[k]), neck, at);
        set.x[k] = (float) seems.x();
        set.y[k] = (float) seems.y();
        set.z[k] = (float) seems.z();
      }
    }
  }

  private void send(double at) {
    double late = dice.between(2.2, 2.5);
    boolean lost = faults.poseSetIsLost(sets, at);
    double arrival = Math.max(lastArrival + 0.0005, at + late + faults.poseDelaySeconds(sets));
    sets++;
    if (!lost) {
      lastArrival = arrival;
      output.poses(set, at, arrival);
    }
  }
}
