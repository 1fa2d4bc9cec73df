package io.walkout.sim.truth;

import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthPerson;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Scene;
import io.walkout.sim.world.SimStore;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells in {@code truth.json} what the books alone don't know: places, parties, comings. */
public final class TruthStory {
  private TruthStory() {}

  /**
   * The books' truth with all that the scene can tell.
   *
   * @param books receipts in the order of {@link Scene#shoppers()}, events in that of {@link
   *     Scene#happenings()}
   * @param scenario the scenario's name
   * @param seed the simulation's seed
   * @param faults what is wrong on purpose, in words
   * @param epochNanos event time at the simulation's beginning
   */
  public static Truth tell(
      Truth books, Scene scene, String scenario, long seed, List<String> faults, long epochNanos) {
    List<TruthPerson> people = Presence.of(scene, epochNanos);
    List<Truth.Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < books.receipts().size(); i++) {
      Truth.Receipt receipt = books.receipts().get(i);
      TruthPerson person = people.get(i);
      receipts.add(
          new Truth.Receipt(
              receipt.targetId(),
              receipt.products(),
              person.party(),
              person.enteredNanos(),
              person.leftNanos()));
    }
    return new Truth(
        books.caseName(),
        receipts,
        placed(books.events(), scene.happenings()),
        deeds(scene, epochNanos),
        new Truth.Origin(scenario, seed, faults));
  }

  private static List<Truth.Event> placed(List<Truth.Event> events, List<Happening> happenings) {
    List<Truth.Event> placed = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Truth.Event e = events.get(i);
      placed.add(
          new Truth.Event(
              e.captureNanos(),
              e.kind(),
              e.targetId(),
              e.barcode(),
              e.quantity(),
              e.plates(),
              millimetres(happenings.get(i).place())));
    }
    return placed;
  }

  private static List<Truth.Deed> deeds(Scene scene, long epochNanos) {
    List<Truth.Deed> deeds = new ArrayList<>();
    for (Scene.DoorPass pass : scene.passes()) {
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
              onFloor(SimStore.middle(pass.door()))));
    }
    deeds.sort(Comparator.comparingLong(Truth.Deed::captureNanos));
    return deeds;
  }

  private static Vec3 onFloor(FloorPoint p) {
    return millimetres(new Vec3(p.x(), p.y(), 0));
  }

  /** As the file spells it, so that what is read again is the same. */
  private static Vec3 millimetres(Vec3 v) {
    return new Vec3(
        StrictMath.rint(v.x() * 1000) / 1000,
        StrictMath.rint(v.y() * 1000) / 1000,
        StrictMath.rint(v.z() * 1000) / 1000);
  }
}
