package io.walkout.sim.people;

import io.walkout.sim.shelf.Shelves;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The floor and everyone on it: steps all shoppers together, tells where there is room to stand,
 * and collects what truly happened and who passed a door. Single-threaded.
 */
public final class Scene {
  /** Two people who stand at one shelf keep their middles this far apart. */
  private static final double SHOULDER_TO_SHOULDER_METRES = 0.48;

  /** Places to stand for one facing: straight before it first, then ever further aside. */
  private static final double[] ASIDE_METRES = {0, 0.2, -0.2, 0.35, -0.35, 0.5, -0.5};

  private static final double DOOR_SHAKE_SECONDS = 1.1;

  private final SimStore shop;
  private final Stock stock;
  private final Shelves shelves;
  private final Dice doors;
  private final List<Shopper> shoppers = new ArrayList<>();
  private final Queues queues = new Queues();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<DoorPass> passes = new ArrayList<>();
  private final Appointments appointments = new Appointments();

  /**
   * Somebody passed a door.
   *
   * @param seconds when, simulation time
   * @param door which door
   * @param kind which way
   * @param shopper who
   */
  public record DoorPass(double seconds, Door door, DoorEvent.Kind kind, Shopper shopper) {}

  /** A scene with one shopper for each plan, in that order. */
  public Scene(SimStore shop, Stock stock, Shelves shelves, List<Plan> plans, long seed) {
    this.shop = shop;
    this.stock = stock;
    this.shelves = shelves;
    doors = new Dice(seed, "doors");
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      if (plan.arrival().after() >= i || plan.arrival().behind() >= plans.size()) {
        throw new IllegalArgumentException("plan " + i + " names a plan that is not before it");
      }
      shoppers.add(
          new Shopper(
              this,
              i,
              plan.arrival().after() >= 0 ? again(plan) : plan,
              new Dice(seed, "shopper " + i),
              new Dice(seed, "looks " + original(plans, i))));
    }
  }

  /** A later visit: of the same height as before. */
  private Plan again(Plan plan) {
    Traits t = plan.traits();
    double height = shoppers.get(plan.arrival().after()).heightMetres();
    return new Plan(
        plan.person(),
        plan.arrival(),
        new Traits(t.kind(), height, t.looksLike(), t.pram(), t.bag()),
        plan.intents());
  }

  /** The plan whose person's looks the person of plan {@code i} has. */
  private static int original(List<Plan> plans, int i) {
    int at = i;
    for (int hops = 0; hops < plans.size(); hops++) {
      Plan plan = plans.get(at);
      int next = Math.max(plan.arrival().after(), plan.traits().looksLike());
      if (next < 0) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** Whether the moment has come for somebody to stand before the entry door. */
  boolean mayCome(Plan plan, double seconds) {
    Arrival arrival = plan.arrival();
    double from = 0;
    if (arrival.after() >= 0) {
      from = shoppers.get(arrival.after()).leftSeconds();
    } else if (arrival.behind() >= 0) {
      from = shoppers.get(arrival.behind()).cameSeconds();
    }
    return seconds >= from + arrival.startSeconds();
  }

  /** Steps everyone. */
  public void step(double seconds, double step) {
    for (Shopper shopper : shoppers) {
      shopper.step(seconds, step);
    }
    for (int i = passes.size() - 1; i >= 0; i--) {
      double since = seconds - passes.get(i).seconds();
      if (since > DOOR_SHAKE_SECONDS) {
        break;
      }
      if (doors.chance(8 * step)) {
        FloorPoint at = SimStore.middle(passes.get(i).door());
        shelves.doorKnock(at.x(), at.y(), doors.between(0.2, 1));
      }
    }
  }

  /** Everyone, in the order of the plans. */
  public List<Shopper> shoppers() {
    return shoppers;
  }

  /** Things that people brought along and that stand or move in the shop now. */
  public List<Prop> props() {
    List<Prop> props = new ArrayList<>();
    for (Shopper shopper : shoppers) {
      if (shopper.isVisible()) {
        shopper.belongings().addTo(props);
      }
      Pushed pushed = shopper.pushed();
      if (pushed != null && shopper.isVisible()) {
        props.add(pushed.prop());
      }
    }
    return props;
  }

  /**
   * The parties: the target ids of all who entered on one credential, by the party's name, each in
   * the order of the plans. Who came alone is in none.
   */
  public Map<String, List<String>> parties() {
    Map<String, List<String>> parties = new LinkedHashMap<>();
    for (Shopper shopper : shoppers) {
      if (!shopper.plan().party().isEmpty()) {
        parties
            .computeIfAbsent(shopper.plan().party(), k -> new ArrayList<>())
            .add(shopper.targetId());
      }
    }
    return parties;
  }

  /** What truly happened so far, in the order it began. */
  public List<Happening> happenings() {
    return happenings;
  }

  /** What people truly did so far beside taking and putting, in the order it happened. */
  public List<Act> acts() {
    return acts;
  }

  /** The plates of a facing, by its number. */
  public List<PlateId> plates(int facing) {
    return shop.facings().get(facing).plates();
  }

  /** Who passed a door so far, in order. */
  public List<DoorPass> passes() {
    return passes;
  }

  /** Whether everyone has left. */
  public boolean isOver() {
    return shoppers.stream().allMatch(Shopper::isGone);
  }

  SimStore shop() {
    return shop;
  }

  Stock stock() {
    return stock;
  }

  Queues queues() {
    return queues;
  }

  Shelves shelves() {
    return shelves;
  }

  void happened(Happening happening) {
    happenings.add(happening);
  }

  void did(Act act) {
    acts.add(act);
  }

  Appointments appointments() {
    return appointments;
  }

  void passed(double seconds, Door door, DoorEvent.Kind kind, Shopper shopper) {
    passes.add(new DoorPass(seconds, door, kind, shopper));
  }

  /** Whether somebody is so near to a place that nobody else could appear there. */
  boolean isTaken(FloorPoint place) {
    for (Shopper shopper : shoppers) {
      if (shopper.isVisible() && shopper.at().distanceTo(place) < SHOULDER_TO_SHOULDER_METRES) {
        return true;
      }
    }
    return false;
  }

  FloorPoint insideFreeFloor(FloorPoint p) {
    return shop.floor().nearestFree(p);
  }

  /** Where to stand for a facing, away from where others stand or head for. */
  FloorPoint spot(Shopper me, int facing, double distance) {
    Facing f = shop.facings().get(facing);
    double middle = f.box().size().x() / 2;
    FloorPoint best = insideFreeFloor(at(f, middle, distance));
    double bestRoom = -1;
    for (double aside : ASIDE_METRES) {
      FloorPoint spot = insideFreeFloor(at(f, middle + aside, distance));
      double room = room(me, spot);
      if (room >= SHOULDER_TO_SHOULDER_METRES) {
        return spot;
      }
      if (room > bestRoom) {
        bestRoom = room;
        best = spot;
      }
    }
    return best;
  }

  /** Distance from a spot to the nearest place that somebody else holds, metres. */
  double room(Shopper me, FloorPoint spot) {
    double room = Double.POSITIVE_INFINITY;
    for (Shopper other : shoppers) {
      if (other != me && other.holdsSpot()) {
        room = Math.min(room, spot.distanceTo(other.spot()));
      }
    }
    return room;
  }

  boolean isCrowded(Shopper me, FloorPoint spot) {
    return room(me, spot) < SHOULDER_TO_SHOULDER_METRES;
  }

  private static FloorPoint at(Facing f, double along, double distance) {
    return SimStore.before(f, along, distance);
  }
}
