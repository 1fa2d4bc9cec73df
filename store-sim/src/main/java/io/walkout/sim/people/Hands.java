package io.walkout.sim.people;

import io.walkout.sim.people.Holding.Held;
import io.walkout.sim.people.Holding.Where;
import io.walkout.sim.shelf.Shelves;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.PlateRow;
import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/** The deeds of a hand at a shelf, and what the plates feel of them. */
final class Hands {
  /**
   * How long a pack takes to leave the shelf, seconds: the median, and the deviation of its
   * logarithm. Two real lifts took 0.05 s, a bag and a bottle; people also fumble.
   */
  private static final double LIFT_SECONDS = 0.12;

  private static final double LIFT_SPREAD = 0.5;

  private Hands() {}

  /** Takes reserved units. */
  static final class Take implements Reaching.Deed {
    private final Shopper me;
    private final int facing;
    private final List<Unit> units;
    private final boolean left;
    private double duration = Double.NaN;

    Take(Shopper me, int facing, List<Unit> units, boolean left) {
      this.me = me;
      this.facing = facing;
      this.units = units;
      this.left = left;
    }

    @Override
    public double aheadSeconds() {
      duration = Double.isNaN(duration) ? me.dice().logNormal(LIFT_SECONDS, LIFT_SPREAD) : duration;
      return duration / 2;
    }

    @Override
    public void contact(double seconds, double restSeconds) {
      press(me, units.getFirst(), seconds, seconds + restSeconds + 0.08);
    }

    @Override
    public double begin(double seconds, Vec3 place) {
      Scene scene = me.scene();
      double taken = 2 * aheadSeconds();
      ShelfId shelf = units.getFirst().shelf();
      for (Unit unit : units) {
        if (!unit.shelf().equals(shelf)) {
          throw new IllegalStateException("one hand takes from two shelves");
        }
        scene.stock().lift(facing, unit);
        me.holding().add(new Held(unit, facing), Where.hand(left));
      }
      double[] change = scene.shelves().lift(units, seconds, taken);
      scene.happened(
          new Happening(
              me.plan().isStaff() ? Happening.Kind.REMOVAL : Happening.Kind.TAKE,
              seconds + taken / 2,
              me.targetId(),
              units.getFirst().article(),
              units.size(),
              facing,
              shelf,
              change,
              place));
      return taken;
    }
  }

  /** Puts one unit on a shelf. */
  static final class Put implements Reaching.Deed {
    private final Shopper me;
    private final int facing;
    private final Held item;
    private double duration = Double.NaN;

    Put(Shopper me, int facing, Held item) {
      this.me = me;
      this.facing = facing;
      this.item = item;
    }

    @Override
    public double aheadSeconds() {
      duration = Double.isNaN(duration) ? me.dice().between(0.1, 0.35) : duration;
      return duration / 2;
    }

    @Override
    public void contact(double seconds, double restSeconds) {}

    @Override
    public double begin(double seconds, Vec3 place) {
      Scene scene = me.scene();
      Dice dice = me.dice();
      double taken = 2 * aheadSeconds();
      Unit unit = item.unit();
      me.holding().remove(item);
      scene.stock().putBack(facing, unit);
      double[] change = scene.shelves().put(List.of(unit), seconds, taken);
      double rest = dice.between(0.1, 0.7);
      press(me, unit, seconds + taken * 0.6, seconds + taken + rest);
      scene.happened(
          new Happening(
              me.plan().isStaff() ? Happening.Kind.RESTOCK : Happening.Kind.PUT_BACK,
              seconds + taken / 2,
              me.targetId(),
              unit.article(),
              1,
              facing,
              unit.shelf(),
              change,
              place));
      return taken + rest;
    }
  }

  /** Presses and takes nothing. */
  record Touch(Shopper me, int facing) implements Reaching.Deed {
    @Override
    public void contact(double seconds, double restSeconds) {
      Facing f = me.scene().shop().facings().get(facing);
      me.scene()
          .shelves()
          .press(
              f.shelf(),
              along(me, f),
              me.dice().between(30, 250),
              seconds,
              seconds + Math.max(0.2, restSeconds));
    }

    @Override
    public double begin(double seconds, Vec3 place) {
      me.did(Act.Kind.TOUCH, seconds, List.of(), facing, place);
      return 0.05;
    }
  }

  /** Leans on the shelf with up to a few kilograms. */
  record Lean(Shopper me, int facing) implements Reaching.Deed {
    @Override
    public void contact(double seconds, double restSeconds) {
      Facing f = me.scene().shop().facings().get(facing);
      me.scene()
          .shelves()
          .lean(
              f.shelf(),
              along(me, f),
              me.dice().between(300, 2500),
              seconds,
              seconds + Math.max(0.5, restSeconds));
    }

    @Override
    public double begin(double seconds, Vec3 place) {
      me.did(Act.Kind.LEAN, seconds, List.of(), facing, place);
      return 0.05;
    }
  }

  /** Sets a bag on a shelf; its mass stays there. */
  record SetBag(Shopper me, int facing, double massGrams) implements Reaching.Deed {
    @Override
    public void contact(double seconds, double restSeconds) {}

    @Override
    public double begin(double seconds, Vec3 place) {
      Facing f = me.scene().shop().facings().get(facing);
      double along = along(me, f);
      me.scene().shelves().placeLoad(f.shelf(), along, massGrams, seconds);
      me.belongings().bagOn(new Belongings.ShelvedBag(facing, f.shelf(), along, massGrams));
      me.scene().did(bagAct(Act.Kind.BAG_ON, me, seconds, facing, massGrams, place));
      return me.dice().between(0.3, 0.8);
    }
  }

  /** Takes the bag off the shelf. */
  record FetchBag(Shopper me, Belongings.ShelvedBag bag) implements Reaching.Deed {
    @Override
    public void contact(double seconds, double restSeconds) {}

    @Override
    public double begin(double seconds, Vec3 place) {
      me.scene().shelves().removeLoad(bag.shelf(), bag.alongMetres(), bag.massGrams(), seconds);
      me.belongings().bagOff();
      me.scene().did(bagAct(Act.Kind.BAG_OFF, me, seconds, bag.facing(), bag.massGrams(), place));
      return me.dice().between(0.3, 0.8);
    }
  }

  /** Stays close to the goods and does nothing. */
  record Nothing() implements Reaching.Deed {
    @Override
    public void contact(double seconds, double restSeconds) {}

    @Override
    public double begin(double seconds, Vec3 place) {
      return 0;
    }
  }

  private static Act bagAct(
      Act.Kind kind, Shopper me, double seconds, int facing, double massGrams, Vec3 place) {
    return new Act(kind, seconds, me.targetId(), "", List.of(), facing, massGrams, place);
  }

  /** A hand on a unit: mostly it bears down, now and then it already pulls a little. */
  private static void press(Shopper me, Unit unit, double start, double end) {
    Shelves shelves = me.scene().shelves();
    Dice dice = me.dice();
    double grams =
        dice.chance(0.75) ? dice.between(10, 120) : -dice.between(5, 0.5 * unit.massGrams());
    shelves.press(unit.shelf(), unit.alongMetres(), grams, start, end);
  }

  /** Middle of a facing along its shelf. */
  private static double along(Shopper me, Facing f) {
    PlateRow row = me.scene().shop().row(f.shelf());
    return row.left(f) + row.width(f) / 2;
  }
}
