package io.walkout.sim.truth;

import io.walkout.ingest.recording.TruthPerson;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who was in a simulated shop, from when to when, and on whose account. */
final class Presence {
  private Presence() {}

  /**
   * Everyone in the order of {@link Scene#shoppers()}, numbered from 1.
   *
   * @param epochNanos when the simulation began
   */
  static List<TruthPerson> of(Scene scene, long epochNanos) {
    List<TruthPerson> people = new ArrayList<>();
    for (Shopper shopper : scene.shoppers()) {
      people.add(
          new TruthPerson(
              people.size() + 1,
              shopper.targetId(),
              party(shopper),
              shopper.plan().credential(),
              first(scene, shopper, epochNanos),
              last(scene, shopper, epochNanos)));
    }
    return people;
  }

  /**
   * A party is who entered on one credential; who came alone is on the account that they showed,
   * and who showed none stands for themselves.
   */
  private static String party(Shopper shopper) {
    String party = shopper.plan().party();
    String credential = shopper.plan().credential();
    if (!party.isEmpty()) {
      return party;
    }
    return credential == null ? shopper.targetId() : credential;
  }

  private static @Nullable Long first(Scene scene, Shopper shopper, long epochNanos) {
    for (Scene.DoorPass pass : scene.passes()) {
      if (pass.shopper() == shopper && pass.kind() == DoorEvent.Kind.ENTRY) {
        return nanos(epochNanos, pass.seconds());
      }
    }
    return null;
  }

  private static @Nullable Long last(Scene scene, Shopper shopper, long epochNanos) {
    Long left = null;
    for (Scene.DoorPass pass : scene.passes()) {
      if (pass.shopper() == shopper) {
        left = pass.kind() == DoorEvent.Kind.EXIT ? nanos(epochNanos, pass.seconds()) : null;
      }
    }
    return left;
  }

  static long nanos(long epochNanos, double seconds) {
    return epochNanos + Math.round(seconds * 1e9);
  }
}
