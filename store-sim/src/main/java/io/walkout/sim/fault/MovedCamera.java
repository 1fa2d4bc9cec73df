package io.walkout.sim.fault;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Camera;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.List;

/**
 * A camera that somebody pushed.
 *
 * @param camera as the store file tells it, and as it hung before
 * @param atSeconds when it was pushed
 * @param moved where it truly hangs since then
 */
record MovedCamera(Camera camera, double atSeconds, CameraModel moved) {
  static MovedCamera of(Choices choices, SimStore shop, List<String> said) {
    Camera camera = FrameFault.drawnCamera(choices, shop);
    double at = choices.drawn("at", 3, 15);
    double degrees = choices.number("degrees", 3);
    double metres = choices.number("metres", 0.05);
    Vec3 axis = direction(choices.dice());
    Vec3 way = direction(choices.dice());
    said.add(
        choices.says(
            "camera "
                + camera.id()
                + " is turned by "
                + Parameter.text(degrees)
                + " degrees and shifted by "
                + Parameter.text(metres)
                + " m at "
                + Parameter.text(at)
                + " s"));
    CameraModel m = camera.model();
    RigidTransform turn =
        RigidTransform.rodrigues(axis.times(Math.toRadians(degrees)), new Vec3(0, 0, 0));
    RigidTransform pose =
        new RigidTransform(
            turn.compose(m.cameraToStore()).rotation(),
            m.cameraToStore().translation().plus(way.times(metres)));
    return new MovedCamera(
        camera,
        at,
        new CameraModel(
            m.widthPixels(),
            m.heightPixels(),
            m.fx(),
            m.fy(),
            m.cx(),
            m.cy(),
            m.distortion(),
            pose));
  }

  /** Where a point seems to be to who believes the old calibration. */
  Vec3 seems(Vec3 point) {
    return camera.model().cameraToStore().apply(moved.cameraToStore().applyInverse(point));
  }

  private static Vec3 direction(Dice dice) {
    Vec3 v = new Vec3(dice.gaussian(), dice.gaussian(), dice.gaussian());
    return v.norm() > 1e-6 ? v.times(1 / v.norm()) : new Vec3(0, 0, 1);
  }
}
