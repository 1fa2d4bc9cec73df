package io.walkout.sim.people;

import io.walkout.sim.people.Holding.Held;
import io.walkout.sim.people.Holding.Where;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one shopper does at shelves, with hands that hold no more than hands can. */
final class ShelfTasks {
  /** Whoever stands this near to where one stands for a facing stands before it. */
  private static final double BEFORE_METRES = 0.7;

  /** How long somebody waits for the one they mean to reach across. */
  private static final double PATIENCE_SECONDS = 30;

  private final Shopper me;
  private final Ways ways;

  ShelfTasks(Shopper me, Ways ways) {
    this.me = me;
    this.ways = ways;
  }

  private Scene scene() {
    return me.scene();
  }

  private Dice dice() {
    return me.dice();
  }

  void take(Intent.Take take, Deque<Activity> todo) {
    ways.goTo(take.facing(), todo);
    int reaches = take.atOnce() ? 1 : take.count();
    for (int i = 0; i < reaches; i++) {
      int count = take.atOnce() ? take.count() : 1;
      todo.add(
          new Later(
              () ->
                  takeUnits(
                      take.facing(),
                      () -> scene().stock().reserve(take.facing(), count),
                      take.hand())));
    }
  }

  void takeStray(int facing, Deque<Activity> todo) {
    ways.goTo(facing, todo);
    todo.add(
        new Later(
            () ->
                takeUnits(
                    facing,
                    () -> scene().stock().reserveStray(facing).map(List::of).orElse(List.of()),
                    Intent.Hand.EITHER)));
  }

  void reachAcross(Intent.ReachAcross across, Deque<Activity> todo) {
    Shopper other = scene().shoppers().get(across.person());
    double[] begun = {Double.NaN};
    todo.add(
        (seconds, step) -> {
          begun[0] = Double.isNaN(begun[0]) ? seconds : begun[0];
          FloorPoint before = scene().spot(me, across.facing(), 0.45);
          return seconds - begun[0] > PATIENCE_SECONDS
              || other.isGone()
              || (other.isInside()
                  && other.holdsSpot()
                  && other.at().distanceTo(before) < BEFORE_METRES);
        });
    ways.squeezeTo(across.facing(), todo);
    todo.add(
        new Later(
            () ->
                takeUnits(
                    across.facing(),
                    () -> scene().stock().reserve(across.facing(), across.count()),
                    Intent.Hand.EITHER)));
  }

  private Activity takeUnits(int facing, Supplier<List<Unit>> choice, Intent.Hand wish) {
    List<Unit> units = choice.get();
    Moment.Part agreed = me.agreement();
    if (units.isEmpty()) {
      if (agreed != null) {
        agreed.cancel();
      }
      return new Standing(me, ways.headingTo(facing), 1, 0);
    }
    Vec3 place = place(units.getFirst());
    boolean left =
        switch (wish) {
          case LEFT -> true;
          case RIGHT -> false;
          case EITHER -> {
            boolean nearer = me.prefersLeft(place);
            boolean fits = me.holding().hasRoom(nearer) || !me.holding().hasRoom(!nearer);
            yield fits ? nearer : !nearer;
          }
        };
    Hands.Take deed = new Hands.Take(me, facing, units, left);
    Activity reach = new Reaching(me, place, left, deed, Reaching.restSeconds(dice())).at(agreed);
    return me.holding().hasRoom(left) ? reach : new InTurn(List.of(Stowing.stow(me, left), reach));
  }

  void putBack(int from, int to, Deque<Activity> todo) {
    ways.goTo(to, todo);
    todo.add(new Later(() -> intoHand(me.holding().lastFrom(from))));
    todo.add(new Later(() -> put(me.holding().lastFrom(from), to)));
  }

