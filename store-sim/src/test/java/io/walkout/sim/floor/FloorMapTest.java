package io.walkout.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorMapTest {
  private static final double BODY = 0.28;

  /** Eight metres by six with a wall of a fixture that leaves a gap of a metre at one end. */
  private final FloorMap divided =
      new FloorMap(
          FloorPolygon.rectangle(0, 0, 8, 6),
          List.of(FloorPolygon.rectangle(0, 2.8, 7, 3.2)),
          BODY);

  private static FloorPolygon turned(double x, double y, double w, double h, double radians) {
    double c = StrictMath.cos(radians);
    double s = StrictMath.sin(radians);
    List<FloorPoint> corners = new ArrayList<>();
    for (double[] p : new double[][] {{0, 0}, {w, 0}, {w, h}, {0, h}}) {
      corners.add(new FloorPoint(x + p[0] * c - p[1] * s, y + p[0] * s + p[1] * c));
    }
    return new FloorPolygon(corners);
  }

  @Test
  void aBodyKeepsOffWallsAndFixtures() {
    assertThat(divided.isFree(1, 1)).isTrue();
    assertThat(divided.isFree(0.2, 1)).as("at the wall").isFalse();
    assertThat(divided.isFree(3, 2.6)).as("at the fixture").isFalse();
    assertThat(divided.isFree(3, 3)).as("in the fixture").isFalse();
    assertThat(divided.isFree(-1, 1)).as("outside").isFalse();
  }

  @Test
  void theWayAroundAFixtureGoesThroughTheGap() {
    List<FloorPoint> way = divided.path(new FloorPoint(1, 1), new FloorPoint(1, 5));
    assertThat(way).hasSizeGreaterThan(2);
    assertThat(way.getFirst()).isEqualTo(new FloorPoint(1, 1));
    assertThat(way.getLast()).isEqualTo(new FloorPoint(1, 5));
    assertThat(way).anyMatch(p -> p.x() > 7.2);
    assertFree(divided, way);
  }

  @Test
  void inTheOpenTheWayIsStraight() {
    assertThat(divided.path(new FloorPoint(1, 1), new FloorPoint(6, 1.5))).hasSize(2);
  }

  @Test
  void thereIsNoWayIntoAFixtureNorThroughAClosedWall() {
    assertThat(divided.path(new FloorPoint(1, 1), new FloorPoint(3, 3))).isEmpty();
    FloorMap closed =
        new FloorMap(
            FloorPolygon.rectangle(0, 0, 8, 6),
            List.of(FloorPolygon.rectangle(0, 1.8, 8, 2.2)),
            BODY);
    assertThat(closed.isFree(1, 1)).isTrue();
    assertThat(closed.isReachable(1, 1)).as("the smaller part").isFalse();
    assertThat(closed.isReachable(1, 4)).isTrue();
    assertThat(closed.path(new FloorPoint(1, 1), new FloorPoint(1, 4))).isEmpty();
    assertThat(closed.nearestFree(new FloorPoint(1, 1)).y()).isGreaterThan(2.2 + BODY - 1e-6);
  }

  @Test
  void whoStandsInTheWayIsWalkedAroundIfThereIsRoom() {
    double[] standing = {4, 1.4};
    List<FloorPoint> way =
        divided.path(new FloorPoint(1, 1.4), new FloorPoint(6.5, 1.4), standing, 1);
    assertFree(divided, way);
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < way.size(); i++) {
      for (double t = 0; t <= 1; t += 0.02) {
        FloorPoint a = way.get(i - 1);
        FloorPoint b = way.get(i);
        nearest =
            Math.min(
                nearest,
                new FloorPoint(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()))
                    .distanceTo(new FloorPoint(4, 1.4)));
      }
    }
    assertThat(nearest).isGreaterThan(0.45);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void waysAmongTurnedFixturesAreFreeAndNeitherLongNorEverDifferent(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<FloorPolygon> fixtures = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      fixtures.add(
          turned(
              1.5 + 3.5 * (i % 3),
              1.5 + 2.8 * Math.floorDiv(i, 3),
              dice.nextDouble(0.6, 1.4),
              dice.nextDouble(0.3, 0.6),
              dice.nextDouble(0, 6.3)));
    }
    FloorMap map = new FloorMap(FloorPolygon.rectangle(0, 0, 12, 10), fixtures, BODY);
    for (int i = 0; i < 200; i++) {
      FloorPoint from = map.nearestFree(somewhere(dice));
      FloorPoint to = map.nearestFree(somewhere(dice));
      assertThat(map.isFree(from.x(), from.y())).as("seed %d", seed).isTrue();
      List<FloorPoint> way = map.path(from, to);
      assertThat(way).as("seed %d: %s to %s", seed, from, to).isNotEmpty();
      assertFree(map, way);
      double length = 0;
      for (int k = 1; k < way.size(); k++) {
        length += way.get(k).distanceTo(way.get(k - 1));
      }
      assertThat(length).as("seed %d", seed).isLessThan(1.6 * from.distanceTo(to) + 4);
      assertThat(map.path(from, to)).isEqualTo(way);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void whoSlidesAlongFixturesNeverGetsIntoThemNorJumps(long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<FloorPolygon> fixtures =
        List.of(turned(3, 3, 2, 0.5, 0.4), turned(5, 5, 1.5, 0.5, 2), turned(4.4, 3.2, 1, 1, 1));
    FloorMap map = new FloorMap(FloorPolygon.rectangle(0, 0, 8, 8), fixtures, BODY);
    double[] at = {1, 1};
    double heading = 0;
    for (int i = 0; i < 20_000; i++) {
      heading += dice.nextDouble(-0.3, 0.3);
      double x = at[0];
      double y = at[1];
      map.slide(at, 0.025 * StrictMath.cos(heading), 0.025 * StrictMath.sin(heading));
      assertThat(map.isFree(at[0], at[1])).as("seed %d step %d", seed, i).isTrue();
      assertThat(StrictMath.hypot(at[0] - x, at[1] - y)).isLessThan(0.0301);
    }
  }

  @Test
  void aFloorWithoutRoomForAnybodyIsRefused() {
    assertThatThrownBy(() -> new FloorMap(FloorPolygon.rectangle(0, 0, 0.5, 5), List.of(), BODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody has room");
  }

  private static FloorPoint somewhere(SplittableRandom dice) {
    return new FloorPoint(dice.nextDouble(0, 12), dice.nextDouble(0, 10));
  }

  private static void assertFree(FloorMap map, List<FloorPoint> way) {
    for (int i = 1; i < way.size(); i++) {
      assertThat(map.segmentIsFree(way.get(i - 1), way.get(i))).isTrue();
    }
  }
}
