package io.walkout.tracker.person;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.Door;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Store;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.DoorEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A room of 8 by 6 metres with four cameras in its corners, and a tracker that watches it: tests
 * say who stands where, pictures are taken ten times a second, and all that the tracker tells is
 * kept.
 */
final class Floor {
  static final long START = 1_600_000_000_000_000_000L;
  static final long STEP = 100_000_000L;

  final Store store;
  final PersonTracker tracker;
  final StoreEvent slot = new StoreEvent();
  final List<PersonEvent> events = new ArrayList<>();
  final TreeMap<Long, People> moments = new TreeMap<>();
  final Random random;
  long nanos = START;
  private final int cameras;

  Floor(long seed, int cameras, List<Door> doors) {
    this(seed, room(cameras, doors));
  }

  private static Layout room(int cameras, List<Door> doors) {
    double[][] corners = {{0.2, 0.2}, {7.8, 5.8}, {7.8, 0.2}, {0.2, 5.8}};
    List<Camera> hung = new ArrayList<>();
    for (int c = 0; c < cameras; c++) {
      hung.add(camera("c" + c, corners[c][0], corners[c][1], new Vec3(4, 3, 0.3)));
    }
    return new Layout(FloorPolygon.rectangle(0, 0, 8, 6), List.of(), hung, doors, List.of());
  }

  Floor(long seed, Layout layout) {
    System.out.println("seed " + seed);
    this.random = new Random(seed);
    this.cameras = layout.cameras().size();
    store =
        new Store(
            "room",
            ZoneId.of("UTC"),
            Currency.getInstance("EUR"),
            layout,
            new Catalogue(List.of()),
            new Planogram(List.of()),
            Policy.DEFAULT);
    tracker = new PersonTracker(store, PersonTrackerSettings.DEFAULT);
  }

  /** A camera under the ceiling that looks at a point. */
  static Camera camera(String name, double x, double y, Vec3 at) {
    Vec3 from = new Vec3(x, y, 2.8);
    Vec3 d = at.minus(from);
    Vec3 f = d.times(1 / d.norm());
    double flat = Math.hypot(f.x(), f.y());
    Vec3 r = new Vec3(f.y() / flat, -f.x() / flat, 0);
    Vec3 w =
        new Vec3(
            f.y() * r.z() - f.z() * r.y(),
            f.z() * r.x() - f.x() * r.z(),
            f.x() * r.y() - f.y() * r.x());
    double[] rotation = {r.x(), w.x(), f.x(), r.y(), w.y(), f.y(), r.z(), w.z(), f.z()};
    return new Camera(
        new CameraId(name),
        new CameraModel(
            640, 360, 330, 330, 320, 180, new double[5], new RigidTransform(rotation, from)));
  }

  /** All cameras take a picture; each sees everybody, to within 8 cm. */
  void pictures(double[]... places) {
    for (int c = 0; c < cameras; c++) {
      picture(c, places);
    }
    nanos += STEP;
  }

  /** One camera takes a picture. */
  void picture(int camera, double[]... places) {
    slot.reset(StoreEvent.Kind.FRAME);
    slot.camera = camera;
    slot.captureNanos = nanos + camera * 7_000_000L;
    slot.arrivalNanos = slot.captureNanos;
    slot.watermarkNanos = slot.captureNanos;
    for (double[] place : places) {
      see(slot.detections, camera, place);
    }
    give();
  }

  /** One camera takes a picture that shows nothing. */
  void blindPicture(int camera) {
    slot.reset(StoreEvent.Kind.FRAME);
    slot.camera = camera;
    slot.captureNanos = nanos + camera * 7_000_000L;
    slot.watermarkNanos = slot.captureNanos;
    slot.detections.blind = true;
    give();
  }

  /** A door says that somebody went out, at the moment of the next pictures. */
  void wentOutBy(Door door) {
    slot.reset(StoreEvent.Kind.DOOR);
    slot.captureNanos = nanos;
    slot.watermarkNanos = nanos;
    slot.door = new DoorEvent(door.id(), nanos, DoorEvent.Kind.EXIT, null);
    give();
  }

  void see(Detections out, int camera, double[] place) {
    double x = place[0] + 0.08 * random.nextGaussian();
    double y = place[1] + 0.08 * random.nextGaussian();
    double[] foot = new double[2];
    double[] head = new double[2];
    CameraModel model = store.layout().cameras().get(camera).model();
    if (!model.project(x, y, 0, foot) || !model.project(x, y, 1.7, head)) {
      return;
    }
    int i = out.count;
    float height = (float) (foot[1] - head[1]);
    float score = place.length > 2 ? (float) place[2] : 0.8f;
    out.add((float) foot[0] - height / 6, (float) head[1], height / 3, height, score);
    out.floor[2 * i] = (float) x;
    out.floor[2 * i + 1] = (float) y;
  }

  /** Hands the slot to the tracker and keeps what it tells. */
  void give() {
    tracker.onEvent(slot);
    events.addAll(slot.personEvents);
    for (int i = 0; i < slot.peopleCount; i++) {
      People copy = new People();
      copy.copyFrom(slot.people.get(i));
      if (!moments.isEmpty() && copy.captureNanos < moments.lastKey()) {
        throw new AssertionError("moments go back in time");
      }
      moments.put(copy.captureNanos, copy);
    }
  }

  /** Nothing more will come. */
  void end() {
    slot.reset(StoreEvent.Kind.END);
    slot.captureNanos = nanos;
    slot.watermarkNanos = Long.MAX_VALUE;
    give();
  }

  /** The last moment told. */
  People now() {
    return moments.lastEntry().getValue();
  }

  List<PersonEvent.Appeared> appeared() {
    return events.stream()
        .filter(PersonEvent.Appeared.class::isInstance)
        .map(PersonEvent.Appeared.class::cast)
        .toList();
  }

  List<PersonEvent.Left> left() {
    return events.stream()
        .filter(PersonEvent.Left.class::isInstance)
        .map(PersonEvent.Left.class::cast)
        .toList();
  }
}
