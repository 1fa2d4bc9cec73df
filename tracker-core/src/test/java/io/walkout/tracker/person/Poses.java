package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.people.Joint;

/** Documents of another tracker, given to the tracker of a {@link Floor}. */
final class Poses {
  private Poses() {}

  /** A document with nobody in it. */
  static void poses(Floor floor) {
    floor.slot.reset(StoreEvent.Kind.POSES);
    stamp(floor);
    floor.give();
    floor.nanos += Floor.STEP;
  }

  static void poses(Floor floor, String name, double x, double y) {
    document(floor, name, x, y);
    floor.give();
    floor.nanos += Floor.STEP;
  }

  static void document(Floor floor, String name, double x, double y) {
    floor.slot.reset(StoreEvent.Kind.POSES);
    stamp(floor);
    target(floor, name, x, y);
  }

  static void stamp(Floor floor) {
    floor.slot.captureNanos = floor.nanos;
    floor.slot.watermarkNanos = floor.nanos + 1;
  }

  static void target(Floor floor, String name, double x, double y) {
    int t = floor.slot.poses.add(name);
    joint(floor, t, Joint.HEAD, x, y, 1.65);
    joint(floor, t, Joint.NECK, x, y, 1.45);
    joint(floor, t, Joint.RIGHT_SHOULDER, x + 0.1, y, 1.4);
    joint(floor, t, Joint.LEFT_SHOULDER, x - 0.1, y, 1.4);
    joint(floor, t, Joint.RIGHT_WRIST, x + 0.4, y, 1.2);
  }

  private static void joint(Floor floor, int t, Joint joint, double x, double y, double z) {
    floor.slot.poses.joint(t, joint, (float) x, (float) y, (float) z, 0.9f);
  }
}
