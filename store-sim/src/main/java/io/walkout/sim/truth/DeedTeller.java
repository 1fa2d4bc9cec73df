package io.walkout.sim.truth;

import io.walkout.ingest.recording.Truth;
import io.walkout.sim.people.Act;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Scene;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Unit;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what people did beside taking and putting back: at doors, with their hands, as staff. */
final class DeedTeller {
  private final Scene scene;
  private final long epochNanos;
  private final List<Truth.Deed> deeds = new ArrayList<>();

  DeedTeller(Scene scene, long epochNanos) {
    this.scene = scene;
    this.epochNanos = epochNanos;
  }

  /** All deeds, in the order of time. */
  List<Truth.Deed> tell() {
    scene.passes().forEach(this::pass);
    scene.acts().forEach(this::act);
    scene.happenings().forEach(this::stocking);
    deeds.sort(Comparator.comparingLong(Truth.Deed::captureNanos));
    return deeds;
  }

  private void pass(Scene.DoorPass pass) {
    FloorPoint at = SimStore.middle(pass.door());
    deeds.add(
        new Truth.Deed(
            Presence.nanos(epochNanos, pass.seconds()),
            switch (pass.kind()) {
              case ENTRY -> Truth.Deed.Kind.ENTER;
              case EXIT -> Truth.Deed.Kind.EXIT;
            },
            pass.shopper().targetId(),
            null,
            null,
            0,
            List.of(),
            TruthStory.millimetres(new Vec3(at.x(), at.y(), 0))));
  }

  /** One deed for each product that an act was done with. */
  private void act(Act act) {
    if (act.units().isEmpty()) {
      add(act, null, 0);
      return;
    }
    Map<ProductCode, Integer> products = new TreeMap<>();
    for (Unit unit : act.units()) {
      products.merge(unit.article().code(), 1, Integer::sum);
    }
    products.forEach((product, units) -> add(act, product, units));
  }

  private void add(Act act, @Nullable ProductCode product, int units) {
    List<PlateId> plates = act.facing() < 0 ? List.of() : scene.plates(act.facing());
    deeds.add(
        new Truth.Deed(
            Presence.nanos(epochNanos, act.seconds()),
            kind(act.kind()),
            act.targetId(),
            act.otherTargetId().isEmpty() ? null : act.otherTargetId(),
            product,
            units,
            plates,
            TruthStory.millimetres(act.place())));
  }

  private static Truth.Deed.Kind kind(Act.Kind kind) {
    return switch (kind) {
      case HAND_OVER -> Truth.Deed.Kind.HAND_OVER;
      case POCKET -> Truth.Deed.Kind.POCKET;
      case STOW -> Truth.Deed.Kind.STOW;
      case FETCH -> Truth.Deed.Kind.FETCH;
      case SWAP -> Truth.Deed.Kind.SWAP_HANDS;
      case BAG_ON -> Truth.Deed.Kind.BAG_ON;
      case BAG_OFF -> Truth.Deed.Kind.BAG_OFF;
      case TOUCH -> Truth.Deed.Kind.TOUCH;
      case LEAN -> Truth.Deed.Kind.LEAN;
    };
  }

  /** What the staff move is nobody's purchase. */
  private void stocking(Happening h) {
    Truth.Deed.Kind kind =
        switch (h.kind()) {
          case RESTOCK -> Truth.Deed.Kind.RESTOCK;
          case REMOVAL -> Truth.Deed.Kind.CLEAR;
          case TAKE, PUT_BACK -> null;
        };
    if (kind != null) {
      deeds.add(
          new Truth.Deed(
              Presence.nanos(epochNanos, h.seconds()),
              kind,
              h.targetId(),
              null,
              h.article().code(),
              h.quantity(),
              h.plates(),
              TruthStory.millimetres(h.place())));
    }
  }
}
