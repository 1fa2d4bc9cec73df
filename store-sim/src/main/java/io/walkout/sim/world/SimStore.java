package io.walkout.sim.world;

import io.walkout.sim.floor.FloorMap;
import io.walkout.store.Door;
import io.walkout.store.Facing;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.ProductCode;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop to simulate in. Immutable; safe for any thread. */
public final class SimStore {
  /** How near a body's middle comes to a fixture; in a cramped shop people make themselves thin. */
  private static final double[] BODY_METRES = {0.28, 0.24, 0.2, 0.16};

  /** How far before a facing one stands to look whether it can be got to. */
  private static final double STAND_METRES = 0.46;

  /** Nobody reaches into a shelf from farther off right before it; an arm's length. */
  private static final double REACH_METRES = 0.6;

  /** A place to stand may be so far from straight before its facing. */
  private static final double ASIDE_METRES = 0.4;

  private final Store store;
  private final Map<ProductCode, Article> articles;
  private final Map<ShelfId, PlateRow> rows = new HashMap<>();
  private final FloorMap floor;
  private final double[] awayMetres;
  private final Doorway entry;
  private final Doorway exit;

  /**
   * A shop whose goods' sizes are known.
   *
   * @param store with doors that let in and out, and every facing's product among the articles
   */
  SimStore(Store store, Map<ProductCode, Article> articles, FloorMap floor) {
    this.store = store;
    this.articles = Collections.unmodifiableMap(new LinkedHashMap<>(articles));
    this.floor = floor;
    awayMetres = new double[store.planogram().facings().size()];
    for (int f = 0; f < awayMetres.length; f++) {
      Facing facing = store.planogram().facings().get(f);
      FloorPoint before = before(facing, facing.box().size().x() / 2, STAND_METRES);
      awayMetres[f] = floor.nearestFree(before).distanceTo(before);
    }
    for (Shelf shelf : store.layout().shelves()) {
      rows.put(shelf.id(), new PlateRow(shelf));
    }
    List<Door> doors = store.layout().doors();
    entry =
        Doorway.of(doors.stream().filter(d -> d.use().letsIn()).findFirst().orElseThrow(), floor);
    exit =
        Doorway.of(doors.stream().filter(d -> d.use().letsOut()).findFirst().orElseThrow(), floor);
  }

  /**
   * Any store as a shop to simulate in. What the store does not say is made up, the same way every
   * time: sizes of goods, masses of those that have none (the store's own catalogue stays without),
   * and doors, which then stand in {@link #store()}.
   *
   * @throws IllegalArgumentException if nobody has room on its floor, or it has no doors and no
   *     place for any
   */
  public static SimStore of(Store store) {
    FloorMap floor = floor(store);
    Layout layout = store.layout();
    Store complete =
        new Store(
            store.name(),
            store.zone(),
            store.currency(),
            new Layout(
                layout.floor(),
                layout.gondolas(),
                layout.cameras(),
                DoorPlaces.completed(layout, floor),
                layout.zones()),
            InventedArticles.completed(store),
            store.planogram(),
            store.policy());
    return new SimStore(complete, InventedArticles.of(complete), floor);
  }

  /**
   * The same shop with other goods on some facings; told as its plan, and true.
   *
   * @param products what stands there, by the facing's number; of this shop's articles
   */
  public SimStore holding(Map<Integer, ProductCode> products) {
    List<Facing> facings = new ArrayList<>(store.planogram().facings());
    products.forEach(
        (f, product) -> {
          if (!articles.containsKey(product)) {
            throw new IllegalArgumentException("there are no goods with the code " + product);
          }
          Facing was = facings.get(f);
          facings.set(f, new Facing(product, was.plates(), was.box()));
        });
    Store other =
        new Store(
            store.name(),
            store.zone(),
            store.currency(),
            store.layout(),
            store.catalogue(),
            new Planogram(facings),
            store.policy());
    return new SimStore(other, articles, floor);
  }

  /** The floor with as much room for bodies as leaves no facing out that a thinner one reaches. */
  static FloorMap floor(Store store) {
    List<FloorPolygon> footprints =
        store.layout().gondolas().stream().map(Gondola::footprint).toList();
    FloorMap best = null;
    int most = -1;
    for (double body : BODY_METRES) {
      FloorMap floor;
      try {
        floor = new FloorMap(store.layout().floor(), footprints, body);
      } catch (IllegalArgumentException e) {
        if (body == BODY_METRES[BODY_METRES.length - 1] && best == null) {
          throw e;
        }
        continue;
      }
      int reached = 0;
      for (Facing facing : store.planogram().facings()) {
        FloorPoint before = before(facing, facing.box().size().x() / 2, STAND_METRES);
        if (floor.nearestFree(before).distanceTo(before) < ASIDE_METRES) {
          reached++;
        }
      }
      if (reached > most) {
        most = reached;
        best = floor;
      }
      if (most == store.planogram().facings().size()) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("nobody has room on the floor of " + store.name());
    }
    return best;
  }

  /** What the rest of Walkout may know of it. */
  public Store store() {
    return store;
  }

  /** The sizes of its goods, by code, in the catalogue's order; unmodifiable. */
  public Map<ProductCode, Article> articles() {
    return articles;
  }

  /** Where people can walk. */
  public FloorMap floor() {
    return floor;
  }

  /** The facings, numbered as in every call that takes a facing's number. */
  public List<Facing> facings() {
    return store.planogram().facings();
  }

  /** How far from right before a facing the nearest place is where somebody can stand, metres. */
  public double awayMetres(int facing) {
    return awayMetres[facing];
  }

  /** Whether somebody on the floor gets a hand to a facing: no arm is longer. */
  public boolean isInReach(int facing) {
    return awayMetres[facing] <= REACH_METRES;
  }

  /** The facings that are in reach, in order; empty if there are none. */
  public List<Integer> inReach() {
    List<Integer> reached = new ArrayList<>();
    for (int f = 0; f < awayMetres.length; f++) {
      if (isInReach(f)) {
        reached.add(f);
      }
    }
    return reached;
  }

  /** The article that stands on a facing by plan. */
  public Article article(int facing) {
    Article article = articles.get(facings().get(facing).product());
    if (article == null) {
      throw new IllegalStateException("facing " + facing + " holds no known article");
    }
    return article;
  }

  /** Where the plates of a shelf lie. */
  public PlateRow row(ShelfId shelf) {
    PlateRow row = rows.get(shelf);
    if (row == null) {
      throw new IllegalArgumentException("there is no shelf " + shelf);
    }
    return row;
  }

  /** A place on the floor before a facing; it need not be free. */
  public static FloorPoint before(Facing facing, double alongMetres, double distanceMetres) {
    return facing.box().pose().apply(new Vec3(alongMetres, -distanceMetres, 0)).floor();
  }

  /** The door people come in by. */
  public Door entry() {
    return entry.door();
  }

  /** The door people go out by. */
  public Door exit() {
    return exit.door();
  }

  /** The way through the door people come in by. */
  public Doorway wayIn() {
    return entry;
  }

  /** The way through the door people go out by; its outside is where they vanish. */
  public Doorway wayOut() {
    return exit;
  }

  /** Middle of a door's threshold. */
  public static FloorPoint middle(Door door) {
    FloorPoint a = door.threshold().a();
    FloorPoint b = door.threshold().b();
    return new FloorPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }
}
