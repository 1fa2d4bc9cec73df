package io.walkout.tracker.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.ShelfId;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import io.walkout.store.signal.ShelfLooks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a camera tells of the look of shelves. */
class ShelfLookoutTest {
  private static final long STEP = EventTime.SECOND / 10;
  private static final long SEED = 7;

  private final ShelfScene scene = new ShelfScene(0, SEED);
  private final ShelfLookout lookout = new ShelfLookout(scene.camera, scene.layout);
  private final Detections boxes = new Detections();
  private final ShelfLooks out = new ShelfLooks();
  private final List<Told> told = new ArrayList<>();
  private long nanos = EventTime.SECOND;
  private double light = 1;
  private int shift;

  /** A row: slices that changed by more than 5 units of noise. */
  private record Told(ShelfId shelf, long from, long to, List<Integer> changed) {}

  @Test
  void whenAPackGoesBehindSomebodysBack_thenItsSlicesAreToldOnceTheyHaveGone() {
    pictures(30);
    told.clear();
    long before = nanos - STEP;
    somebody(true);
    pictures(20);
    scene.change(ShelfScene.LOW, 14);
    scene.change(ShelfScene.LOW, 15);
    pictures(20);
    assertThat(changes()).as("seed " + SEED).isEmpty();
    long gone = nanos;
    somebody(false);
    pictures(20);

    List<Told> changes = changes();
    assertThat(changes).as("seed " + SEED).hasSize(1);
    assertThat(changes.getFirst().shelf()).isEqualTo(ShelfScene.LOW);
    assertThat(changes.getFirst().changed()).containsExactly(14, 15);
    assertThat(changes.getFirst().from()).isEqualTo(before);
    assertThat(changes.getFirst().to()).isEqualTo(gone);
  }

  @Test
  void whenSomebodyOnlyPasses_thenTheShelfIsToldToLookAsItDid() {
    pictures(30);
    told.clear();
    somebody(true);
    pictures(15);
    somebody(false);
    pictures(20);

    assertThat(told).isNotEmpty();
    assertThat(changes()).as("seed " + SEED).isEmpty();
  }

  @Test
  void whenAHandIsInTheShelfWithoutABox_thenWhatStaysIsTold() {
    pictures(30);
    told.clear();
    for (int k = 0; k < 8; k++) {
      pictureWithAnArmAt(300 + 5 * k);
    }
    scene.change(ShelfScene.HIGH, 10);
    pictures(20);

    assertThat(changes()).as("seed " + SEED).hasSize(1);
    assertThat(changes().getFirst().shelf()).isEqualTo(ShelfScene.HIGH);
    assertThat(changes().getFirst().changed()).contains(10);
  }

  @Test
  void whenTheLightChanges_thenNothingIsTold() {
    pictures(30);
    told.clear();
    light = 0.8;
    pictures(30);
    for (int k = 0; k < 40; k++) {
      light = 0.8 + 0.005 * k;
      pictures(1);
    }
    pictures(30);

    assertThat(changes()).as("seed " + SEED).isEmpty();
  }

  @Test
  void whenTheLightChangesWhileAPackGoes_thenThePackIsTold() {
    pictures(30);
    told.clear();
    somebody(true);
    pictures(10);
    light = 0.85;
    scene.change(ShelfScene.LOW, 14);
    pictures(10);
    somebody(false);
    pictures(20);

    assertThat(changes()).as("seed " + SEED).hasSize(1);
    assertThat(changes().getFirst().changed()).containsExactly(14);
  }

  @Test
  void whenTheCameraMovedUnnoticed_thenItIsSilent() {
    pictures(30);
    told.clear();
    shift = 9;
    pictures(40);

    assertThat(changes()).as("seed " + SEED).isEmpty();
    assertThat(lookout.upheavals()).isPositive();
  }

  @Test
  void whenTheCameraIsKnownToHaveMoved_thenWhatItSawBeforeIsForgotten() {
    pictures(30);
    told.clear();
    lookout.blind(PictureFault.MOVED);
    scene.change(ShelfScene.LOW, 14);
    pictures(30);

    assertThat(changes()).as("seed " + SEED).isEmpty();
  }

  @Test
  void whenPicturesWereBlackForAWhile_thenWhatWentMeanwhileIsTold() {
    pictures(30);
    told.clear();
    lookout.blind(PictureFault.BLACK);
    scene.change(ShelfScene.LOW, 14);
    pictures(30);

    assertThat(changes()).as("seed " + SEED).hasSize(1);
    assertThat(changes().getFirst().changed()).containsExactly(14);
  }

  @Test
  void givenPicturesOfAnotherSize_thenTheyAreNotLookedAt() {
    lookout.look(scene.picture, 320, 180, nanos, boxes, out);

    assertThat(out.count).isZero();
    assertThat(lookout.slicesSeen()).isZero();
  }

  private List<Told> changes() {
    return told.stream().filter(t -> !t.changed().isEmpty()).toList();
  }

  private void somebody(boolean there) {
    boxes.clear();
    if (there) {
      boxes.add(260, 90, 130, 240, 0.9f);
    }
  }

  private void pictures(int n) {
    for (int k = 0; k < n; k++) {
      scene.draw(light, shift);
      if (boxes.count > 0) {
        scene.cover(270, 100, 110, 220);
      }
      look();
    }
  }

  private void pictureWithAnArmAt(int left) {
    scene.draw(light, shift);
    scene.cover(left, 60, 20, 200);
    look();
  }

  private void look() {
    out.clear();
    lookout.look(scene.picture, ShelfScene.WIDTH, ShelfScene.HEIGHT, nanos, boxes, out);
    nanos += STEP;
    for (int i = 0; i < out.count; i++) {
      List<Integer> changed = new ArrayList<>();
      for (int k = 0; k < out.slices[i]; k++) {
        if (out.change(i, k) >= 5) {
          changed.add(k);
        }
      }
      ShelfId shelf = new ShelfId(out.gondolas[i], out.shelves[i]);
      told.add(new Told(shelf, out.fromNanos[i], out.toNanos[i], changed));
    }
  }
}
