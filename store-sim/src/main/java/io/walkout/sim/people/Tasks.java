package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.Doorway;
import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns what one shopper means to do into the activities that do it. */
final class Tasks {
  /** How often somebody waits for room before a facing until they squeeze in. */
  private static final int MOST_WAITS = 8;

  private final Shopper me;
  private int atFacing = -1;

  Tasks(Shopper me) {
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
    me.appear(way.outside(aside), way.heading());
    todo.add(new Walking(me, way.threshold(aside), true));
    todo.add(
        (seconds, step) -> {
          me.entered();
          scene().passed(seconds, way.door(), DoorEvent.Kind.ENTRY, me);
          return true;
        });
    todo.add(new Walking(me, way.inside(), true));
  }

  void goOut(Deque<Activity> todo) {
    me.hold(null);
    Doorway way = scene().shop().wayOut();
    todo.add(new Walking(me, way.inside(), false));
    todo.add(new Walking(me, way.middle(), true));
    todo.add(
        (seconds, step) -> {
          scene().passed(seconds, way.door(), DoorEvent.Kind.EXIT, me);
          me.left();
          return true;
        });
  }

  void add(Intent intent, Deque<Activity> todo, double now) {
    switch (intent) {
      case Intent.Look look -> {
        goTo(look.facing(), todo);
        todo.add(new Standing(me, headingTo(look.facing()), look.seconds(), now));
      }
      case Intent.Until until -> todo.add(new Standing(me, Double.NaN, 0, until.seconds()));
      case Intent.Stroll stroll -> {
        me.hold(null);
        atFacing = -1;
        todo.add(new Walking(me, new FloorPoint(stroll.x(), stroll.y()), false));
      }
      case Intent.Take take -> {
        goTo(take.facing(), todo);
        int reaches = take.atOnce() ? 1 : take.count();
        for (int i = 0; i < reaches; i++) {
          int count = take.atOnce() ? take.count() : 1;
          todo.add(
              new Later(
                  () -> takeUnits(take.facing(), scene().stock().reserve(take.facing(), count))));
        }
      }
      case Intent.TakeStray take -> {
        goTo(take.facing(), todo);
        todo.add(
            new Later(
                () ->
                    takeUnits(
                        take.facing(),
                        scene()
                            .stock()
                            .reserveStray(take.facing())
                            .map(List::of)
                            .orElse(List.of()))));
      }
      case Intent.PutBack put -> {
        goTo(put.to(), todo);
        todo.add(new Later(() -> putBack(put)));
      }
      case Intent.Touch touch -> {
        goTo(touch.facing(), todo);
        todo.add(
            new Later(
                () ->
                    new Reaching(
                        me,
                        front(touch.facing()),
                        new Hands.Touch(me, touch.facing()),
                        touch.seconds())));
      }
      case Intent.Lean lean -> {
        goTo(lean.facing(), todo);
        todo.add(
            new Later(
                () ->
                    new Reaching(
                        me,
                        front(lean.facing()),
                        new Hands.Lean(me, lean.facing()),
                        lean.seconds())));
      }
    }
  }

  private Activity takeUnits(int facing, List<Unit> units) {
    if (units.isEmpty()) {
      return new Standing(me, headingTo(facing), 1, 0);
    }
    Unit first = units.getFirst();
    return new Reaching(
        me, place(first), new Hands.Take(me, facing, units), Reaching.restSeconds(dice()));
  }

  private Activity putBack(Intent.PutBack put) {
    List<Shopper.Held> held = me.held();
    for (int i = held.size() - 1; i >= 0; i--) {
      if (held.get(i).facing() == put.from()) {
        return new Reaching(
            me, front(put.to()), new Hands.Put(me, put.to(), held.get(i)), dice().between(0, 0.15));
      }
    }
    return new Standing(me, headingTo(put.to()), 0.5, 0);
  }

  private void goTo(int facing, Deque<Activity> todo) {
    if (facing == atFacing) {
      return;
    }
    atFacing = facing;
    todo.add(
        new Later(
            () -> {
              List<Activity> way = new ArrayList<>();
              me.hold(null);
              double distance = dice().between(0.4, 0.52);
              FloorPoint spot = scene().spot(me, facing, distance);
              for (int i = 0; i < MOST_WAITS; i++) {
                way.add(new WaitForRoom(me, facing, distance));
              }
              way.add(
                  new Later(
                      () -> {
                        FloorPoint now = scene().spot(me, facing, distance);
                        me.hold(now);
                        return new Walking(me, now, false);
                      }));
              if (!scene().isCrowded(me, spot)) {
                me.hold(spot);
              }
              return new InTurn(way);
            }));
  }

  private double headingTo(int facing) {
    Facing f = scene().shop().facings().get(facing);
    Vec3 into = f.box().pose().rotate(new Vec3(0, 1, 0));
    return StrictMath.atan2(into.y(), into.x());
  }

  /** Where a hand goes that means no unit in particular. */
  private Vec3 front(int facing) {
    Facing f = scene().shop().facings().get(facing);
    return f.box().pose().apply(new Vec3(f.box().size().x() / 2, 0.06, 0.09));
  }

  private Vec3 place(Unit unit) {
    Shelf shelf = scene().shop().store().layout().shelf(unit.shelf()).orElseThrow();
    return shelf
        .box()
        .pose()
        .apply(
            new Vec3(unit.alongMetres(), unit.depthMetres(), unit.article().heightMetres() * 0.6));
  }
}
