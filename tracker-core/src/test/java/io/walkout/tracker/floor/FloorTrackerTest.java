package io.walkout.tracker.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A room of 6 x 6 m with four cameras in its corners, ten pictures a second. */
class FloorTrackerTest {
  private static final long STEP_NANOS = 100_000_000L;
  private static final long SEED = 7;

  private final List<FloorCamera> cameras =
      List.of(camera(0, 0), camera(6, 0), camera(0, 6), camera(6, 6));
  private final Random random = new Random(SEED);
  private final FloorTracker tracker =
      new FloorTracker(cameras, null, FloorSight.OPEN, FloorTrackerSettings.of(32, 32, 0));
  private int moment;

  @Test
  void somebodySeenByFourCamerasIsPlacedAtOnceAndToAFewCentimetres() {
    FloorPeople first = look(15, new double[] {2, 2.5});
    assertThat(first.count).isEqualTo(1);
    FloorPeople later = first;
    for (int i = 0; i < 20; i++) {
      later = look(15, new double[] {2 + 0.1 * i, 2.5});
    }
    assertThat(later.numbers[0]).isEqualTo(1);
    assertThat(Math.hypot(later.x[0] - 3.9, later.y[0] - 2.5)).as("seed %s", SEED).isLessThan(0.15);
    assertThat(later.vx[0]).isCloseTo(1, within(0.3));
    assertThat(later.height[0]).isCloseTo(1.75, within(0.1));
  }

  @Test
  void twoPeopleWhoPassEachOtherKeepTheirNumbers() {
    FloorPeople people = look(15, new double[] {1.5, 2.7}, new double[] {4.5, 3.3});
    long left = numberAt(people, 1.5, 2.7);
    long right = numberAt(people, 4.5, 3.3);
    for (int i = 1; i <= 30; i++) {
      people = look(15, new double[] {1.5 + 0.1 * i, 2.7}, new double[] {4.5 - 0.1 * i, 3.3});
    }
    assertThat(people.count).as("seed %s", SEED).isEqualTo(2);
    assertThat(numberAt(people, 4.5, 2.7)).isEqualTo(left);
    assertThat(numberAt(people, 1.5, 3.3)).isEqualTo(right);
  }

  @Test
  void whoLeavesIsNotReportedForLong() {
    for (int i = 0; i < 10; i++) {
      look(15, new double[] {3, 3});
    }
    FloorPeople people = look(15);
    for (int i = 0; i < 3; i++) {
      people = look(15);
    }
    assertThat(people.count).isZero();
  }

  @Test
  void aBoxInOneOfFourCamerasIsNobody() {
    for (int i = 0; i < 30; i++) {
      FloorView[] views = views(15, new double[0][]);
      views[2].add(500, 200, 100, 300, 0.9);
      assertThat(update(views).count).isZero();
    }
  }

  @Test
  void camerasThatComeOneByOneAgreeOnOnePerson() {
    FloorPeople people = look(1);
    for (int i = 0; i < 40; i++) {
      people = look(1 << (i % 4), new double[] {3, 3 + 0.02 * i});
    }
    assertThat(people.count).isEqualTo(1);
    assertThat(people.y[0]).isCloseTo(3.78, within(0.2));
  }

  @Test
  void aBlindCameraHoldsNobodyAbsent() {
    for (int i = 0; i < 10; i++) {
      look(15, new double[] {3, 3});
    }
    FloorPeople people = look(0);
    for (int i = 0; i < 20; i++) {
      FloorView[] views = views(15, new double[0][]);
      for (FloorView v : views) {
        v.blind = true;
      }
      people = update(views);
    }
    assertThat(people.count).isEqualTo(1);
  }

  @Test
  void aPlaceTheDetectorKnowsItselfIsTaken() {
    FloorPeople people = look(0);
    for (int i = 0; i < 10; i++) {
      FloorView[] views = views(15, new double[][] {{3, 3}});
      for (FloorView v : views) {
        v.floor[0] = 3.3;
        v.floor[1] = 3.1;
        v.floorVariance[0] = 0.01;
        v.floorVariance[1] = 0;
        v.floorVariance[2] = 0.01;
      }
      people = update(views);
    }
    assertThat(people.x[0]).isCloseTo(3.3, within(0.1));
    assertThat(people.y[0]).isCloseTo(3.1, within(0.1));
  }

