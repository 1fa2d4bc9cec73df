package io.walkout.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Captured;
import io.walkout.sim.world.StorePlan;
import io.walkout.store.signal.DoorEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Poses, doors and clocks that are not what they should be. */
class StreamFaultTest {
  /** Every capture time of the pose stream with who was seen then. */
  private static Map<Long, Set<String>> seen(FaultyRun run) {
    Map<Long, Set<String>> seen = new TreeMap<>();
    for (Captured.Poses p : run.sensors().poses) {
      seen.put(
          p.captureNanos(), new HashSet<>(List.of(p.set().targetIds).subList(0, p.set().count)));
    }
    return seen;
  }

  @Test
  void aDropoutHidesPeopleForStretchesAndLeavesTheRestAlone() throws IOException {
    Map<Long, Set<String>> whole = seen(FaultyRun.of("crowd", 3));
    Map<Long, Set<String>> faulty =
        seen(FaultyRun.of("crowd", 3, "PoseDropout:share=0.3,seconds=2"));
    assertThat(faulty.keySet()).isEqualTo(whole.keySet());
    int people = 0;
    int left = 0;
    for (Map.Entry<Long, Set<String>> at : whole.entrySet()) {
      Set<String> still = faulty.getOrDefault(at.getKey(), Set.of());
      assertThat(at.getValue()).containsAll(still);
      people += at.getValue().size();
      left += still.size();
    }
    assertThat((double) left / people).isBetween(0.6, 0.8);
  }

  @Test
  void lostFramesTakePoseSetsAwayInBursts() throws IOException {
    FaultyRun whole = FaultyRun.of("crowd", 3);
    FaultyRun faulty = FaultyRun.of("crowd", 3, "LostFrames:share=0.2,burst=6");
    Set<Long> all = seen(whole).keySet();
    Set<Long> left = seen(faulty).keySet();
    assertThat(all).containsAll(left);
    assertThat((double) left.size() / all.size()).isBetween(0.7, 0.9);
    int longest = 0;
    int missing = 0;
    for (long at : all) {
      missing = left.contains(at) ? 0 : missing + 1;
      longest = Math.max(longest, missing);
    }
    assertThat(longest).isGreaterThanOrEqualTo(6);
    assertThat(faulty.outcome().poseSets()).isEqualTo(left.size());
  }

  @Test
  void lateFramesArriveLaterInOrderAndWereCapturedAsEver() throws IOException {
    FaultyRun whole = FaultyRun.of("crowd", 3);
    FaultyRun faulty = FaultyRun.of("crowd", 3, "LateFrames:ms=800,share=0.3");
    assertThat(seen(faulty)).isEqualTo(seen(whole));
    double later = 0;
    long last = 0;
    for (int i = 0; i < whole.sensors().poses.size(); i++) {
      long arrival = faulty.sensors().poses.get(i).arrivalNanos();
      assertThat(arrival).isGreaterThan(last);
      last = arrival;
      later += (arrival - whole.sensors().poses.get(i).arrivalNanos()) / 1e9;
    }
    assertThat(later / whole.sensors().poses.size()).isBetween(0.3, 1.3);
  }

  @Test
  void aStalledCameraHidesThoseItSeesBestAndOnlyThen() throws IOException {
    Map<Long, Set<String>> whole = seen(FaultyRun.of("crowd", 3));
    int hidden = 0;
    for (int camera = 1; camera <= 4; camera++) {
      Map<Long, Set<String>> faulty =
          seen(FaultyRun.of("crowd", 3, "CameraStall:camera=cam-" + camera + ",from=20,for=6"));
      for (Map.Entry<Long, Set<String>> at : whole.entrySet()) {
        double seconds = FaultyRun.seconds(at.getKey());
        Set<String> still = faulty.getOrDefault(at.getKey(), Set.of());
        if (seconds < 20 || seconds >= 26) {
          assertThat(still).isEqualTo(at.getValue());
        } else {
          hidden += at.getValue().size() - still.size();
        }
      }
    }
    assertThat(hidden).isGreaterThan(20);
  }

