package io.walkout.tracker.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoFileSource;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Catalogue;
import io.walkout.store.EventTime;
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
import io.walkout.tracker.detect.BackgroundPrimer;
import io.walkout.tracker.detect.MotionDetector;
import io.walkout.tracker.detect.MotionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The whole way from video files to people on a real recording, where the shared data is at hand:
 * one shopper, there from the first picture, two takes, and a walk past the windows afterwards.
 */
class RealClipTest {
  private static final double INCH = 0.0254;
  private static final String CASE = "data/recordings/cps-test-01";

  private final ObjectMapper json = new ObjectMapper();
  private final Path dir = caseDirectory();

  private static Path caseDirectory() {
    String shared = System.getenv("WALKOUT_SHARED");
    if (shared != null && Files.isDirectory(Path.of(shared, CASE))) {
      return Path.of(shared, CASE);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("shared").resolve(CASE))) {
        return up.resolve("shared").resolve(CASE);
      }
    }
    return Assumptions.abort("no shared/" + CASE + " beside the project or in WALKOUT_SHARED");
  }

  @Test
  void theOneShopperIsOnePersonWithinReachOfWhatHeTakes() throws Exception {
    JsonNode clips = json.readTree(dir.resolve("videos/offsets.json").toFile()).get("cameras");
    List<String> names = new ArrayList<>();
    clips.fieldNames().forEachRemaining(names::add);
    Layout layout = layout(names);
    List<PersonEvent> events = new ArrayList<>();
    TreeMap<Long, double[]> track = new TreeMap<>();
    replay(layout, clips, names, events, track);

    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(PersonEvent.Appeared.class);
    PersonEvent.Left left = (PersonEvent.Left) events.get(1);
    assertThat(left.why()).isEqualTo(PersonEvent.Why.LOST);
    JsonNode truth = json.readTree(dir.resolve("truth.json").toFile()).get("events");
    for (JsonNode take : truth) {
      double[] body = track.ceilingEntry(EventTime.ofSeconds(take.get("t").asDouble())).getValue();
      double[] box = facing(take.get("barcode").asText());
      double dx = Math.max(0, Math.max(box[0] - body[0], body[0] - box[2]));
      double dy = Math.max(0, Math.max(box[1] - body[1], body[1] - box[3]));
      assertThat(Math.hypot(dx, dy)).as("reach to %s", take).isLessThan(1.0);
    }
    long lastTake = EventTime.ofSeconds(truth.get(truth.size() - 1).get("t").asDouble());
    // He goes out five seconds after his last take, by a glass door that stays open behind him.
    assertThat(EventTime.secondsBetween(lastTake, left.captureNanos())).isBetween(3.0, 7.0);
  }

  private void replay(
      Layout layout,
      JsonNode clips,
      List<String> names,
      List<PersonEvent> events,
      NavigableMap<Long, double[]> track)
      throws IOException {
    List<VideoFileSource> sources = new ArrayList<>();
    List<MotionDetector> detectors = new ArrayList<>();
    FramePool pool = new FramePool(1);
    for (int c = 0; c < names.size(); c++) {
      Path file = dir.resolve("videos/" + names.get(c) + ".mp4");
      Camera camera = layout.cameras().get(c);
      MotionDetector detector = new MotionDetector(camera, layout, MotionSettings.DEFAULT);
      detector.prime(BackgroundPrimer.ofVideo(file, 40));
      detectors.add(detector);
      sources.add(new VideoFileSource(names.get(c), c, file, times(clips.get(names.get(c))), pool));
    }
    PersonTracker tracker = new PersonTracker(store(layout), PersonTrackerSettings.DEFAULT);
    StoreEvent slot = new StoreEvent();
    for (int c = earliest(sources); c >= 0; c = earliest(sources)) {
      slot.reset(StoreEvent.Kind.END);
      sources.get(c).read(slot);
      slot.watermarkNanos = slot.captureNanos;
      Frame frame = Objects.requireNonNull(slot.frame);
      detectors
          .get(c)
          .detect(
              frame.pixels(), frame.width(), frame.height(), slot.captureNanos, slot.detections);
      frame.release();
      give(tracker, slot, events, track);
    }
    slot.reset(StoreEvent.Kind.END);
    give(tracker, slot, events, track);
    sources.forEach(VideoFileSource::close);
    detectors.forEach(MotionDetector::close);
  }

  private static void give(
      PersonTracker tracker,
      StoreEvent slot,
      List<PersonEvent> events,
      NavigableMap<Long, double[]> track) {
    tracker.onEvent(slot);
    events.addAll(slot.personEvents);
    for (People people : slot.people.subList(0, slot.peopleCount)) {
      if (people.count > 0) {
        track.put(people.captureNanos, new double[] {people.x[0], people.y[0]});
      }
    }
  }

  private static int earliest(List<VideoFileSource> sources) {
    int first = -1;
    long nanos = EventSource.ENDED;
    for (int c = 0; c < sources.size(); c++) {
      if (sources.get(c).peekArrivalNanos() < nanos) {
        nanos = sources.get(c).peekArrivalNanos();
        first = c;
      }
    }
    return first;
  }

  private static long[] times(JsonNode clip) {
    long[] times = new long[clip.get("frames").asInt()];
    for (int i = 0; i < times.length; i++) {
      times[i] = EventTime.ofSeconds(clip.get("start_epoch_s").asDouble() + 0.1 * i);
    }
    return times;
  }

  private Layout layout(List<String> names) throws IOException {
    JsonNode fitted =
        json.readTree(dir.resolve("store_meta/calibration-fitted.json").toFile()).get("cameras");
    double[] bounds = {0, 0, 0, 0};
    fitted.forEach(c -> stretch(bounds, metres(c, 0), metres(c, 1)));
    double[] shelves = {1e9, 1e9, -1e9, -1e9};
    for (String line : Files.readAllLines(dir.resolve("planogram.json"))) {
      double[] box = box(json.readTree(line));
      stretch(shelves, box[0], box[1]);
      stretch(shelves, box[2], box[3]);
    }
    stretch(bounds, shelves[0], shelves[1]);
    stretch(bounds, shelves[2], shelves[3]);
    List<Camera> cameras = new ArrayList<>();
    for (String name : names) {
      cameras.add(
          new Camera(new CameraId(name), model(fitted.get(name.substring(name.indexOf('-') + 1)))));
    }
    return new Layout(
        FloorPolygon.rectangle(
            bounds[0] - 0.15, bounds[1] - 0.15, bounds[2] + 0.15, bounds[3] + 0.15),
        List.of(),
        cameras,
        List.of(),
        List.of());
  }

  private static void stretch(double[] bounds, double x, double y) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }

  private static double metres(JsonNode camera, int axis) {
    return INCH * camera.get("Tw").get(axis).get(3).asDouble();
  }

  private static CameraModel model(JsonNode c) {
    double[] rotation = new double[9];
    for (int i = 0; i < 9; i++) {
      rotation[i] = c.get("Tw").get(i / 3).get(i % 3).asDouble();
    }
    JsonNode k = c.get("K");
    return new CameraModel(
        640,
        360,
        640 * k.get(0).get(0).asDouble(),
        360 * k.get(1).get(1).asDouble(),
        640 * k.get(0).get(2).asDouble(),
        360 * k.get(1).get(2).asDouble(),
        new double[5],
        new RigidTransform(rotation, new Vec3(metres(c, 0), metres(c, 1), metres(c, 2))));
  }

  private double[] facing(String barcode) throws IOException {
    for (String line : Files.readAllLines(dir.resolve("planogram.json"))) {
      JsonNode facing = json.readTree(line);
      if (facing.at("/planogram_product_id/id").asText().equals(barcode)) {
        return box(facing);
      }
    }
    throw new IllegalStateException("no facing of " + barcode);
  }

  private static double[] box(JsonNode facing) {
    JsonNode at = facing.at("/global_coordinates/transform/translation");
    double x = at.path("x").asDouble();
    double y = at.path("y").asDouble();
    return new double[] {
      x,
      y,
      x + facing.at("/global_coordinates/dim_x").asDouble(),
      y + facing.at("/global_coordinates/dim_y").asDouble()
    };
  }

  private static Store store(Layout layout) {
    return new Store(
        "clip",
        ZoneId.of("UTC"),
        Currency.getInstance("USD"),
        layout,
        new Catalogue(List.of()),
        new Planogram(List.of()),
        Policy.DEFAULT);
  }
}
