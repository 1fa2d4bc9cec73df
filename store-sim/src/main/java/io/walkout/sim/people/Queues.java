package io.walkout.sim.people;

import io.walkout.sim.floor.FloorMap;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits before which facing, and where: one behind the other away from the shelf, and along the
 * aisle where that ends. First come, first served. Holds at most everybody in the scene.
 */
final class Queues {
  /** The first stands so far from the shelf: behind who stands at it. */
  private static final double FIRST_METRES = 1.1;

  /** Who stands at a shelf stands about so far from it. */
  private static final double STAND_METRES = 0.46;

  /** From one to the next. */
  private static final double NEXT_METRES = 0.6;

  /** A place is skipped if somebody stands or waits nearer to it. */
  private static final double APART_METRES = 0.45;

  /** Places looked at before one waits where one is. */
  private static final int MOST_PLACES = 24;

  private final List<Place> places = new ArrayList<>();

  /** Somebody's place in a queue. */
  private static final class Place {
    final Shopper who;
    final int facing;
    FloorPoint at;

    Place(Shopper who, int facing, FloorPoint at) {
      this.who = who;
      this.facing = facing;
      this.at = at;
    }
  }

  /** How many wait for a facing before this one; all, if this one does not wait yet. */
  int ahead(Shopper me, int facing) {
    int ahead = 0;
    for (Place place : places) {
      if (place.who == me) {
        return ahead;
      }
      if (place.facing == facing) {
        ahead++;
      }
    }
    return ahead;
  }

  /** Waits last for a facing. */
  void join(Shopper me, int facing) {
    leave(me);
    places.add(new Place(me, facing, me.at()));
  }

  /** Waits no longer. */
  void leave(Shopper me) {
    places.removeIf(p -> p.who == me);
  }

  /** Where somebody who has joined should stand now. */
  FloorPoint place(Shopper me) {
    for (Place mine : places) {
      if (mine.who == me) {
        mine.at = find(mine);
        return mine.at;
      }
    }
    return me.at();
  }

  /** A place before a shelf near to somebody that another one waits for; null if none is. */
  @Nullable FloorPoint wantedNear(Shopper me, double metres) {
    for (Place place : places) {
      Facing facing = me.scene().shop().facings().get(place.facing);
      FloorPoint wanted = SimStore.before(facing, facing.box().size().x() / 2, STAND_METRES);
      if (place.who != me && wanted.distanceTo(me.at()) < metres) {
        return wanted;
      }
    }
    return null;
  }

  private FloorPoint find(Place mine) {
    SimStore shop = mine.who.scene().shop();
    FloorMap floor = shop.floor();
    Facing facing = shop.facings().get(mine.facing);
    double middle = facing.box().size().x() / 2;
    FloorPoint front = SimStore.before(facing, middle, 0);
    FloorPoint out = SimStore.before(facing, middle, 1);
    double nx = out.x() - front.x();
    double ny = out.y() - front.y();
    // Behind each other as deep as the aisle is, then along it towards the way in.
    double depth = FIRST_METRES;
    while (depth < FIRST_METRES + 2 * NEXT_METRES
        && floor.isFree(front.x() + nx * (depth + 0.3), front.y() + ny * (depth + 0.3))) {
      depth += 0.3;
    }
    double side = alongside(shop, front, nx, ny, depth);
    double far = FIRST_METRES + ahead(mine.who, mine.facing) * NEXT_METRES;
    for (int i = 0; i < MOST_PLACES; i++) {
      double in = Math.min(far, depth);
      for (int s = 0; s < 2; s++) {
        double aside = (s == 0 ? side : -side) * (far - in);
        FloorPoint at =
            new FloorPoint(front.x() + nx * in - ny * aside, front.y() + ny * in + nx * aside);
        if (floor.isReachable(at.x(), at.y()) && isFree(mine, at)) {
          return at;
        }
      }
      far += NEXT_METRES / 2;
    }
    return mine.who.at();
  }

  /** The side of a facing, seen from its shelf, where the aisle is longer: 1 or -1. */
  private static double alongside(
      SimStore shop, FloorPoint front, double nx, double ny, double depth) {
    for (double aside = NEXT_METRES; aside < 6; aside += NEXT_METRES / 2) {
      double x = front.x() + nx * depth;
      double y = front.y() + ny * depth;
      boolean left = shop.floor().isFree(x - ny * aside, y + nx * aside);
      boolean right = shop.floor().isFree(x + ny * aside, y - nx * aside);
      if (left != right) {
        return left ? 1 : -1;
      }
    }
    return 1;
  }

  private boolean isFree(Place mine, FloorPoint at) {
    if (mine.who.scene().room(mine.who, at) < APART_METRES) {
      return false;
    }
    for (Place other : places) {
      if (other == mine) {
        return true;
      }
      if (other.at.distanceTo(at) < APART_METRES) {
        return false;
      }
    }
    return true;
  }
}