  @Test
  void aMovedCameraPutsThoseItSeesBestAFewCentimetresElsewhere() throws IOException {
    FaultyRun whole = FaultyRun.of("crowd", 3);
    FaultyRun faulty =
        FaultyRun.of("crowd", 3, "CameraMoved:camera=cam-2,at=10,degrees=3,metres=0.05");
    int same = 0;
    int moved = 0;
    double furthest = 0;
    for (int i = 0; i < whole.sensors().poses.size(); i++) {
      Captured.Poses a = whole.sensors().poses.get(i);
      Captured.Poses b = faulty.sensors().poses.get(i);
      for (int k = 0; k < a.set().count * io.walkout.store.people.Joint.COUNT; k++) {
        double off = Math.hypot(a.set().x[k] - b.set().x[k], a.set().y[k] - b.set().y[k]);
        if (Double.isNaN(off)) {
          continue;
        }
        same += off == 0 ? 1 : 0;
        moved += off > 0.01 ? 1 : 0;
        furthest = Math.max(furthest, off);
        if (FaultyRun.seconds(a.captureNanos()) < 10) {
          assertThat(off).isZero();
        }
      }
    }
    assertThat(same).isPositive();
    assertThat(moved).isPositive();
    assertThat(furthest).isBetween(0.05, 0.5);
  }

  @Test
  void aSkewedClockMovesCaptureTimesOfItsSourceAndNothingElse() throws IOException {
    FaultyRun whole = FaultyRun.of("alone", 3);
    FaultyRun faulty = FaultyRun.of("alone", 3, "ClockSkew:source=gondola 2,ms=400,ppm=1000");
    for (int i = 0; i < whole.sensors().blocks.size(); i++) {
      Captured.Block a = whole.sensors().blocks.get(i);
      Captured.Block b = faulty.sensors().blocks.get(i);
      assertThat(b.arrivalNanos()).isEqualTo(a.arrivalNanos());
      assertThat(b.block().grams).isEqualTo(a.block().grams);
      double skew = (b.block().firstNanos - a.block().firstNanos) / 1e9;
      double seconds = FaultyRun.seconds(a.block().firstNanos);
      assertThat(skew)
          .isCloseTo(
              a.block().gondola == 2 ? 0.4 + 0.001 * seconds : 0,
              org.assertj.core.api.Assertions.within(2e-6));
    }
    assertThat(seen(faulty)).isEqualTo(seen(whole));
    assertThat(faulty.sensors().doors).isEqualTo(whole.sensors().doors);
  }

  @Test
  void aDoorMissesItsShareAndDoorsTellNothingElse() throws IOException {
    List<DoorEvent> whole = FaultyRun.of("busy", 1).sensors().doors;
    List<DoorEvent> faulty = FaultyRun.of("busy", 1, "DoorMissed:share=0.3").sensors().doors;
    assertThat(whole).containsAll(faulty);
    assertThat((double) faulty.size() / whole.size()).isBetween(0.55, 0.85);
    List<DoorEvent> oneDoor =
        FaultyRun.of("busy", 1, "DoorMissed:share=1,door=entry").sensors().doors;
    assertThat(oneDoor).isNotEmpty().allMatch(d -> d.kind() == DoorEvent.Kind.EXIT);
  }

  @Test
  void camerasMayAskInAnyOrderAndHearTheSame() {
    var shop = StorePlan.corner();
    var camera = shop.store().layout().cameras().getFirst();
    ShopFaults faults =
        Faults.parse(
                List.of(
                    "LostFrames:share=0.2,burst=4",
                    "LateFrames:ms=500,share=0.5",
                    "CameraStall:camera=cam-1,from=10,for=5",
                    "CameraMoved:camera=cam-1,at=20",
                    "ClockSkew:source=cam-1,ms=100"))
            .in(shop, 7);
    int lost = 0;
    int late = 0;
    for (int frame = 999; frame >= 0; frame--) {
      double seconds = 100 + frame / 10.0;
      lost += faults.frameIsLost(camera.id(), frame, seconds) ? 1 : 0;
      double delay = faults.frameDelaySeconds(camera.id(), frame, seconds);
      assertThat(delay).isEqualTo(faults.frameDelaySeconds(camera.id(), frame, seconds));
      late += delay > 0 ? 1 : 0;
      assertThat(delay).isBetween(0.0, 0.75);
    }
    assertThat(lost).isBetween(120, 280);
    assertThat(late).isBetween(440, 560);
    assertThat(faults.isStalled(camera.id(), 9.9)).isFalse();
    assertThat(faults.isStalled(camera.id(), 12)).isTrue();
    assertThat(faults.frameIsLost(camera.id(), 0, 12)).isTrue();
    assertThat(faults.isStalled(camera.id(), 15)).isFalse();
    assertThat(faults.cameraModel(camera, 19)).isEqualTo(camera.model());
    assertThat(faults.cameraModel(camera, 20)).isNotEqualTo(camera.model());
    assertThat(faults.cameraModel(camera, 20).position().distanceTo(camera.model().position()))
        .isCloseTo(0.05, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(faults.clockSkewSeconds(ClockSource.camera(camera.id()), 3)).isEqualTo(0.1);
    assertThat(faults.clockSkewSeconds(ClockSource.POSES, 3)).isZero();
  }
}
