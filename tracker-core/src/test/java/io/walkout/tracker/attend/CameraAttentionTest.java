package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** A camera that looks along a floor with one shelf: what is searched, carried on, and posed. */
class CameraAttentionTest {
  private static final long STEP = EventTime.SECOND / 10;

  private final Picture picture = new Picture(11);
  private final CameraAttention attention =
      new CameraAttention(AttentionSettings.DEFAULT, camera(), layout());
  private final Detections found = new Detections();
  private long nanos;
  private int searches;

  @Test
  void givenNobody_thenAPictureIsSearchedEveryTwoSecondsOnly() {
    look(200, 0, 0);
    assertThat(searches).isBetween(8, 14);
  }

  @Test
  void givenNobody_whenSomebodyComesIn_thenTheVeryPictureIsSearched() {
    look(50, 0, 0);
    int before = searches;
    look(1, 20, 0);
    assertThat(searches).isEqualTo(before + 1);
  }

  @Test
  void givenSomebodyWhoWalks_thenFewPicturesAreSearchedAndTheBoxGoesWithThemInAll() {
    look(50, 20, 1.5);
    int before = searches;
    double left = 20 + 1.5 * 49;
    for (int i = 0; i < 60; i++) {
      left += 1.5;
      lookAt(left);
      assertThat(found.count).isEqualTo(1);
      assertThat(found.tracks[0]).isEqualTo(1);
      assertThat((double) found.boxes[0]).as("picture %d", i).isBetween(left - 5, left + 5);
    }
    assertThat(searches - before).isLessThan(35);
  }

  @Test
  void givenSomebodyFarFromTheShelf_thenNoPoseIsTakenAndNothingKept() {
    look(30, 20, 0);
    assertThat(attention.counts().poses).isZero();
    assertThat(attention.counts().crops).isZero();
  }

  @Test
  void givenSomebodyAtTheShelf_thenAPoseASecondAndAllTheirCropsAreKept() {
    look(40, 220, 0);
    assertThat(attention.counts().poses).isBetween(2L, 5L);
    assertThat(attention.counts().crops).isGreaterThan(30);
  }

  @Test
  void givenSomebodyAtTheShelf_whenItStirs_thenPosesGoBackASecondAndOnForAThird() {
    look(40, 220, 0);
    long stir = nanos;
    attention.stirred(1, stir, stir);
    long oldest = Long.MAX_VALUE;
    int later = 0;
    for (int k = attention.nextLater(); k >= 0; k = attention.nextLater()) {
      oldest = Math.min(oldest, attention.kept().nanos(k));
      attention.laterDone(k);
      later++;
    }
    assertThat(later).as("at most so many with one picture").isEqualTo(4);
    assertThat(oldest).isEqualTo(stir - EventTime.SECOND);
    long before = attention.counts().poses;
    look(3, 220, 0);
    assertThat(attention.counts().poses - before).isEqualTo(3);
  }

  private void look(int pictures, double left, double step) {
    double at = left;
    for (int i = 0; i < pictures; i++) {
      if (left == 0) {
        lookAt(Double.NaN);
      } else {
        lookAt(at);
      }
      at += step;
    }
  }

  private void lookAt(double left) {
    nanos += STEP;
    boolean there = !Double.isNaN(left);
    picture.empty(1);
    if (there) {
      picture.person(left, 40, 34, 100, 2);
    }
    if (attention.wantsSearch(picture.bgr(), Picture.WIDTH, Picture.HEIGHT, nanos)) {
      searches++;
      found.clear();
      if (there) {
        found.add((float) left, 40, 34, 100, 0.9f);
      }
      attention.searched(picture.bgr(), Picture.WIDTH, Picture.HEIGHT, nanos, found);
    } else {
      attention.carry(picture.bgr(), Picture.WIDTH, Picture.HEIGHT, nanos, found);
    }
    for (int i = 0; i < found.count; i++) {
      attention.wantsPose(nanos, found, i);
    }
    attention.keep(picture.bgr(), Picture.WIDTH, Picture.HEIGHT, nanos, found);
  }

  /** At (2, 0, 1.5), looking along y. */
  private static Camera camera() {
    RigidTransform along =
        new RigidTransform(new double[] {1, 0, 0, 0, 0, 1, 0, -1, 0}, new Vec3(2, 0, 1.5));
    return new Camera(
        new CameraId("c"),
        new CameraModel(
            Picture.WIDTH,
            Picture.HEIGHT,
            160,
            160,
            Picture.WIDTH / 2.0,
            Picture.HEIGHT / 2.0,
            new double[5],
            along));
  }

  /** A shelf on the right of the picture. */
  private static Layout layout() {
    return new Layout(
        FloorPolygon.rectangle(-4, 0, 8, 12),
        List.of(new Gondola(1, FloorPolygon.rectangle(4.2, 3, 5, 7), List.of())),
        List.of(camera()),
        List.of(),
        List.of());
  }
}
