package io.walkout.sim.people;

import io.walkout.store.geometry.Vec3;

/** What a body of some height can reach at a shelf. */
public final class Reachable {
  /** Where one stands before a shelf, and how deep in it the first row of goods is. */
  private static final double BEFORE_METRES = 0.42;

  private static final double DEPTH_METRES = 0.06;

  private Reachable() {}

  /**
   * Whether somebody can take what stands at the front of a shelf.
   *
   * @param heightMetres of the person, 0.8 to 2.1
   * @param upMetres height of the place to grip at
   */
  public static boolean from(double heightMetres, double upMetres) {
    Body body = new Body(BodyShape.ofHeight(heightMetres));
    Vec3 grip = new Vec3(BEFORE_METRES + DEPTH_METRES, 0, upMetres);
    return body.canReach(0, 0, 0, grip, true) || body.canReach(0, 0, 0, grip, false);
  }
}
