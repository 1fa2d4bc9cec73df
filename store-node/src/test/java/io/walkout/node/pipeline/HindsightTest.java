package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.models.Embedder;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.signal.Detections;
import io.walkout.tracker.attend.AttentionSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A shelf stirs, and the detect stage goes back to what it kept of who stood at it. */
class HindsightTest {
  private static final int SIDE = 64;
  private static final long STEP = EventTime.SECOND / 10;

  private final FramePool pool = new FramePool(2);
  private final StoreEvent event = new StoreEvent();
  private final DetectWork work =
      new DetectWork(
          new Sight(
              Map.of(0, new OnePerson()),
              List.of(new PoseAtTheBoxesMiddle()),
              List.of(),
              Set.of(),
              List.of(new NoLook()),
              Map.of(0, AttentionSettings.DEFAULT),
              false),
          layout(),
          0,
          1);
  private long nanos = EventTime.SECOND;

  @Test
  void whenAShelfStirs_thenThePosesOfTheSecondBeforeComeWithTheNextPicturesInOrder() {
    quiet();
    pictures(20);
    long stir = nanos;
    plates(-200);
    List<Long> when = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      picture();
      for (int row = 0; row < event.hindsight.count; row++) {
        when.add(event.hindsight.captureNanos[row]);
        assertThat(event.hindsight.tracks[row]).isEqualTo(1);
        assertThat((double) event.hindsight.joints[row * Detections.POSE])
            .as("in pixels of the picture, not of the crop")
            .isBetween(31.0, 33.0);
      }
      assertThat(event.hindsight.count).isLessThanOrEqualTo(4);
    }
    assertThat(when).isSorted().doesNotHaveDuplicates();
    assertThat(when.getFirst()).isGreaterThanOrEqualTo(stir - EventTime.SECOND - STEP);
    assertThat(when.getLast()).isLessThanOrEqualTo(stir);
    assertThat(when).hasSizeBetween(6, 11);
  }

  @Test
  void whenNoShelfStirs_thenNothingIsFoundAfterwards() {
    quiet();
    for (int i = 0; i < 20; i++) {
      picture();
      assertThat(event.hindsight.count).isZero();
    }
    assertThat(pool.inUse()).isZero();
  }

  private void pictures(int count) {
    for (int i = 0; i < count; i++) {
      picture();
    }
  }

  private void picture() {
    nanos += STEP;
    event.reset(StoreEvent.Kind.FRAME);
    event.camera = 0;
    event.captureNanos = nanos;
    Frame frame = Objects.requireNonNull(pool.tryTake(SIDE, SIDE));
    for (int i = 0; i < 3 * SIDE * SIDE; i++) {
      frame.pixels().put(i, (byte) (i * 31 % 97));
    }
    event.frame = frame;
    work.on(event);
    assertThat(event.detections.count).isEqualTo(1);
  }

  private void quiet() {
    for (int i = 0; i < 20; i++) {
      plates(0);
    }
  }

  private void plates(float grams) {
    event.reset(StoreEvent.Kind.PLATES);
    event.captureNanos = nanos;
    event.plates.shape(1, 1, 1, 2);
    event.plates.firstNanos = nanos;
    event.plates.periodNanos = STEP;
    event.plates.grams[0] = 1000 + grams;
    event.plates.grams[1] = 500;
    work.on(event);
    assertThat(event.hindsight.count).isZero();
  }

  /** A camera 3 m up that looks straight down on a shelf beside the middle. */
  private static Layout layout() {
    RigidTransform down =
        new RigidTransform(new double[] {1, 0, 0, 0, -1, 0, 0, 0, -1}, new Vec3(2, 2, 3));
    CameraModel model = new CameraModel(SIDE, SIDE, 48, 48, 32, 32, new double[5], down);
    return new Layout(
        FloorPolygon.rectangle(0, 0, 4, 4),
        List.of(new Gondola(1, FloorPolygon.rectangle(2.3, 1, 2.8, 3), List.of())),
        List.of(new Camera(new CameraId("c0"), model)),
        List.of(),
        List.of());
  }

  private static final class OnePerson implements PersonDetector {
    @Override
    public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
      out.clear();
      out.add(22, 16, 20, 24, 0.9f);
    }

    @Override
    public void close() {}
  }

  private static final class PoseAtTheBoxesMiddle implements PoseEstimator {
    @Override
    public void estimate(ByteBuffer bgr, int width, int height, Detections people, int i) {
      people.joints[i * Detections.POSE] = people.boxes[4 * i] + people.boxes[4 * i + 2] / 2;
      people.joints[i * Detections.POSE + 1] = people.boxes[4 * i + 1];
      people.joints[i * Detections.POSE + 2] = 0.9f;
    }

    @Override
    public void close() {}
  }

  private static final class NoLook implements Embedder {
    @Override
    public int length() {
      return 1;
    }

    @Override
    public boolean embed(
        ByteBuffer bgr, int width, int height, Detections people, int i, float[] vector) {
      return false;
    }

    @Override
    public void close() {}
  }
}
