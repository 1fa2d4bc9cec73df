package io.walkout.store.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A polygon on the floor knows its inside and its edge. */
class FloorPolygonTest {
  /** An L: the square from 0 to 2 without its upper right quarter. */
  private static final FloorPolygon ELL =
      new FloorPolygon(List.of(at(0, 0), at(2, 0), at(2, 1), at(1, 1), at(1, 2), at(0, 2)));

  @ParameterizedTest(name = "({0}, {1}) inside: {2}, {3} m from the edge")
  @CsvSource({
    "0.5, 0.5, true, 0.5",
    "1.5, 0.5, true, 0.5",
    "1.5, 1.5, false, 0.5",
    "3, 0.5, false, 1",
    "-3, -4, false, 5",
  })
  void knowsInsideAndEdge(double x, double y, boolean inside, double edge) {
    assertThat(ELL.contains(x, y)).isEqualTo(inside);
    assertThat(ELL.distanceToEdge(x, y)).isCloseTo(edge, within(1e-12));
  }

  @Test
  void theWayRoundDoesNotMatter() {
    FloorPolygon other = new FloorPolygon(ELL.corners().reversed());
    for (double x = -0.55; x < 3; x += 0.1) {
      for (double y = -0.55; y < 3; y += 0.1) {
        assertThat(other.contains(x, y)).isEqualTo(ELL.contains(x, y));
      }
    }
  }

  @Test
  void knowsItsExtent() {
    assertThat(List.of(ELL.minX(), ELL.minY(), ELL.maxX(), ELL.maxY()))
        .containsExactly(0.0, 0.0, 2.0, 2.0);
    assertThat(FloorPolygon.rectangle(1, 2, 3, 4).contains(2, 3)).isTrue();
  }

  @Test
  void needsThreeCorners() {
    assertThatThrownBy(() -> new FloorPolygon(List.of(at(0, 0), at(1, 1))))
        .hasMessage("a polygon needs three corners, found 2");
  }

  @Test
  void aSegmentOfNoLengthIsAPoint() {
    assertThat(new FloorSegment(at(1, 1), at(1, 1)).distanceTo(4, 5)).isEqualTo(5);
  }

  private static FloorPoint at(double x, double y) {
    return new FloorPoint(x, y);
  }
}
