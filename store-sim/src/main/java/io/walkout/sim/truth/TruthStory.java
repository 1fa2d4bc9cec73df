package io.walkout.sim.truth;

import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthPerson;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Scene;
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
        new DeedTeller(scene, epochNanos).tell(),
        new Truth.Origin(scenario, seed, faults));
  }

  /**
   * The books' events with the place of each, in the order of time: the customers' among all that
   * happened.
   */
  private static List<Truth.Event> placed(List<Truth.Event> events, List<Happening> happenings) {
    List<Truth.Event> placed = new ArrayList<>();
    for (Happening h : happenings) {
      if (h.kind() == Happening.Kind.TAKE || h.kind() == Happening.Kind.PUT_BACK) {
        Truth.Event e = events.get(placed.size());
        placed.add(
            new Truth.Event(
                e.captureNanos(),
                e.kind(),
                e.targetId(),
                e.barcode(),
                e.quantity(),
                e.plates(),
                millimetres(h.place())));
      }
    }
    if (placed.size() != events.size()) {
      throw new IllegalStateException(
          placed.size() + " takes and put-backs happened, the books have " + events.size());
    }
    // A deed is entered when it begins and timed at its middle: a quick one overtakes a slow one.
    placed.sort(Comparator.comparingLong(Truth.Event::captureNanos));
    return placed;
  }

  /** As the file spells it, so that what is read again is the same. */
  static Vec3 millimetres(Vec3 v) {
    return new Vec3(
        StrictMath.rint(v.x() * 1000) / 1000,
        StrictMath.rint(v.y() * 1000) / 1000,
        StrictMath.rint(v.z() * 1000) / 1000);
  }
}