  @Test
  void moreThanTheFloorHoldsAreCountedAndTheRestGoesOn() {
    FloorTracker small =
        new FloorTracker(cameras, null, FloorSight.OPEN, FloorTrackerSettings.of(1, 32, 0));
    FloorView[] views = views(15, new double[][] {{2, 2}, {4, 4}});
    FloorPeople people = small.update(0, views, 4);
    assertThat(people.count).isEqualTo(1);
    assertThat(small.beyondCapacity()).isPositive();
  }

  @Test
  void givenMoreThan64Cameras_thenWhoIsSeenOnlyByTheLastOnesIsSomebodyToo() {
    List<FloorCamera> many = new ArrayList<>();
    for (int c = 0; c < 66; c++) {
      many.add(camera(c % 2 == 0 ? 0 : 6, 600 + 6 * c));
    }
    many.addAll(cameras);
    FloorTracker large =
        new FloorTracker(many, null, FloorSight.OPEN, FloorTrackerSettings.of(32, 32, 0));
    FloorPeople people = new FloorPeople(1);
    for (int i = 0; i < 5; i++) {
      FloorView[] views = views(15, new double[][] {{2, 2.5}});
      for (FloorView v : views) {
        v.camera += 66;
      }
      people = large.update(STEP_NANOS * i, views, views.length);
    }
    assertThat(people.count).as("seed %s", SEED).isEqualTo(1);
    assertThat(people.x[0]).isCloseTo(2, within(0.15));
  }

  @Test
  void momentsMustComeInOrder() {
    look(15);
    assertThatThrownBy(() -> tracker.update(-1, new FloorView[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order of time");
  }

  private static long numberAt(FloorPeople people, double x, double y) {
    for (int i = 0; i < people.count; i++) {
      if (Math.hypot(people.x[i] - x, people.y[i] - y) < 0.4) {
        return people.numbers[i];
      }
    }
    return -1;
  }

  private FloorPeople look(int mask, double[]... people) {
    return update(views(mask, people));
  }

  private FloorPeople update(FloorView[] views) {
    return tracker.update(STEP_NANOS * moment++, views, views.length);
  }

  private FloorView[] views(int mask, double[][] people) {
    List<FloorView> views = new ArrayList<>();
    double[] pixel = new double[FloorCamera.LINEAR];
    for (int c = 0; c < 4; c++) {
      if ((mask >> c & 1) == 0) {
        continue;
      }
      FloorView view = new FloorView(32, 0);
      view.clear(c);
      for (double[] at : people) {
        cameras.get(c).project(at[0], at[1], 0, pixel);
        double u = pixel[0];
        double v = pixel[1];
        cameras.get(c).project(at[0], at[1], 1.75, pixel);
        double tall = v - pixel[1];
        view.add(
            (u + pixel[0]) / 2 - 0.15 * tall + 4 * random.nextGaussian(),
            pixel[1] + 4 * random.nextGaussian(),
            0.3 * tall,
            tall * 1.03,
            0.9);
      }
      views.add(view);
    }
    return views.toArray(FloorView[]::new);
  }

  /** 2.6 m up in a corner, looking at the middle of the room. */
  private static FloorCamera camera(double x, double y) {
    double[] ahead = {3 - x, 3 - y, -1.6};
    double n = Math.sqrt(ahead[0] * ahead[0] + ahead[1] * ahead[1] + ahead[2] * ahead[2]);
    for (int k = 0; k < 3; k++) {
      ahead[k] /= n;
    }
    double flat = Math.hypot(ahead[0], ahead[1]);
    double[] right = {ahead[1] / flat, -ahead[0] / flat, 0};
    double[] down = {
      ahead[1] * right[2] - ahead[2] * right[1],
      ahead[2] * right[0] - ahead[0] * right[2],
      ahead[0] * right[1] - ahead[1] * right[0]
    };
    double[] p = new double[12];
    for (int k = 0; k < 3; k++) {
      p[k] = 700 * right[k] + 640 * ahead[k];
      p[4 + k] = 700 * down[k] + 360 * ahead[k];
      p[8 + k] = ahead[k];
    }
    for (int r = 0; r < 3; r++) {
      p[4 * r + 3] = -(p[4 * r] * x + p[4 * r + 1] * y + p[4 * r + 2] * 2.6);
    }
    return new ProjectiveCamera(1280, 720, p);
  }
}
