package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.Doorway;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The ways of one shopper: in by the door, from facing to facing, and out. */
final class Ways {
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
    Doorway way = scene().shop().wayIn();
    double aside = dice().between(-0.25, 0.25);
    boolean byDoor = me.plan().arrival().behind() < 0;
    me.appear(way.outside(aside), way.heading());
    me.belongings().begin();
    todo.add(new Walking(me, way.threshold(aside), true));
    todo.add(
        (seconds, step) -> {
          me.entered(seconds);
          if (byDoor) {
            scene().passed(seconds, way.door(), DoorEvent.Kind.ENTRY, me);
          }
          return true;
        });
    todo.add(new Walking(me, way.inside(), true));
  }

  void goOut(Deque<Activity> todo) {
    me.hold(null);
    Doorway way = scene().shop().wayOut();
    todo.add(Walking.past(me, way.inside()));
    todo.add(new Walking(me, way.middle(), true));
    todo.add(
        (seconds, step) -> {
          scene().passed(seconds, way.door(), DoorEvent.Kind.EXIT, me);
          me.left(seconds);
          return true;
        });
  }

  void stroll(Intent.Stroll stroll, Deque<Activity> todo) {
    me.hold(null);
    atFacing = -1;
    todo.add(new Walking(me, new FloorPoint(stroll.x(), stroll.y()), false));
  }

  /** The facing they came to stand before; -1 for none. */
  int facing() {
    return atFacing;
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
    todo.add(new Later(() -> new InTurn(approach(facing, true))));
  }

  /** As {@link #goTo}, but between those who stand there, without waiting for room. */
  void squeezeTo(int facing, Deque<Activity> todo) {
    atFacing = facing;
    todo.add(new Later(() -> new InTurn(approach(facing, false))));
  }

  /** As {@link #squeezeTo}, decided by the caller when it is time. */
  Activity squeezeNow(int facing) {
    atFacing = facing;
    return new InTurn(approach(facing, false));
  }

  /** As {@link #goTo}, decided by the caller when it is time. */
  Activity goNow(int facing) {
    if (facing == atFacing) {
      return new InTurn(List.of());
    }
    atFacing = facing;
    return new InTurn(approach(facing, true));
  }

  private List<Activity> approach(int facing, boolean queue) {
    List<Activity> way = new ArrayList<>();
    me.hold(null);
    double distance = dice().between(0.4, 0.52);
    FloorPoint spot = scene().spot(me, facing, distance);
    if (queue) {
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
    return new Walking(me, to, false);
  }

  double headingTo(int facing) {
    Facing f = scene().shop().facings().get(facing);
    Vec3 into = f.box().pose().rotate(new Vec3(0, 1, 0));
    return StrictMath.atan2(into.y(), into.x());
  }
}
