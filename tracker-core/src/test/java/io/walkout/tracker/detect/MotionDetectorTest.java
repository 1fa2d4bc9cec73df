package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.signal.Detections;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MotionDetectorTest {
  private static final long SEED = 11;
  private static final long STEP = 100_000_000L;

  private final PaintedStore store = new PaintedStore(SEED);
  private final Detections out = new Detections();
  private MotionDetector detector = primed();
  private long nanos = 1_000_000_000_000L;

  @BeforeEach
  void tellSeed() {
    System.out.println("seed " + SEED);
  }

  @AfterEach
  void free() {
    detector.close();
  }

  @Test
  void anEmptyStoreHasNobody() {
    for (int i = 0; i < 20; i++) {
      assertThat(look(store.clear())).isEmpty();
    }
  }

  @Test
  void somebodyIsFoundWhereTheyStand() {
    for (double[] place : new double[][] {{2, 1.5}, {3, 2.5}, {4.5, 3}, {2.5, 3}, {5, 1.5}}) {
      List<FloorPoint> found = look(store.clear().person(place[0], place[1]));
      assertThat(found).as(Arrays.toString(place)).hasSize(1);
      assertThat(found.getFirst().distanceTo(new FloorPoint(place[0], place[1]))).isLessThan(0.4);
      assertThat(out.scores[0]).isGreaterThan(0.5f);
    }
  }

  @Test
  void twoPeopleAreFoundApart() {
    List<FloorPoint> found = look(store.clear().person(4.5, 2.8).person(3, 1.6));
    assertThat(found).hasSize(2);
    assertThat(found).anyMatch(p -> p.distanceTo(new FloorPoint(3, 1.6)) < 0.35);
    assertThat(found).anyMatch(p -> p.distanceTo(new FloorPoint(4.5, 2.8)) < 0.5);
  }

  @Test
  void somebodyWhoseFeetThePictureCutsOffIsFound() {
    List<FloorPoint> found = look(store.clear().person(1.3, 1.0));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().distanceTo(new FloorPoint(1.3, 1.0))).isLessThan(0.5);
  }

  @Test
  void somebodyWhoCrouchesAtTheLowestShelfStaysFound() {
    List<FloorPoint> found = look(store.clear().person(3, 2, 1.1));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().distanceTo(new FloorPoint(3, 2))).isLessThan(0.6);
  }

  @Test
  void somebodyBehindTheWindowIsNotInside() {
    assertThat(look(store.clear().person(5, 5.2))).isEmpty();
    assertThat(look(store.clear().person(7.2, 3))).isEmpty();
  }

  @Test
  void somebodyReadingALabelForAMinuteStaysFound() {
    int misses = 0;
    for (int i = 0; i < 600; i++) {
      double sway = 0.02 * Math.sin(i * 0.13);
      misses += look(store.clear().person(3 + sway, 2)).size() == 1 ? 0 : 1;
    }
    assertThat(misses).isZero();
    assertThat(out.scores[0]).isGreaterThan(0.5f);
  }

  @Test
  void aChangeOfAllTheLightIsNobody() {
    for (double factor : new double[] {0.7, 0.85, 1.2, 1.5}) {
      assertThat(look(store.clear().light(0, 0, PaintedStore.WIDTH, PaintedStore.HEIGHT, factor)))
          .as("factor %s", factor)
          .isEmpty();
    }
  }

  @Test
  void shadowsAndPatchesOfLightAreNobody() {
    assertThat(look(store.clear().light(120, 40, 40, 90, 0.65))).isEmpty();
    assertThat(look(store.clear().light(120, 40, 40, 90, 1.25))).isEmpty();
  }

  @Test
  void blackPicturesShowNobodyAndAreForgotten() {
    for (int i = 0; i < 30; i++) {
      assertThat(
              look(store.clear().thing(0, 0, PaintedStore.WIDTH, PaintedStore.HEIGHT, Color.BLACK)))
          .isEmpty();
      assertThat(out.blind).isTrue();
    }
    assertThat(look(store.clear().person(3, 2))).as("the light is back").hasSize(1);
    assertThat(out.blind).isFalse();
  }

  @Test
  void aFrozenPictureOfTheEmptyStoreInventsNobody() {
    ByteBuffer frozen = store.clear().shot();
    for (int i = 0; i < 300; i++) {
      assertThat(look(frozen)).isEmpty();
    }
    assertThat(out.blind).isTrue();
    assertThat(look(store.clear().person(3, 2))).hasSize(1);
    assertThat(out.blind).isFalse();
  }

  @Test
  void aProductThatLeavesItsShelfIsNobody() {
    for (int i = 0; i < 300; i++) {
      assertThat(look(store.clear().thing(200, 60, 14, 18, Color.ORANGE))).isEmpty();
    }
  }

  @Test
  void aThingLeftOnTheFloorIsSoonDoubtedAndThenAbsorbed() {
    for (int i = 0; i < 40; i++) {
      look(store.clear().person(3, 2));
    }
    assertThat(out.count).isEqualTo(1);
    assertThat(out.scores[0]).as("nothing in it moves").isLessThan(0.5f);
    for (int i = 0; i < 900; i++) {
      look(store.clear().person(3, 2));
    }
    assertThat(out.count).isZero();
  }

  @Test
  void somebodyInTheFirstPictureIsFoundOnceTheStoreIsKnown() {
    BackgroundPrimer primer = new BackgroundPrimer();
    for (int i = 0; i < 30; i++) {
      PaintedStore picture = i < 10 ? store.clear().person(3, 2) : store.clear();
      assertThat(primer.add(picture.shot(), PaintedStore.WIDTH, PaintedStore.HEIGHT)).isTrue();
    }
    renew(primer);
    assertThat(look(store.clear().person(3, 2))).hasSize(1);
    assertThat(look(store.clear())).isEmpty();
  }

  @Test
  void withoutKnowingTheStoreTheHoleThatSomebodyLeavesCloses() {
    detector.close();
    detector = new MotionDetector(store.camera, store.layout, MotionSettings.DEFAULT);
    for (int i = 0; i < 30; i++) {
      look(store.clear().person(3, 2));
    }
    for (int i = 0; i < 400; i++) {
      look(store.clear());
    }
    assertThat(look(store.clear())).isEmpty();
    assertThat(look(store.clear().person(3, 2))).hasSize(1);
  }

  @Test
  void theSamePicturesGiveTheSameDetections() {
    try (MotionDetector other = primed()) {
      Detections again = new Detections();
      for (int i = 0; i < 60; i++) {
        ByteBuffer shot = store.clear().person(1.5 + 0.05 * i, 2).shot();
        nanos += STEP;
        detector.detect(shot, PaintedStore.WIDTH, PaintedStore.HEIGHT, nanos, out);
        other.detect(shot, PaintedStore.WIDTH, PaintedStore.HEIGHT, nanos, again);
      }
      assertThat(again.count).isEqualTo(out.count).isPositive();
      assertThat(again.boxes).isEqualTo(out.boxes);
      assertThat(again.floor).isEqualTo(out.floor);
    }
  }

  @Test
  void aPrimerOfLargerPicturesServesAsWell() {
    BackgroundPrimer primer = new BackgroundPrimer();
    ByteBuffer small = store.clear().shot();
    ByteBuffer large = ByteBuffer.allocateDirect(12 * PaintedStore.WIDTH * PaintedStore.HEIGHT);
    for (int row = 0; row < 2 * PaintedStore.HEIGHT; row++) {
      for (int col = 0; col < 2 * PaintedStore.WIDTH; col++) {
        large.put(small.slice(3 * (row / 2 * PaintedStore.WIDTH + col / 2), 3));
      }
    }
    for (int i = 0; i < 3; i++) {
      primer.add(large, 2 * PaintedStore.WIDTH, 2 * PaintedStore.HEIGHT);
    }
    renew(primer);
    assertThat(look(store.clear())).isEmpty();
    assertThat(look(store.clear().person(3, 2))).hasSize(1);
    assertThatThrownBy(() -> primer.add(small, PaintedStore.WIDTH, 90))
        .hasMessageContaining("one size");
  }

  private MotionDetector primed() {
    BackgroundPrimer primer = new BackgroundPrimer();
    for (int i = 0; i < 9; i++) {
      primer.add(store.clear().shot(), PaintedStore.WIDTH, PaintedStore.HEIGHT);
    }
    MotionDetector fresh = new MotionDetector(store.camera, store.layout, MotionSettings.DEFAULT);
    fresh.prime(primer);
    return fresh;
  }

  private void renew(BackgroundPrimer primer) {
    detector.close();
    detector = new MotionDetector(store.camera, store.layout, MotionSettings.DEFAULT);
    detector.prime(primer);
  }

  private List<FloorPoint> look(PaintedStore picture) {
    return look(picture.shot());
  }

  private List<FloorPoint> look(ByteBuffer shot) {
    nanos += STEP;
    detector.detect(shot, PaintedStore.WIDTH, PaintedStore.HEIGHT, nanos, out);
    List<FloorPoint> places = new ArrayList<>();
    for (int i = 0; i < out.count; i++) {
      places.add(new FloorPoint(out.floor[2 * i], out.floor[2 * i + 1]));
    }
    return places;
  }
}
