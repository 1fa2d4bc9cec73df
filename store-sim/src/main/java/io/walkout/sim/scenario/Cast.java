package io.walkout.sim.scenario;

import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import java.util.Map;

/**
 * Who and what the names of a script are, for one seed.
 *
 * @param shop the shop
 * @param facings numbers of the facings by name
 * @param people numbers of the plans by person: of each one's first visit
 */
record Cast(SimStore shop, Map<String, Integer> facings, Map<String, Integer> people) {
  /** A place 0.9 m before a facing, out of the way of who stands at it. */
  private static final double BEFORE_METRES = 0.9;

  int facing(String name) {
    Integer f = facings.get(name);
    if (f == null) {
      throw new IllegalStateException("no facing is called " + name);
    }
    return f;
  }

  int person(String name) {
    Integer p = people.get(name);
    if (p == null) {
      throw new IllegalStateException("nobody is called " + name);
    }
    return p;
  }

  FloorPoint before(String name) {
    Facing f = shop.facings().get(facing(name));
    return f.box().pose().apply(new Vec3(f.box().size().x() / 2, -BEFORE_METRES, 0)).floor();
  }
}
