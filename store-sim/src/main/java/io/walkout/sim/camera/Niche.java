package io.walkout.sim.camera;

import io.walkout.store.geometry.OrientedBox;

/** The room over a shelf: the further in and the further up under the next board, the darker. */
final class Niche {
  private final double ox;
  private final double oy;
  private final double oz;
  private final double yx;
  private final double yy;
  private final double room;

  Niche(OrientedBox shelf) {
    double[] r = shelf.pose().rotation();
    ox = shelf.pose().translation().x();
    oy = shelf.pose().translation().y();
    oz = shelf.pose().translation().z();
    yx = r[1];
    yy = r[4];
    room = Math.max(0.1, shelf.size().z());
  }

  /** Share of the room's light that gets to a point of the store. */
  float light(double x, double y, double z) {
    double depth = Math.max(0, (x - ox) * yx + (y - oy) * yy);
    double up = Math.clamp((z - oz) / room, 0, 1);
    return (float) (1 / (1 + 3.2 * depth) * (1 - 0.3 * up * up * Math.min(1, depth * 8)));
  }
}
