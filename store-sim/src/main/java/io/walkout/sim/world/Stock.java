package io.walkout.sim.world;

import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every unit is. Conserves them: a unit is on a shelf, with somebody, sold, or taken away by
 * the staff, and the sums are checked at every move; the staff's deliveries add to them.
 * Single-threaded.
 */
public final class Stock {
  /**
   * Standard deviation of a product's true mean mass around the catalogue's, as a share; with
   * {@link #UNIT_SPREAD} it makes the five percent that real goods differ by.
   */
  private static final double CATALOGUE_BIAS = 0.045;

  /** Standard deviation of one unit around its product's true mean, as a share; chosen. */
  private static final double UNIT_SPREAD = 0.02;

  /**
   * How far all goods of a shelf stand from where the plan says, along the shelf; chosen: shops are
   * untidy, but goods push each other along and don't stand in one another.
   */
  private static final double SHELF_SHIFT_METRES = 0.015;

  /** How far one facing stands from that; chosen. */
  private static final double FACING_SHIFT_METRES = 0.004;

  private final SimStore shop;
  private final Dice dice;
  private final Lanes[] byFacing;
  private final Map<ProductCode, Double> bias = new HashMap<>();
  private final Map<ShelfId, Double> shelfShift = new HashMap<>();
  private int total;
  private int onShelves;
  private int inHands;
  private int sold;
  private int withdrawn;

  /** Fills the shop by chance. Masses and positions are drawn from the seed. */
  public Stock(SimStore shop, long seed) {
    this(shop, seed, Stocking.BY_CHANCE);
  }

  /** Fills the shop by chance but for what is ordered. */
  public Stock(SimStore shop, long seed, Stocking stocking) {
    this.shop = shop;
    this.dice = new Dice(seed, "stock");
    for (Article article : shop.articles().values()) {
      bias.put(
          article.code(),
          (1 + dice.gaussian(CATALOGUE_BIAS)) * stocking.massFactor(article.code()));
    }
    byFacing = new Lanes[shop.facings().size()];
    for (int f = 0; f < byFacing.length; f++) {
      byFacing[f] = fill(f, stocking.units(f));
    }
    check();
  }

  private Lanes fill(int f, int ordered) {
    Facing facing = shop.facings().get(f);
    Article article = shop.article(f);
    FacingSpace space = new FacingSpace(shop, f);
    double shift =
        shelfShift.computeIfAbsent(facing.shelf(), s -> dice.gaussian(SHELF_SHIFT_METRES))
            + dice.gaussian(FACING_SHIFT_METRES);
    Lanes made = new Lanes(space.lanes());
    for (int lane = 0; lane < space.lanes(); lane++) {
      double x = space.alongOfLane(lane) + shift;
      int here = Math.max(2, (int) Math.round(space.rows() * dice.between(0.6, 1)));
      if (ordered >= 0) {
        here = (ordered + space.lanes() - 1 - lane) / space.lanes();
      }
      for (int row = here - 1; row >= 0; row--) {
        Unit unit = make(article, facing.shelf());
        place(
            unit,
            space.row(),
            x + dice.gaussian(0.005),
            FacingSpace.FRONT_METRES + (row + 0.5) * article.depthMetres());
        made.lane(lane).add(unit);
        total++;
        onShelves++;
      }
    }
    return made;
  }

  private Unit make(Article article, ShelfId shelf) {
    double mean = article.massGrams() * bias.getOrDefault(article.code(), 1.0);
    return new Unit(article, mean * (1 + dice.gaussian(UNIT_SPREAD)), shelf);
  }

  /**
   * Reserves up to {@code count} units at the front of a facing for one hand, nearest first, all in
   * one lane if it holds enough; fewer, or none, if the facing runs out.
   */
  public List<Unit> reserve(int facing, int count) {
    List<Unit> chosen = byFacing[facing].front(count, dice);
    chosen.forEach(u -> u.reserved = true);
    return chosen;
  }

  /** Reserves a unit of another product that somebody left on this facing, if there is one. */
  public Optional<Unit> reserveStray(int facing) {
    for (Unit unit : byFacing[facing].strays) {
      if (!unit.reserved) {
        unit.reserved = true;
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** Takes a reserved unit off the shelf into a hand. */
  public void lift(int facing, Unit unit) {
    if (!unit.reserved || !byFacing[facing].remove(unit)) {
      throw new IllegalStateException(unit.article().name() + " is not there to be lifted");
    }
    unit.reserved = false;
    onShelves--;
    inHands++;
    check();
  }

  /** Puts a unit from a hand onto a facing, in front of what stands there. */
  public void putBack(int facing, Unit unit) {
    Facing at = shop.facings().get(facing);
    FacingSpace space = new FacingSpace(shop, facing);
    double slack = Math.max(0, space.width() - unit.article().widthMetres()) / 2;
    place(
        unit,
        space.row(),
        space.left() + space.width() / 2 + dice.between(-slack, slack),
        FacingSpace.FRONT_METRES + unit.article().depthMetres() / 2);
    unit.shelf = at.shelf();
    byFacing[facing].add(unit, at.product().equals(unit.article().code()));
    onShelves++;
    inHands--;
    check();
  }

  /** A new unit of a facing's product comes to the hands of the staff, to be put on a shelf. */
  public Unit deliver(int facing) {
    Unit unit = make(shop.article(facing), shop.facings().get(facing).shelf());
    total++;
    inHands++;
    check();
    return unit;
  }

  /** A unit in somebody's hands leaves the shop with them. */
  public void sell(Unit unit) {
    leave(unit);
    sold++;
    check();
  }

  /** A unit in the hands of the staff leaves the shop, unsold. */
  public void withdraw(Unit unit) {
    leave(unit);
    withdrawn++;
    check();
  }

  private void leave(Unit unit) {
    if (unit.reserved) {
      throw new IllegalStateException(unit.article().name() + " is still on a shelf");
    }
    inHands--;
  }

  /** Units of the plan's product that stand on a facing. */
  public int count(int facing) {
    return byFacing[facing].count();
  }

  /** Units that stand on a facing that is not theirs. */
  public int strays(int facing) {
    return byFacing[facing].strays.size();
  }

  /** Units in people's hands, pockets and bags. */
  public int inHands() {
    return inHands;
  }

  /** Units that left the shop. */
  public int sold() {
    return sold;
  }

  /** Units that the staff took away. */
  public int withdrawn() {
    return withdrawn;
  }

  /** Every unit on a shelf, facing by facing. */
  public List<Unit> standing() {
    List<Unit> all = new ArrayList<>();
    for (Lanes lanes : byFacing) {
      lanes.addTo(all);
    }
    if (all.size() != onShelves) {
      throw new IllegalStateException(
          all.size() + " units stand on shelves, but " + onShelves + " were counted");
    }
    return all;
  }

  private void check() {
    if (onShelves + inHands + sold + withdrawn != total || inHands < 0 || onShelves < 0) {
      throw new IllegalStateException(
          "units are lost: "
              + onShelves
              + " on shelves, "
              + inHands
              + " in hands, "
              + (sold + withdrawn)
              + " gone, of "
              + total);
    }
  }

  private void place(Unit unit, PlateRow row, double along, double depth) {
    double half = unit.article().widthMetres() / 2;
    double end = row.endMetres();
    unit.alongMetres = Math.clamp(along, Math.min(half, end / 2), Math.max(end - half, end / 2));
    unit.depthMetres = depth;
    unit.loadGrams = LoadSpread.of(unit, row, dice);
  }
}
