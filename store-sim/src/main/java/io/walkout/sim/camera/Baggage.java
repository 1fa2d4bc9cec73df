package io.walkout.sim.camera;

import io.walkout.sim.people.Prop;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/**
 * How a pram, a bag or a trolley looks, inside its box.
 *
 * @param prop what it shows
 * @param solids what it is made of, at most {@link #MOST_SOLIDS}
 */
record Baggage(Prop prop, List<Solid> solids) {
  /** No thing is made of more solids. */
  static final int MOST_SOLIDS = 6;

  private static final int DARK = 0x2B2D30;

  Baggage(Prop prop) {
    this(prop, build(prop));
  }

  private static List<Solid> build(Prop prop) {
    OrientedBox b = prop.box();
    return switch (prop.kind()) {
      case PRAM ->
          List.of(
              part(b, 0.05, 0.1, 0.38, 0.95, 0.9, 0.68, prop.rgb()),
              part(b, 0.05, 0.1, 0.68, 0.45, 0.9, 0.95, dimmed(prop.rgb())),
              part(b, 0.1, 0, 0, 0.16, 0.1, 0.4, DARK),
              part(b, 0.1, 0.9, 0, 0.16, 1, 0.4, DARK),
              part(b, 0.8, 0, 0, 0.9, 1, 0.22, DARK),
              part(b, 0.95, 0.1, 0.9, 1, 0.9, 1, DARK));
      case BAG ->
          List.of(
              part(b, 0, 0, 0, 1, 1, 0.78, prop.rgb()),
              part(b, 0.25, 0.45, 0.78, 0.3, 0.55, 0.97, DARK),
              part(b, 0.7, 0.45, 0.78, 0.75, 0.55, 0.97, DARK),
              part(b, 0.25, 0.45, 0.95, 0.75, 0.55, 1, DARK));
      case TROLLEY ->
          List.of(
              part(b, 0, 0, 0.1, 1, 1, 0.16, prop.rgb()),
              part(b, 0.04, 0.05, 0.16, 0.8, 0.95, 0.55, 0xB08D5E),
              part(b, 0.1, 0.1, 0.55, 0.6, 0.85, 0.85, 0xA07F52),
              part(b, 0.95, 0, 0, 1, 0.06, 1, DARK),
              part(b, 0.95, 0.94, 0, 1, 1, 1, DARK),
              part(b, 0.95, 0, 0.95, 1, 1, 1, DARK));
    };
  }

  private static Solid part(
      OrientedBox in, double x0, double y0, double z0, double x1, double y1, double z1, int rgb) {
    Vec3 s = in.size();
    RigidTransform pose =
        new RigidTransform(
            in.pose().rotation(), in.pose().apply(new Vec3(x0 * s.x(), y0 * s.y(), z0 * s.z())));
    return new Block(
        pose,
        new Vec3((x1 - x0) * s.x(), (y1 - y0) * s.y(), (z1 - z0) * s.z()),
        Paint.plain(rgb),
        null);
  }

  private static int dimmed(int rgb) {
    return rgb >> 1 & 0x7F7F7F;
  }
}
