package io.walkout.sim.camera;

import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/** Builds what stands still: gondolas, walls with their doors. */
final class Fixtures {
  private static final double WALL_METRES = 0.1;
  private static final double DOOR_HEIGHT_METRES = 2.1;
  private static final double BOARD_METRES = 0.03;
  private static final double MOST_TOP_METRES = 0.35;

  /** A wall that the camera hangs at, or behind, is left out: it looks through. */
  private static final double CAMERA_CLEARANCE_METRES = 0.03;

  private Fixtures() {}

  /** Boards, price strips, back panels, posts and plinth of a gondola. */
  static void gondola(Gondola gondola, int seed, List<Solid> out) {
    double width = 0;
    double top = 0;
    for (Shelf shelf : gondola.shelves()) {
      Vec3 size = shelf.box().size();
      double z = shelf.box().pose().translation().z();
      width = Math.max(width, size.x());
      top = Math.max(top, z + Math.min(size.z(), MOST_TOP_METRES));
      Niche niche = new Niche(shelf.box());
      boolean high = z > BOARD_METRES + 0.01;
      out.add(
          part(
              shelf,
              0,
              0,
              -BOARD_METRES,
              size.x(),
              size.y(),
              high ? 0.03 : 0.005,
              0x8E9094,
              niche));
      out.add(
          new Block(
              at(shelf, 0, -0.008, -0.034),
              new Vec3(size.x(), 0.008, 0.042),
              new PriceStrip(
                  shelf.plates().size(), Grain.hash(seed, gondola.number(), shelf.id().shelf())),
              null));
      double room = Math.min(size.z(), MOST_TOP_METRES);
      out.add(part(shelf, 0, size.y(), -0.03, size.x(), 0.02, room + 0.03, 0x6F7276, niche));
    }
    if (gondola.shelves().isEmpty()) {
      return;
    }
    Shelf lowest = gondola.shelves().getFirst();
    for (Shelf shelf : gondola.shelves()) {
      if (shelf.box().pose().translation().z() < lowest.box().pose().translation().z()) {
        lowest = shelf;
      }
    }
    double z = lowest.box().pose().translation().z();
    double depth = lowest.box().size().y();
    out.add(part(lowest, 0, depth + 0.02, -z, width, 0.01, top, 0x55585C, null));
    for (double x : new double[] {-0.012, width - 0.012}) {
      out.add(part(lowest, x, depth - 0.03, -z, 0.024, 0.05, top, 0x3C3E42, null));
    }
    if (z > 0.06) {
      out.add(
          part(lowest, 0, 0.05, -z, width, depth - 0.05, Math.min(z - 0.05, 0.14), 0x4A4C50, null));
    }
  }

  private static Block part(
      Shelf shelf,
      double x,
      double y,
      double z,
      double w,
      double d,
      double h,
      int rgb,
      @org.jspecify.annotations.Nullable Niche niche) {
    return new Block(at(shelf, x, y, z), new Vec3(w, d, h), Paint.plain(rgb), niche);
  }

  private static RigidTransform at(Shelf shelf, double x, double y, double z) {
    RigidTransform pose = shelf.box().pose();
    return new RigidTransform(pose.rotation(), pose.apply(new Vec3(x, y, z)));
  }

  /** Walls at the floor's border that face the camera, open where doors are. */
  static void walls(Layout layout, double ceiling, View view, int seed, List<Solid> out) {
    List<FloorPoint> corners = layout.floor().corners();
    double area = 0;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      area += corners.get(j).x() * corners.get(i).y() - corners.get(i).x() * corners.get(j).y();
    }
    for (int i = 0; i < corners.size(); i++) {
      FloorPoint p = corners.get(i);
      FloorPoint q = corners.get((i + 1) % corners.size());
      // Counter-clockwise the inside is to the left of each edge; walls are built so.
      wall(layout, area > 0 ? p : q, area > 0 ? q : p, ceiling, view, seed + 31 * i, out);
    }
  }

  private static void wall(
      Layout layout,
      FloorPoint p,
      FloorPoint q,
      double ceiling,
      View view,
      int seed,
      List<Solid> out) {
    double length = p.distanceTo(q);
    if (length < 0.05) {
      return;
    }
    double ux = (q.x() - p.x()) / length;
    double uy = (q.y() - p.y()) / length;
    double inward = (view.x - p.x()) * -uy + (view.y - p.y()) * ux;
    if (inward < CAMERA_CLEARANCE_METRES) {
      return;
    }
    // The block's y axis points inwards, its face towards the room is at y = WALL_METRES.
    RigidTransform pose =
        new RigidTransform(
            new double[] {ux, -uy, 0, uy, ux, 0, 0, 0, 1},
            new Vec3(p.x() + uy * WALL_METRES, p.y() - ux * WALL_METRES, 0));
    double from = 0;
    while (from < length) {
      double doorFrom = length;
      double doorTo = length;
      for (Door door : layout.doors()) {
        double[] along = along(door, p, ux, uy, length);
        if (along[1] > from + 0.01 && along[0] < doorFrom) {
          doorFrom = Math.max(from, along[0]);
          doorTo = along[1];
        }
      }
      piece(pose, from, doorFrom, 0, ceiling, length, seed, out);
      if (doorFrom < length) {
        piece(pose, doorFrom, doorTo, DOOR_HEIGHT_METRES, ceiling, length, seed, out);
        frame(pose, doorFrom, doorTo, out);
      }
      from = doorTo;
    }
  }

  /** Where on an edge a door is; beyond its end if it is on another. */
  private static double[] along(Door door, FloorPoint p, double ux, double uy, double length) {
    FloorPoint a = door.threshold().a();
    FloorPoint b = door.threshold().b();
    double mx = (a.x() + b.x()) / 2 - p.x();
    double my = (a.y() + b.y()) / 2 - p.y();
    double sa = (a.x() - p.x()) * ux + (a.y() - p.y()) * uy;
    double sb = (b.x() - p.x()) * ux + (b.y() - p.y()) * uy;
    double middle = mx * ux + my * uy;
    if (Math.abs(my * ux - mx * uy) > 0.4 || middle < 0 || middle > length) {
      return new double[] {length, length};
    }
    return new double[] {Math.max(0, Math.min(sa, sb)), Math.min(length, Math.max(sa, sb))};
  }

  private static void piece(
      RigidTransform pose,
      double from,
      double to,
      double low,
      double high,
      double length,
      int seed,
      List<Solid> out) {
    if (to - from < 0.01) {
      return;
    }
    RigidTransform at = new RigidTransform(pose.rotation(), pose.apply(new Vec3(from, 0, low)));
    out.add(
        new Block(
            new OrientedBox(at, new Vec3(to - from, WALL_METRES, high - low)),
            new Plaster(from, to - from, low, high - low, length, seed),
            null));
  }

  private static void frame(RigidTransform pose, double from, double to, List<Solid> out) {
    double[][] parts = {
      {from, 0, 0.06, DOOR_HEIGHT_METRES},
      {to - 0.06, 0, 0.06, DOOR_HEIGHT_METRES},
      {from, DOOR_HEIGHT_METRES - 0.08, to - from, 0.08}
    };
    for (double[] f : parts) {
      RigidTransform at =
          new RigidTransform(pose.rotation(), pose.apply(new Vec3(f[0], -0.02, f[1])));
      out.add(new Block(at, new Vec3(f[2], WALL_METRES + 0.04, f[3]), Paint.plain(0x26282C), null));
    }
  }
}
