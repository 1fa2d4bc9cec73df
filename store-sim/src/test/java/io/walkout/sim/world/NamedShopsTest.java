package io.walkout.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.Camera;
import io.walkout.store.Gondola;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamedShopsTest {
  static List<String> names() {
    return NamedShops.names();
  }

  @Test
  void theHallHasAHundredSquareMetresAndRoomForThirty() {
    SimStore hall = NamedShops.named("hall");
    FloorMap floor = hall.floor();
    double area = (floor.maxX() - floor.minX()) * (floor.maxY() - floor.minY());
    assertThat(area).isBetween(95.0, 105.0);
    assertThat(hall.store().layout().gondolas()).hasSize(15);
    assertThat(hall.store().layout().plateCount()).isEqualTo(648);
    assertThat(hall.store().layout().cameras()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFacingCanBeStoodBeforeAndWalkedTo(String name) {
    SimStore shop = NamedShops.named(name);
    assertThat(shop.floor().bodyMetres()).isEqualTo(0.28);
    for (var facing : shop.facings()) {
      var before = SimStore.before(facing, facing.box().size().x() / 2, 0.46);
      assertThat(shop.floor().isReachable(before.x(), before.y())).as("%s", facing).isTrue();
      assertThat(shop.floor().path(shop.wayIn().inside(), before)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void hardlyAPlaceIsOutOfEveryCamerasSight(String name) {
    SimStore shop = NamedShops.named(name);
    FloorMap floor = shop.floor();
    int places = 0;
    int seen = 0;
    for (double x = floor.minX() + 0.1; x < floor.maxX(); x += 0.25) {
      for (double y = floor.minY() + 0.1; y < floor.maxY(); y += 0.25) {
        if (floor.isReachable(x, y)) {
          Vec3 chest = new Vec3(x, y, 1.2);
          places++;
          seen +=
              shop.store().layout().cameras().stream().anyMatch(c -> sees(shop, c, chest)) ? 1 : 0;
        }
      }
    }
    assertThat((double) seen / places).isGreaterThan(0.97);
  }

  private static boolean sees(SimStore shop, Camera camera, Vec3 p) {
    CameraModel m = camera.model();
    double[] pixel = new double[2];
    if (!m.project(p.x(), p.y(), p.z(), pixel)
        || pixel[0] < 0
        || pixel[1] < 0
        || pixel[0] >= m.widthPixels()
        || pixel[1] >= m.heightPixels()) {
      return false;
    }
    Vec3 way = p.minus(m.position());
    // What lies far outside the picture may fold back into it.
    if (m.ray(pixel[0], pixel[1]).dot(way) / way.norm() < 0.9999) {
      return false;
    }
    for (double t = 0; t < 1; t += 0.01) {
      Vec3 at = m.position().plus(way.times(t));
      for (Gondola gondola : shop.store().layout().gondolas()) {
        if (at.z() < 1.65 && gondola.footprint().contains(at.x(), at.y())) {
          return false;
        }
      }
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("names")
  void lensesDistortAndYetEveryPixelHasOneRay(String name) {
    for (Camera camera : NamedShops.named(name).store().layout().cameras()) {
      CameraModel m = camera.model();
      assertThat(m.distortion()[0]).isBetween(-0.31, -0.24);
      double[] pixel = new double[2];
      for (int u = 0; u <= m.widthPixels(); u += 40) {
        for (int v = 0; v <= m.heightPixels(); v += 40) {
          Vec3 far = m.position().plus(m.ray(u, v).times(3));
          assertThat(m.project(far.x(), far.y(), far.z(), pixel)).isTrue();
          assertThat(pixel[0]).as("%s %d %d", camera.id(), u, v).isCloseTo(u, Offset.offset(0.05));
          assertThat(pixel[1]).isCloseTo(v, Offset.offset(0.05));
        }
      }
      double[] d = m.distortion();
      double last = 0;
      double corner = StrictMath.hypot(m.widthPixels() / m.fx(), m.heightPixels() / m.fy()) / 2;
      for (double r = 0.01; last < corner + 0.05; r += 0.01) {
        double out = r * (1 + r * r * (d[0] + r * r * (d[1] + r * r * d[4])));
        assertThat(out).as("the picture's radius grows with the angle").isGreaterThan(last);
        last = out;
      }
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> NamedShops.named("mall"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'mall'")
        .hasMessageContaining("hall");
  }
}
