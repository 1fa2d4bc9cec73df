package io.walkout.sim.people;

import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's pram, trolley and bag: where they are, and how cameras see them. */
final class Belongings {
  private static final Vec3 PRAM = new Vec3(0.5, 0.8, 1.0);
  private static final Vec3 TROLLEY = new Vec3(0.5, 0.7, 0.9);
  private static final Vec3 BAG = new Vec3(0.14, 0.34, 0.32);
  private static final int PRAM_RGB = 0x2E3B55;
  private static final int TROLLEY_RGB = 0x8A8D91;
  private static final int BAG_RGB = 0x7A5A34;

  /** From a body's middle to that of what it pushes. */
  private static final double PUSHED_METRES = 0.75;

  /** Whoever walks slower than this has let go of what they push. */
  private static final double PUSHING_METRES_PER_SECOND = 0.25;

  private final Shopper me;
  private final boolean pushes;
  private boolean bag;
  private @Nullable Unit bagOnShelf;
  private int bagFacing;
  private double pushedX = Double.NaN;
  private double pushedY;
  private double pushedHeading;

  Belongings(Shopper me) {
    this.me = me;
    Traits traits = me.plan().traits();
    bag = traits.bag();
    pushes =
        traits.pram()
            || me.plan().intents().stream().anyMatch(intent -> intent instanceof Intent.Restock);
  }

  /** From now on they carry a bag. */
  void usesBag() {
    bag = true;
  }

  void bagOn(Unit unit, int facing) {
    bag = true;
    bagOnShelf = unit;
    bagFacing = facing;
  }

  void bagOff() {
    bagOnShelf = null;
  }

  @Nullable Unit bagOnShelf() {
    return bagOnShelf;
  }

  /** The facing before which the bag stands, if it stands on a shelf. */
  int bagFacing() {
    return bagFacing;
  }

  /** What they push goes on before them while they walk, and stays behind while they don't. */
  void step() {
    if (!pushes || !Double.isNaN(pushedX) && me.speed() < PUSHING_METRES_PER_SECOND) {
      return;
    }
    pushedHeading = me.heading();
    double x = me.x + PUSHED_METRES * StrictMath.cos(pushedHeading);
    double y = me.y + PUSHED_METRES * StrictMath.sin(pushedHeading);
    FloorPoint at = me.scene().insideFreeFloor(new FloorPoint(x, y));
    pushedX = at.x();
    pushedY = at.y();
  }

  void addTo(List<Prop> props) {
    if (pushes && !Double.isNaN(pushedX)) {
      boolean pram = me.plan().traits().pram();
      props.add(
          new Prop(
              pram ? Prop.Kind.PRAM : Prop.Kind.TROLLEY,
              box(pushedX, pushedY, 0, pushedHeading - Math.PI / 2, pram ? PRAM : TROLLEY),
              pram ? PRAM_RGB : TROLLEY_RGB));
    }
    Unit there = bagOnShelf;
    if (there != null) {
      Facing f = me.scene().shop().facings().get(bagFacing);
      RigidTransform shelf =
          me.scene().shop().store().layout().shelf(there.shelf()).orElseThrow().box().pose();
      Vec3 corner = new Vec3(there.alongMetres() - BAG.x() / 2, 0, 0);
      props.add(
          new Prop(
              Prop.Kind.BAG,
              new OrientedBox(
                  new RigidTransform(f.box().pose().rotation(), shelf.apply(corner)), BAG),
              BAG_RGB));
    } else if (bag) {
      double x = me.x - 0.3 * StrictMath.sin(me.heading());
      double y = me.y + 0.3 * StrictMath.cos(me.heading());
      double bottom = Math.max(0.05, 0.46 * me.heightMetres() - BAG.z());
      props.add(
          new Prop(Prop.Kind.BAG, box(x, y, bottom, me.heading() - Math.PI / 2, BAG), BAG_RGB));
    }
  }

  /** A box whose bottom has its middle at a place; its y side looks along the yaw's y axis. */
  private static OrientedBox box(double x, double y, double z, double yaw, Vec3 size) {
    RigidTransform turn = RigidTransform.yaw(yaw, new Vec3(x, y, z));
    Vec3 corner = turn.apply(new Vec3(-size.x() / 2, -size.y() / 2, 0));
    return new OrientedBox(new RigidTransform(turn.rotation(), corner), size);
  }
}
