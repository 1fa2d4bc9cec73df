package io.walkout.sim.people;

import io.walkout.store.ShelfId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person brings along: a pram, a trolley, a bag; and how cameras see the bag. */
final class Belongings {
  /** A shopping bag, half full: width, depth, height. */
  private static final Vec3 BAG = new Vec3(0.34, 0.14, 0.32);

  private static final int PRAM_RGB = 0x2E3B55;
  private static final int TROLLEY_RGB = 0x8A8D91;
  private static final int BAG_RGB = 0x7A5A34;

  /** Where a bag hangs: beside the hip, its top at that share of the height. */
  private static final double ASIDE_METRES = 0.28;

  private static final double TOP_SHARE = 0.48;

  /** A bag that somebody set on a shelf. */
  record ShelvedBag(int facing, ShelfId shelf, double alongMetres, double massGrams) {}

  private final Shopper me;
  private boolean bag;
  private @Nullable ShelvedBag onShelf;

  Belongings(Shopper me) {
    this.me = me;
    bag = me.plan().traits().bag();
  }

  /** Once they have come, they push what they push. */
  void begin() {
    if (me.plan().traits().pram()) {
      me.push(new Pushed(Prop.Kind.PRAM, PRAM_RGB));
    } else if (me.plan().intents().stream().anyMatch(i -> i instanceof Intent.Restock)) {
      me.push(new Pushed(Prop.Kind.TROLLEY, TROLLEY_RGB));
    }
  }

  /** From now on they carry a bag. */
  void usesBag() {
    bag = true;
  }

  void bagOn(ShelvedBag shelved) {
    bag = true;
    onShelf = shelved;
  }

  void bagOff() {
    onShelf = null;
  }

  @Nullable ShelvedBag bagOnShelf() {
    return onShelf;
  }

  void addTo(List<Prop> props) {
    ShelvedBag there = onShelf;
    if (there != null) {
      RigidTransform shelf =
          me.scene().shop().store().layout().shelf(there.shelf()).orElseThrow().box().pose();
      Vec3 corner = shelf.apply(new Vec3(there.alongMetres() - BAG.x() / 2, 0.02, 0));
      props.add(
          new Prop(
              Prop.Kind.BAG,
              new OrientedBox(new RigidTransform(shelf.rotation(), corner), BAG),
              BAG_RGB));
    } else if (bag) {
      double c = StrictMath.cos(me.heading());
      double s = StrictMath.sin(me.heading());
      double x = me.x - ASIDE_METRES * s - c * BAG.x() / 2;
      double y = me.y + ASIDE_METRES * c - s * BAG.x() / 2;
      double z = Math.max(0.02, TOP_SHARE * me.heightMetres() - BAG.z());
      props.add(
          new Prop(
              Prop.Kind.BAG,
              new OrientedBox(RigidTransform.yaw(me.heading(), new Vec3(x, y, z)), BAG),
              BAG_RGB));
    }
  }
}