  Activity putAllBack() {
    List<Activity> all = new ArrayList<>();
    List<Held> held = new ArrayList<>(me.holding().all());
    held.sort((a, b) -> Integer.compare(a.facing(), b.facing()));
    for (Held item : held) {
      all.add(new Later(() -> ways.goNow(item.facing())));
      all.add(new Later(() -> intoHand(item)));
      all.add(new Later(() -> put(item, item.facing())));
    }
    return new InTurn(all);
  }

  private Activity put(@Nullable Held item, int to) {
    Moment.Part agreed = me.agreement();
    if (item == null) {
      if (agreed != null) {
        agreed.cancel();
      }
      return new Standing(me, ways.headingTo(to), 0.5, 0);
    }
    boolean left = me.holding().whereIs(item) == Where.LEFT;
    Hands.Put deed = new Hands.Put(me, to, item);
    return new Reaching(me, front(to, 0.06), left, deed, dice().between(0, 0.15)).at(agreed);
  }

  /** Brings a unit that is in a bag or a pocket to a hand. */
  Activity intoHand(@Nullable Held item) {
    if (item == null
        || me.holding().whereIs(item) == Where.LEFT
        || me.holding().whereIs(item) == Where.RIGHT) {
      return new InTurn(List.of());
    }
    boolean left = !me.holding().hasRoom(false);
    return new InTurn(List.of(emptyAHand(left), Stowing.fetch(me, item, left)));
  }

  /** Makes room in a hand if there is none in either. */
  Activity emptyAHand(boolean left) {
    boolean room = me.holding().hasRoom(true) || me.holding().hasRoom(false);
    return room ? new InTurn(List.of()) : Stowing.stow(me, left);
  }

  Activity pocket(int from) {
    Held item = me.holding().lastFrom(from);
    if (item == null || me.holding().whereIs(item) == Where.POCKET) {
      return new InTurn(List.of());
    }
    return new InTurn(List.of(intoHand(item), new Later(() -> Stowing.pocket(me, item))));
  }

  /** Reaches to the front of a facing with whichever hand is free. */
  void reach(int facing, Reaching.Deed deed, double seconds, double inside, Deque<Activity> todo) {
    ways.goTo(facing, todo);
    todo.add(new Later(() -> reachNow(facing, deed, seconds, inside)));
  }

  private Activity reachNow(int facing, Reaching.Deed deed, double seconds, double inside) {
    Vec3 place = front(facing, inside);
    boolean nearer = me.prefersLeft(place);
    boolean left = me.holding().inHand(nearer) == null ? nearer : !nearer;
    return new Reaching(me, place, left, deed, seconds);
  }

  void setBag(Intent.SetBag bag, Deque<Activity> todo) {
    Reaching.Deed deed = new Hands.SetBag(me, bag.facing(), bag.massGrams());
    reach(bag.facing(), deed, 0.1, 0.1, todo);
  }

  void fetchBag(Deque<Activity> todo) {
    todo.add(
        new Later(
            () -> {
              Belongings.ShelvedBag bag = me.belongings().bagOnShelf();
              if (bag == null) {
                return new InTurn(List.of());
              }
              Reaching.Deed deed = new Hands.FetchBag(me, bag);
              return new InTurn(
                  List.of(
                      ways.goNow(bag.facing()),
                      new Later(() -> reachNow(bag.facing(), deed, 0.2, 0.1))));
            }));
  }

  void restock(Intent.Restock restock, Deque<Activity> todo) {
    ways.goTo(restock.facing(), todo);
    for (int i = 0; i < restock.count(); i++) {
      todo.add(
          new Later(
              () -> {
                int facing = restock.facing();
                Held item = new Held(scene().stock().deliver(facing), facing);
                me.holding().add(item, Where.hand(me.prefersLeft(front(facing, 0.06))));
                return put(item, facing);
              }));
    }
  }

  /** Where a hand goes that means no unit in particular. */
  private Vec3 front(int facing, double inside) {
    Facing f = scene().shop().facings().get(facing);
    return f.box().pose().apply(new Vec3(f.box().size().x() / 2, inside, 0.09));
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
