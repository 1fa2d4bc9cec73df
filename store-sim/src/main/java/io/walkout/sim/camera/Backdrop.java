package io.walkout.sim.camera;

import io.walkout.sim.Stage;
import io.walkout.sim.world.Unit;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Shelf;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * All that stands still, drawn once and kept: floor, walls, gondolas, and every pack on a shelf.
 * Where the stock changed, only that piece is drawn anew.
 */
final class Backdrop {
  /** Stock is compared at least this often, simulation seconds, and whenever a hand took or put. */
  private static final double COMPARE_SECONDS = 0.25;

  /** More pieces than this at once are drawn as one whole picture. */
  private static final int MOST_PIECES = 24;

  final Layer layer;

  /** Colour by sample and pixel, packed as {@link Shade#packed} does. */
  final int[][] colour;

  /** Mean of the samples, blue, green, red interleaved, 0 to 4092. */
  final int[] picture;

  /** The same through the lens. */
  final int[] imaged;

  /** Whether a pixel shows the shop's floor. */
  final boolean[] floor;

  final Ground ground;
  private final Stage stage;
  private final Optics optics;
  private final double ceilingMetres;
  private final int seed;
  private final List<Solid> fixtures = new ArrayList<>();
  private final List<Solid> drawn = new ArrayList<>();
  private final Map<ShelfId, Niche> niches = new HashMap<>();
  private final IdentityHashMap<Unit, Standing> standing = new IdentityHashMap<>();
  private final List<Bounds> pieces = new ArrayList<>();
  private final Shade shade = new Shade();
  private long generation;
  private int inHands = -1;
  private int sold = -1;
  private double compared = Double.NEGATIVE_INFINITY;

  /** A unit as it was last drawn. */
  private static final class Standing {
    final Pack pack;
    ShelfId shelf;
    double along;
    double depth;
    long seen;

    Standing(Pack pack, ShelfId shelf) {
      this.pack = pack;
      this.shelf = shelf;
    }
  }

  Backdrop(Stage stage, View view, Optics optics) {
    this.stage = stage;
    this.optics = optics;
    layer = new Layer(view.width, view.height);
    int pixels = view.width * view.height;
    colour = new int[View.SAMPLES][pixels];
    picture = new int[3 * pixels];
    imaged = new int[3 * pixels];
    floor = new boolean[pixels];
    Layout layout = stage.shop().store().layout();
    ceilingMetres = Math.max(3, highestCamera(layout) + 0.25);
    seed = stage.shop().store().name().hashCode();
    ground = new Ground(layout.floor(), ceilingMetres, seed);
    layout.shelves().forEach(s -> niches.put(s.id(), new Niche(s.box())));
    look(view);
  }

  private static double highestCamera(Layout layout) {
    return layout.cameras().stream().mapToDouble(c -> c.model().position().z()).max().orElse(0);
  }

  /** The camera hangs anew: everything is drawn. */
  void look(View view) {
    Layout layout = stage.shop().store().layout();
    fixtures.clear();
    fixtures.add(ground);
    fixtures.add(new Ceiling(Math.max(ceilingMetres, view.z + 0.1)));
    Fixtures.walls(layout, ceilingMetres, view, seed, fixtures);
    for (Gondola gondola : layout.gondolas()) {
      Fixtures.gondola(gondola, seed, fixtures);
    }
    fixtures.forEach(s -> s.place(view));
    compare(view);
    standing.values().forEach(s -> placeAll(s.pack, view));
    pieces.clear();
    redraw(view, 0, 0, view.width, view.height);
  }

  /**
   * Draws what changed on the shelves.
   *
   * @param changed receives the squares of the picture that did
   */
  void keepUp(double seconds, View view, Tiles changed) {
    boolean moved = stage.stock().inHands() != inHands || stage.stock().sold() != sold;
    if (!moved && seconds - compared < COMPARE_SECONDS) {
      return;
    }
    compared = seconds;
    compare(view);
    if (pieces.size() > MOST_PIECES) {
      redraw(view, 0, 0, view.width, view.height);
      changed.mark(0, 0, view.width, view.height);
    } else {
      for (Bounds piece : pieces) {
        int x0 = piece.x0(0);
        int y0 = piece.y0(0);
        int x1 = piece.x1(view.width);
        int y1 = piece.y1(view.height);
        if (x0 < x1 && y0 < y1) {
          redraw(view, x0, y0, x1, y1);
          changed.mark(x0, y0, x1, y1);
        }
      }
    }
    pieces.clear();
  }

