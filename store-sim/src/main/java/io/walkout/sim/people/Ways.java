package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The ways of one shopper: in by the door, from facing to facing, and out. */
final class Ways {
  /** How far outside a door people appear and vanish. */
  private static final double OUTSIDE_METRES = 0.8;

  private static final double INSIDE_METRES = 0.5;

  /** How often somebody waits for room before a facing until they squeeze in. */
  private static final int MOST_WAITS = 8;

  private final Shopper me;
  private int atFacing = -1;

  Ways(Shopper me) {
    this.me = me;
  }

  private Scene scene() {
    return me.scene();
  }

  private Dice dice() {
    return me.dice();
  }

  void comeIn(Deque<Activity> todo) {
    Door door = scene().shop().entry();
    FloorPoint middle = SimStore.middle(door);
    double aside = dice().between(-0.25, 0.25);
    boolean byDoor = me.plan().arrival().behind() < 0;
    me.appear(new FloorPoint(middle.x() + aside, middle.y() - OUTSIDE_METRES), Math.PI / 2);
    todo.add(new Walking(me, new FloorPoint(middle.x() + aside, middle.y()), true));
    todo.add(
        (seconds, step) -> {
          me.entered(seconds);
          if (byDoor) {
            scene().passed(seconds, door, DoorEvent.Kind.ENTRY, me);
          }
          return true;
        });
    todo.add(new Walking(me, new FloorPoint(middle.x() + aside, middle.y() + INSIDE_METRES), true));
  }

  void goOut(Deque<Activity> todo) {
    me.hold(null);
    Door door = scene().shop().exit();
    FloorPoint middle = SimStore.middle(door);
    todo.add(new Later(() -> way(new FloorPoint(middle.x(), middle.y() + INSIDE_METRES))));
    todo.add(new Walking(me, new FloorPoint(middle.x(), middle.y()), true));
    todo.add(
        (seconds, step) -> {
          scene().passed(seconds, door, DoorEvent.Kind.EXIT, me);
          me.left(seconds);
          return true;
        });
  }

  void stroll(Intent.Stroll stroll, Deque<Activity> todo) {
    me.hold(null);
    atFacing = -1;
    todo.add(new Walking(me, new FloorPoint(stroll.x(), stroll.y()), false));
  }

  /** What comes next is not done at the facing they stand at now. */
  void leavePlace() {
    atFacing = -1;
  }

  void goTo(int facing, Deque<Activity> todo) {
    if (facing == atFacing) {
      return;
    }
    atFacing = facing;
    todo.add(new Later(() -> new InTurn(approach(facing, MOST_WAITS))));
  }

  /** As {@link #goTo}, but between those who stand there, without waiting for room. */
  void squeezeTo(int facing, Deque<Activity> todo) {
    atFacing = facing;
    todo.add(new Later(() -> new InTurn(approach(facing, 0))));
  }

  /** As {@link #goTo}, decided by the caller when it is time. */
  Activity goNow(int facing) {
    if (facing == atFacing) {
      return new InTurn(List.of());
    }
    atFacing = facing;
    return new InTurn(approach(facing, MOST_WAITS));
  }

  private List<Activity> approach(int facing, int waits) {
    List<Activity> way = new ArrayList<>();
    me.hold(null);
    double distance = dice().between(0.4, 0.52);
    FloorPoint spot = scene().spot(me, facing, distance);
    for (int i = 0; i < waits; i++) {
      way.add(new WaitForRoom(me, facing, distance));
    }
    way.add(
        new Later(
            () -> {
              FloorPoint now = scene().spot(me, facing, distance);
              me.hold(now);
              return way(now);
            }));
    if (!scene().isCrowded(me, spot)) {
      me.hold(spot);
    }
    return way;
  }

  Activity way(FloorPoint to) {
    List<Activity> legs = new ArrayList<>();
    legs(legs, to);
    return new InTurn(legs);
  }

  /** Far walks go down the aisle's middle, not along the shelves where others stand. */
  private void legs(List<Activity> legs, FloorPoint to) {
    double dx = to.x() - me.x;
    if (Math.abs(dx) > 1) {
      double lane =
          (scene().shop().minY() + scene().shop().maxY()) / 2 + dice().between(-0.35, 0.2);
      legs.add(new Walking(me, new FloorPoint(me.x + Math.signum(dx) * 0.4, lane), false));
      legs.add(new Walking(me, new FloorPoint(to.x() - Math.signum(dx) * 0.4, lane), false));
    }
    legs.add(new Walking(me, to, false));
  }

  double headingTo(int facing) {
    Facing f = scene().shop().facings().get(facing);
    Vec3 into = f.box().pose().rotate(new Vec3(0, 1, 0));
    return StrictMath.atan2(into.y(), into.x());
  }
}
