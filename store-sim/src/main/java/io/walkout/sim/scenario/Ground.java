package io.walkout.sim.scenario;

import io.walkout.sim.people.Intent;
import io.walkout.sim.people.Plan;
import io.walkout.sim.people.Reachable;
import io.walkout.sim.people.Traits;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.geometry.FloorPoint;
import java.util.Locale;
import java.util.Optional;

/** Where one can be in a shop, how soon, and what one can reach. */
final class Ground {
  static final String EXPECTED = "a walk over free floor";
  static final double LONGEST_SECONDS = 3600;

  /** A place that one knows nothing of. */
  static final double[] SOMEWHERE = {Double.NaN, Double.NaN};

  /** Nobody in the simulator walks faster: the quickest pace, hurrying. */
  private static final double FASTEST_METRES_PER_SECOND = 1.35 * 1.3;

  /** Nobody stands nearer to a facing, nor reaches from further aside. */
  private static final double BEFORE_METRES = 0.45;

  private static final double ASIDE_METRES = 0.6;

  /** The shortest grown-up there is. */
  private static final double SHORTEST_METRES = 1.44;

  /** Even who stands at the door takes a step to be out. */
  private static final double LEAST_WAY_OUT_SECONDS = 0.5;

  private final SimStore shop;

  Ground(SimStore shop) {
    this.shop = shop;
  }

  double[] door() {
    FloorPoint middle = SimStore.middle(shop.entry());
    return new double[] {middle.x(), middle.y()};
  }

  /** The least time from a place out of the shop. */
  double wayOutSeconds(double[] from) {
    FloorPoint middle = SimStore.middle(shop.exit());
    return Math.max(
        LEAST_WAY_OUT_SECONDS, leastSeconds(from, new double[] {middle.x(), middle.y()}));
  }

  double[] before(int facing) {
    Facing f = shop.facings().get(facing);
    FloorPoint at = SimStore.before(f, f.box().size().x() / 2, BEFORE_METRES);
    return new double[] {at.x(), at.y()};
  }

  double[] place(Intent.Stroll stroll) {
    return new double[] {stroll.x(), stroll.y()};
  }

  /** The least time from one place to another; 0 if either is not known. */
  static double leastSeconds(double[] from, double[] to) {
    double metres = StrictMath.hypot(to[0] - from[0], to[1] - from[1]) - ASIDE_METRES;
    return Double.isNaN(metres) ? 0 : Math.max(0, metres) / FASTEST_METRES_PER_SECOND;
  }

  /** Why a walk can't be, if it can't. */
  Optional<String> refusal(double[] from, Intent.Stroll to) {
    String place = String.format(Locale.ROOT, "[%.2f, %.2f]", to.x(), to.y());
    for (Gondola gondola : shop.store().layout().gondolas()) {
      if (gondola.footprint().contains(to.x(), to.y())) {
        return Optional.of("a walk to " + place + ", into gondola " + gondola.number());
      }
    }
    if (!shop.store().layout().floor().contains(to.x(), to.y())) {
      return Optional.of("a walk to " + place + ", outside the floor");
    }
    if (to.straight() && !Double.isNaN(from[0])) {
      return through(from, to, place);
    }
    if (to.straight()
        || shop.floor()
                .nearestFree(new FloorPoint(to.x(), to.y()))
                .distanceTo(new FloorPoint(to.x(), to.y()))
            <= shop.floor().bodyMetres() + 0.1) {
      return Optional.empty();
    }
    return Optional.of("a walk to " + place + ", where nobody gets to");
  }

  private Optional<String> through(double[] from, Intent.Stroll to, String place) {
    int steps = (int) (StrictMath.hypot(to.x() - from[0], to.y() - from[1]) / 0.02) + 1;
    for (int k = 0; k <= steps; k++) {
      double share = (double) k / steps;
      double x = from[0] + share * (to.x() - from[0]);
      double y = from[1] + share * (to.y() - from[1]);
      for (Gondola gondola : shop.store().layout().gondolas()) {
        if (gondola.footprint().contains(x, y)) {
          return Optional.of(
              "a straight walk to " + place + ", through gondola " + gondola.number());
        }
      }
    }
    return Optional.empty();
  }

  /** Why nobody can stand before a facing, if nobody can. */
  Optional<String> outOfReach(int facing) {
    if (shop.isInReach(facing)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s, which can't be reached from the floor: the nearest place to stand is %.1f m away",
            describe(shop, facing),
            shop.awayMetres(facing)));
  }

  /** Why somebody can't reach the goods of a facing, if they can't. */
  Optional<String> tooHigh(Plan plan, int facing) {
    if (plan.traits().kind() != Traits.Kind.CHILD && Double.isNaN(plan.traits().heightMetres())) {
      return Optional.empty();
    }
    double height = plan.traits().heightMetres();
    double up =
        shop.facings().get(facing).box().pose().translation().z()
            + 0.6 * shop.article(facing).heightMetres();
    if (Reachable.from(Double.isNaN(height) ? SHORTEST_METRES : height, up)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s is %.2f m tall and can't reach %s, %.2f m above the floor",
            plan.person(),
            height,
            describe(shop, facing),
            up));
  }

  static String describe(SimStore shop, int facing) {
    Facing f = shop.facings().get(facing);
    return shop.article(facing).name()
        + " (gondola "
        + f.shelf().gondola()
        + ", shelf "
        + f.shelf().shelf()
        + ", plate "
        + f.plates().getFirst().plate()
        + ")";
  }
}
