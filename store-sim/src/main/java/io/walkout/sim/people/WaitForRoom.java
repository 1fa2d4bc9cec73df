package io.walkout.sim.people;

import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import org.jspecify.annotations.Nullable;

/**
 * Waits for room before a facing, in a queue behind who stands there; over at once if there is
 * room, and after a while in any case: then one squeezes in.
 */
final class WaitForRoom implements Activity {
  private static final double PATIENCE_SECONDS = 40;

  /** A queue moves up this often, seconds. */
  private static final double LOOK_SECONDS = 0.5;

  /** Nobody shuffles for less, metres. */
  private static final double SHUFFLE_METRES = 0.3;

  private final Shopper me;
  private final int facing;
  private final double distance;
  private double end = Double.NaN;
  private double nextLook;
  private @Nullable Walking shuffle;

  WaitForRoom(Shopper me, int facing, double distance) {
    this.me = me;
    this.facing = facing;
    this.distance = distance;
  }

  @Override
  public boolean step(double seconds, double step) {
    Scene scene = me.scene();
    if (Double.isNaN(end)) {
      if (isMyTurn(scene)) {
        return true;
      }
      end = seconds + PATIENCE_SECONDS;
      nextLook = seconds;
      scene.queues().join(me, facing);
    }
    if (seconds >= nextLook) {
      nextLook = seconds + LOOK_SECONDS;
      if (seconds >= end || isMyTurn(scene)) {
        scene.queues().leave(me);
        return true;
      }
      FloorPoint place = scene.queues().place(me);
      if (shuffle == null && place.distanceTo(me.at()) > SHUFFLE_METRES) {
        shuffle = new Walking(me, place, false);
      }
    }
    if (shuffle != null) {
      if (shuffle.step(seconds, step)) {
        shuffle = null;
      }
    } else {
      Facing f = scene.shop().facings().get(facing);
      FloorPoint there = f.box().centre().floor();
      me.turnTo(StrictMath.atan2(there.y() - me.y, there.x() - me.x), step);
    }
    return false;
  }

  private boolean isMyTurn(Scene scene) {
    return scene.queues().ahead(me, facing) == 0
        && !scene.isCrowded(me, scene.spot(me, facing, distance));
  }
}
