package io.walkout.sim.people;

import io.walkout.sim.people.Holding.Held;
import io.walkout.sim.people.Holding.Where;
import io.walkout.sim.world.Unit;
import io.walkout.store.geometry.Vec3;
import java.util.List;
import java.util.stream.Stream;

/**
 * The deeds of a hand on one's own body: things go to a bag or a pocket, come out of it, or change
 * hands. Made into activities by {@link #activity}.
 */
final class Stowing implements Reaching.Deed {
  private final Shopper me;
  private final List<Held> what;
  private final Where to;
  private final Act.Kind kind;

  private Stowing(Shopper me, List<Held> what, Where to, Act.Kind kind) {
    this.me = me;
    this.what = List.copyOf(what);
    this.to = to;
    this.kind = kind;
  }

  /** What a hand holds goes to the bag. */
  static Activity stow(Shopper me, boolean left) {
    return activity(
        me, left, new Stowing(me, me.holding().in(Where.hand(left)), Where.BAG, Act.Kind.STOW));
  }

  /** A unit in a hand goes to a pocket. */
  static Activity pocket(Shopper me, Held held) {
    boolean left = me.holding().whereIs(held) == Where.LEFT;
    return activity(me, left, new Stowing(me, List.of(held), Where.POCKET, Act.Kind.POCKET));
  }

  /** A unit comes out of a bag or a pocket. */
  static Activity fetch(Shopper me, Held held, boolean left) {
    return activity(me, left, new Stowing(me, List.of(held), Where.hand(left), Act.Kind.FETCH));
  }

  /** Both hands meet before the chest, and what they hold changes hands. */
  static Activity swap(Shopper me, boolean left) {
    Stowing deed = new Stowing(me, List.of(), Where.hand(!left), Act.Kind.SWAP);
    Activity one = new Reaching(me, me.spot(Body.Spot.CHEST, left), left, deed, 0.15, false);
    Vec3 chest = me.spot(Body.Spot.CHEST, !left);
    Activity other = new Reaching(me, chest, !left, new Hands.Nothing(), 0.3, false);
    return new Both(one, other);
  }

  private static Activity activity(Shopper me, boolean left, Stowing deed) {
    boolean pocket =
        deed.to == Where.POCKET
            || (deed.kind == Act.Kind.FETCH
                && me.holding().whereIs(deed.what.getFirst()) == Where.POCKET);
    Body.Spot spot = pocket ? Body.Spot.POCKET : Body.Spot.BAG;
    return new Reaching(me, me.spot(spot, left), left, deed, 0.1, false);
  }

  @Override
  public void contact(double seconds, double restSeconds) {}

  @Override
  public double begin(double seconds, Vec3 place) {
    List<Unit> units;
    if (kind == Act.Kind.SWAP) {
      units = inHands();
      me.holding().swap();
    } else {
      units = what.stream().map(Held::unit).toList();
      what.forEach(h -> me.holding().move(h, to));
    }
    if (kind == Act.Kind.STOW) {
      me.belongings().usesBag();
    }
    me.did(kind, seconds, units, -1, place);
    return me.dice().between(0.15, 0.4);
  }

  private List<Unit> inHands() {
    return Stream.of(Where.LEFT, Where.RIGHT)
        .flatMap(w -> me.holding().in(w).stream())
        .map(Held::unit)
        .toList();
  }
}