  /** Finds the units that came, went or were moved, and notes where they were or are to be seen. */
  private void compare(View view) {
    inHands = stage.stock().inHands();
    sold = stage.stock().sold();
    generation++;
    for (Unit unit : stage.stock().standing()) {
      Standing known = standing.get(unit);
      if (known == null
          || !known.shelf.equals(unit.shelf())
          || known.along != unit.alongMetres()
          || known.depth != unit.depthMetres()) {
        if (known != null) {
          note(known.pack);
        }
        known = stand(unit, view);
        standing.put(unit, known);
        note(known.pack);
      }
      known.seen = generation;
    }
    // The order of an identity map is not the same in every run; what is removed does not depend on
    // it, and the pieces are drawn to the same pixels in any order.
    for (Iterator<Standing> all = standing.values().iterator(); all.hasNext(); ) {
      Standing one = all.next();
      if (one.seen != generation) {
        note(one.pack);
        all.remove();
      }
    }
    drawn.clear();
    drawn.addAll(fixtures);
    for (Unit unit : stage.stock().standing()) {
      Standing one = standing.get(unit);
      if (one != null) {
        drawn.addAll(List.of(one.pack.solids()));
      }
    }
  }

  private Standing stand(Unit unit, View view) {
    Shelf shelf = stage.shop().store().layout().shelf(unit.shelf()).orElseThrow();
    Standing made = new Standing(new Pack(unit.article(), niches.get(unit.shelf())), unit.shelf());
    made.along = unit.alongMetres();
    made.depth = unit.depthMetres();
    RigidTransform pose = shelf.box().pose();
    Vec3 base = pose.apply(new Vec3(made.along, made.depth, 0));
    Vec3 along = pose.rotate(new Vec3(1, 0, 0));
    made.pack.stand(base.x(), base.y(), base.z(), along.x(), along.y());
    placeAll(made.pack, view);
    return made;
  }

  private static void placeAll(Pack pack, View view) {
    for (Solid solid : pack.solids()) {
      solid.place(view);
    }
  }

  private void note(Pack pack) {
    Bounds all = new Bounds();
    for (Solid solid : pack.solids()) {
      all.add(solid.bounds);
    }
    if (!all.isEmpty()) {
      pieces.add(all);
    }
  }

  private void redraw(View view, int x0, int y0, int x1, int y1) {
    layer.clear(x0, y0, x1, y1);
    for (int key = 0; key < drawn.size(); key++) {
      Solid solid = drawn.get(key);
      if (solid.bounds.x0(x0) < solid.bounds.x1(x1) && solid.bounds.y0(y0) < solid.bounds.y1(y1)) {
        for (int s = 0; s < View.SAMPLES; s++) {
          solid.draw(view, layer, s, key, x0, y0, x1, y1);
        }
      }
    }
    for (int y = y0; y < y1; y++) {
      for (int i = y * view.width + x0; i < y * view.width + x1; i++) {
        develop(view, i);
      }
    }
    // Keys are places in a list that changes with the stock; only depths and colours stay valid.
    optics.image(
        picture,
        imaged,
        Math.max(0, x0 - Optics.REACH),
        Math.max(0, y0 - Optics.REACH),
        Math.min(view.width, x1 + Optics.REACH),
        Math.min(view.height, y1 + Optics.REACH));
  }

  private void develop(View view, int i) {
    int blue = 0;
    int green = 0;
    int red = 0;
    int onFloor = 0;
    for (int s = 0; s < View.SAMPLES; s++) {
      int key = layer.key[s][i];
      if (layer.depth[s][i] == Float.POSITIVE_INFINITY) {
        shade.set(Float.isNaN(view.a[s][i]) ? 0 : 0xB8C4CE);
      } else {
        drawn.get(key).shade(view, view.a[s][i], view.b[s][i], layer.depth[s][i], shade);
        onFloor += key == 0 ? 1 : 0;
      }
      int packed = shade.packed();
      colour[s][i] = packed;
      red += packed >> 20;
      green += packed >> 10 & 1023;
      blue += packed & 1023;
    }
    picture[3 * i] = blue;
    picture[3 * i + 1] = green;
    picture[3 * i + 2] = red;
    floor[i] = onFloor > 1;
  }
}
