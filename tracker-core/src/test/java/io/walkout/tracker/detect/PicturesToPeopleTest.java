package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.Catalogue;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.tracker.person.PersonTracker;
import io.walkout.tracker.person.PersonTrackerSettings;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From painted pictures of three cameras to people on the floor plan. */
class PicturesToPeopleTest {
  private static final long SEED = 21;
  private static final long STEP = 100_000_000L;

  private final List<PaintedStore> cameras =
      List.of(
          new PaintedStore(SEED),
          new PaintedStore(SEED + 1, new Vec3(5.8, 3.8, 2.7), new Vec3(2.5, 1.6, 0.4)),
          new PaintedStore(SEED + 2, new Vec3(5.8, 0.2, 2.7), new Vec3(2.5, 2.4, 0.4)));
  private final Layout layout =
      new Layout(
          FloorPolygon.rectangle(0, 0, 6, 4),
          List.of(),
          cameras.stream().map(c -> c.camera).toList(),
          List.of(),
          List.of());
  private final List<MotionDetector> detectors = cameras.stream().map(this::primed).toList();
  private final PersonTracker tracker =
      new PersonTracker(
          new Store(
              "painted",
              ZoneId.of("UTC"),
              Currency.getInstance("EUR"),
              layout,
              new Catalogue(List.of()),
              new Planogram(List.of()),
              Policy.DEFAULT),
          PersonTrackerSettings.DEFAULT);
  private final List<PersonEvent> events = new ArrayList<>();
  private final StoreEvent slot = new StoreEvent();
  private final People now = new People();
  private long nanos = 1_000_000_000_000L;

  @Test
  void twoWhoCrossInFrontOfEachOtherStayTwoAndThemselves() {
    System.out.println("seed " + SEED);
    long rightgoing = 0;
    for (int i = 0; i <= 80; i++) {
      double along = 1.2 + 3.4 * i / 80;
      pictures(new FloorPoint(along, 1.6), new FloorPoint(5.8 - along, 2.5));
      if (i == 25) {
        assertThat(now.count).isEqualTo(2);
        rightgoing = now.personId[now.x[0] < now.x[1] ? 0 : 1];
      }
    }
    assertThat(events).hasSize(2).allMatch(PersonEvent.Appeared.class::isInstance);
    int who = now.indexOf(rightgoing);
    assertThat(new FloorPoint(now.x[who], now.y[who]).distanceTo(new FloorPoint(4.6, 1.6)))
        .isLessThan(0.5);
    close();
  }

  @Test
  void anEmptyStoreThatGoesBlackAndComesBackHasNobody() {
    System.out.println("seed " + SEED);
    for (int i = 0; i < 60; i++) {
      for (PaintedStore camera : cameras) {
        camera.clear();
        if (i >= 20 && i < 40) {
          camera.light(0, 0, PaintedStore.WIDTH, PaintedStore.HEIGHT, 0.02);
        }
      }
      shoot();
    }
    assertThat(events).isEmpty();
    close();
  }

  @Test
  void aDoorThatSwingsOpenAndShutIsNobody() {
    System.out.println("seed " + SEED);
    double[][] hinges = {
      {1.5, 3.9, 0}, {3, 3.9, 0}, {4.8, 3.9, 180}, {5.9, 2.8, 270}, {0.1, 1, 90}
    };
    for (double[] hinge : hinges) {
      for (int i = 0; i < 120; i++) {
        double open = Math.clamp(Math.min(i - 20, 80 - i) / 10.0, 0, 1) * Math.PI / 2;
        double angle = Math.toRadians(hinge[2]) - open;
        FloorPoint tip =
            new FloorPoint(hinge[0] + 0.9 * Math.cos(angle), hinge[1] + 0.9 * Math.sin(angle));
        for (PaintedStore camera : cameras) {
          camera.clear();
          if (open > 0) {
            camera.board(new FloorPoint(hinge[0], hinge[1]), tip, 0, 2, new Color(40, 60, 50));
          }
        }
        shoot();
      }
      assertThat(events).as("hinge at %s", Arrays.toString(hinge)).isEmpty();
    }
    close();
  }

