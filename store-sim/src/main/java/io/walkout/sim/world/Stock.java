package io.walkout.sim.world;

import io.walkout.store.Facing;
import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every unit is. Conserves them: a unit is on a shelf, in somebody's hands, or sold, and the
 * sums are checked at every move. Single-threaded.
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

  private static final double SHELF_FRONT_METRES = 0.02;
  private static final int MOST_ROWS = 6;

  private final SimStore shop;
  private final Dice dice;
  private final Lanes[] byFacing;
  private final Map<ShelfId, Double> shelfShift = new HashMap<>();
  private int total;
  private int onShelves;
  private int inHands;
  private int sold;

  /** Fills the shop. Masses and positions are drawn from the seed. */
  public Stock(SimStore shop, long seed) {
    this.shop = shop;
    this.dice = new Dice(seed, "stock");
    double[] bias = new double[shop.articles().size()];
    List<Article> articles = new ArrayList<>(shop.articles().values());
    for (int i = 0; i < bias.length; i++) {
      bias[i] = 1 + dice.gaussian(CATALOGUE_BIAS);
    }
    byFacing = new Lanes[shop.facings().size()];
    for (int f = 0; f < byFacing.length; f++) {
      byFacing[f] = fill(f, bias[articles.indexOf(shop.article(f))]);
    }
    check();
  }

  private Lanes fill(int f, double bias) {
    Facing facing = shop.facings().get(f);
    Article article = shop.article(f);
    PlateRow row = shop.row(facing.shelf());
    double left = row.left(facing);
    double width = row.width(facing);
    int lanes = Math.max(1, (int) (width / article.widthMetres()));
    int rows =
        Math.clamp((long) ((row.depthMetres() - 0.03) / article.depthMetres()), 1, MOST_ROWS);
    double shift =
        shelfShift.computeIfAbsent(facing.shelf(), s -> dice.gaussian(SHELF_SHIFT_METRES))
            + dice.gaussian(FACING_SHIFT_METRES);
    Lanes made = new Lanes(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      double x = left + width * (lane + 0.5) / lanes + shift;
      int here = Math.max(2, (int) Math.round(rows * dice.between(0.6, 1)));
      for (int place = here - 1; place >= 0; place--) {
        Unit unit =
            new Unit(
                article,
                article.massGrams() * bias * (1 + dice.gaussian(UNIT_SPREAD)),
                facing.shelf());
        place(
            unit,
            row,
            x + dice.gaussian(0.005),
            SHELF_FRONT_METRES + (place + 0.5) * article.depthMetres());
        made.lane(lane).add(unit);
        total++;
        onShelves++;
      }
    }
    return made;
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
    PlateRow row = shop.row(at.shelf());
    double width = row.width(at);
    double slack = Math.max(0, width - unit.article().widthMetres()) / 2;
    place(
        unit,
        row,
        row.left(at) + width / 2 + dice.between(-slack, slack),
        SHELF_FRONT_METRES + unit.article().depthMetres() / 2);
    unit.shelf = at.shelf();
    byFacing[facing].add(unit, at.product().equals(unit.article().code()));
    onShelves++;
    inHands--;
    check();
  }

  /** A unit in somebody's hands leaves the shop with them. */
  public void sell(Unit unit) {
    if (unit.reserved) {
      throw new IllegalStateException(unit.article().name() + " is still on a shelf");
    }
    sold++;
    inHands--;
    check();
  }

  /** Units of the plan's product that stand on a facing. */
  public int count(int facing) {
    return byFacing[facing].count();
  }

  /** Units that stand on a facing that is not theirs. */
  public int strays(int facing) {
    return byFacing[facing].strays.size();
  }

  /** Units in people's hands. */
  public int inHands() {
    return inHands;
  }

  /** Units that left the shop. */
  public int sold() {
    return sold;
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
    if (onShelves + inHands + sold != total || inHands < 0 || onShelves < 0) {
      throw new IllegalStateException(
          "units are lost: " + onShelves + " + " + inHands + " + " + sold + " of " + total);
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