  @Test
  void aDoorThatIsOpenedByAPersonIsNoSecondOne() {
    System.out.println("seed " + SEED);
    FloorPoint hinge = new FloorPoint(2.5, 3.9);
    for (int i = 0; i < 120; i++) {
      double open = Math.clamp(Math.min(i - 15, 65 - i) / 10.0, 0, 1) * Math.PI / 2;
      FloorPoint tip = new FloorPoint(2.5 - 0.9 * Math.cos(open), 3.9 - 0.9 * Math.sin(open));
      for (PaintedStore camera : cameras) {
        camera.clear();
        if (open > 0) {
          camera.board(hinge, tip, 0, 2, new Color(40, 60, 50));
        }
        if (i >= 25) {
          camera.person(2.1, 3.9 - Math.min(2.4, 0.1 * (i - 25)));
        }
      }
      shoot();
    }
    assertThat(events).hasSize(1);
    assertThat(now.count).isEqualTo(1);
    assertThat(new FloorPoint(now.x[0], now.y[0]).distanceTo(new FloorPoint(2.1, 1.5)))
        .isLessThan(0.5);
    close();
  }

  @Test
  void aDoorLeftOpenBehindWhoWalksOutIsNotThem() {
    System.out.println("seed " + SEED);
    FloorPoint hinge = new FloorPoint(3.2, 3.9);
    long out = 0;
    for (int i = 0; i < 140; i++) {
      double open = Math.clamp((i - 25) / 10.0, 0, 1) * Math.PI / 2;
      FloorPoint tip = new FloorPoint(3.2 - 0.9 * Math.cos(open), 3.9 - 0.9 * Math.sin(open));
      double along = 1 + 0.1 * Math.max(0, i - 10);
      for (PaintedStore camera : cameras) {
        camera.clear();
        if (open > 0) {
          camera.board(hinge, tip, 0, 2, new Color(40, 60, 50));
        }
        if (along < 4) {
          camera.person(2.7, along);
        }
      }
      out = along < 4 ? nanos : out;
      shoot();
    }
    assertThat(events).hasSize(2);
    assertThat(events.get(1)).isInstanceOf(PersonEvent.Left.class);
    assertThat(events.get(1).captureNanos()).isBetween(out - 10 * STEP, out + 50 * STEP);
    close();
  }

  @Test
  void whoTurnsBackAtTheDoorStaysThemselves() {
    System.out.println("seed " + SEED);
    for (int i = 0; i < 160; i++) {
      double walked = 0.1 * Math.max(0, i - 10);
      double wait = Math.min(walked, 2.4) - Math.clamp(walked - 8.4, 0, 2);
      pictures(new FloorPoint(2.7 + 0.02 * (i % 2), 1.2 + wait));
    }
    assertThat(events).hasSize(1);
    assertThat(now.count).isEqualTo(1);
    close();
  }

  @Test
  void aScreenThatChangesIsNobody() {
    System.out.println("seed " + SEED);
    Color[] scenes = {Color.BLUE, Color.ORANGE, Color.WHITE, new Color(20, 90, 20)};
    for (double low : new double[] {0.3, 0.9, 1.4}) {
      for (int i = 0; i < 150; i++) {
        for (PaintedStore camera : cameras) {
          FloorPoint one = new FloorPoint(2.4, 3.95);
          FloorPoint other = new FloorPoint(3.6, 3.95);
          camera.clear().board(one, other, low, low + 0.75, scenes[i / 7 % scenes.length]);
        }
        shoot();
      }
      assertThat(events).as("screen from %s m", low).isEmpty();
    }
    close();
  }

  private void pictures(FloorPoint... people) {
    cameras.forEach(c -> c.clear().people(List.of(people)));
    shoot();
  }

  private void shoot() {
    for (int c = 0; c < cameras.size(); c++) {
      ByteBuffer shot = cameras.get(c).shot();
      slot.reset(StoreEvent.Kind.FRAME);
      slot.camera = c;
      slot.captureNanos = nanos + c;
      slot.watermarkNanos = nanos + c;
      detectors
          .get(c)
          .detect(
              shot, PaintedStore.WIDTH, PaintedStore.HEIGHT, slot.captureNanos, slot.detections);
      tracker.onEvent(slot);
      events.addAll(slot.personEvents);
      if (slot.peopleCount > 0) {
        now.copyFrom(slot.people.get(slot.peopleCount - 1));
      }
    }
    nanos += STEP;
  }

  private MotionDetector primed(PaintedStore camera) {
    BackgroundPrimer primer = new BackgroundPrimer();
    for (int i = 0; i < 9; i++) {
      primer.add(camera.clear().shot(), PaintedStore.WIDTH, PaintedStore.HEIGHT);
    }
    MotionDetector detector = new MotionDetector(camera.camera, layout, MotionSettings.DEFAULT);
    detector.prime(primer);
    return detector;
  }

  private void close() {
    detectors.forEach(MotionDetector::close);
  }
}
