package io.walkout.ingest.storefile;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Planogram;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.Zone;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws a store as an SVG picture to look at: the floor, fixtures with the side goods are taken
 * from and how many facings stand where, doors, zones, cameras with what they see of the floor, and
 * optionally where people walked. Seen from above, x to the right, y up. The same store gives the
 * same bytes.
 */
public final class FloorPlanSvg {
  /**
   * Where somebody walked.
   *
   * @param label for people
   * @param points in order, metres
   */
  public record PersonPath(String label, List<FloorPoint> points) {
    /** Copies the list. */
    public PersonPath {
      points = List.copyOf(points);
    }
  }

  /** Room around the drawing for people outside and labels, metres. */
  private static final double MARGIN = 0.6;

  /** Chosen: fits a screen. */
  private static final double LONGEST_SIDE_PIXELS = 1200;

  private static final double LEGEND_PIXELS = 64;

  /** Colours of people that colour-blind readers can tell apart (Okabe and Ito, 2008). */
  private static final List<String> PATH_COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  private final Layout layout;
  private final SvgCanvas svg;
  private final double widthPixels;
  private final double heightPixels;
  private final double pixelsPerMetre;

  private FloorPlanSvg(Layout layout, List<PersonPath> paths) {
    this.layout = layout;
    Extent extent = new Extent();
    layout.floor().corners().forEach(extent::add);
    layout.gondolas().forEach(g -> g.footprint().corners().forEach(extent::add));
    layout.zones().forEach(z -> z.area().corners().forEach(extent::add));
    layout.cameras().forEach(c -> extent.add(c.model().position().floor()));
    paths.forEach(p -> p.points().forEach(extent::add));
    double width = extent.maxX - extent.minX + 2 * MARGIN;
    double height = extent.maxY - extent.minY + 2 * MARGIN;
    pixelsPerMetre = LONGEST_SIDE_PIXELS / Math.max(width, height);
    // A long, narrow store still gets room for its legend.
    widthPixels = Math.max(width * pixelsPerMetre, 760);
    heightPixels = height * pixelsPerMetre + LEGEND_PIXELS;
    svg =
        new SvgCanvas(
            extent.minX - MARGIN, extent.maxY + MARGIN, pixelsPerMetre, widthPixels, heightPixels);
  }

  /** Draws a store with its facings. */
  public static String draw(Store store) {
    return draw(store.layout(), store.planogram(), List.of());
  }

  /** Draws a layout alone. */
  public static String draw(Layout layout) {
    return draw(layout, new Planogram(List.of()), List.of());
  }

  /**
   * Draws a layout, its facings, and paths of people.
   *
   * @param paths drawn in this order, the last on top; those without points are left out
   */
  public static String draw(Layout layout, Planogram planogram, List<PersonPath> paths) {
    return new FloorPlanSvg(layout, paths).draw(planogram, paths);
  }

  private String draw(Planogram planogram, List<PersonPath> paths) {
    svg.polygon(
        layout.floor(), "fill=\"#ffffff\" stroke=\"#3c3c3c\" stroke-width=\"2.5\"", "floor");
    zones();
    views();
    gondolas(planogram);
    doors();
    cameras();
    people(paths);
    new FloorPlanLegend(svg, pixelsPerMetre, widthPixels, heightPixels).draw();
    return svg.finish();
  }

  private void zones() {
    svg.open("zones");
    for (Zone zone : layout.zones()) {
      String colour =
          switch (zone.kind()) {
            case SHOPPING -> "#dbeccb";
            case STAFF -> "#f6dcc0";
            case OUTSIDE -> "#d8d8d8";
          };
      svg.polygon(
          zone.area(),
          "fill=\""
              + colour
              + "\" fill-opacity=\"0.7\" stroke=\"#888888\" stroke-dasharray=\"4 3\"",
          zone.name());
      FloorPoint middle = Polygons.middle(zone.area());
      svg.label(middle.x(), middle.y(), 12, "#555555", zone.name());
    }
    svg.close();
  }

  private void gondolas(Planogram planogram) {
    svg.open("gondolas");
    Map<Integer, List<OrientedBox>> facings = new TreeMap<>();
    planogram
        .facings()
        .forEach(
            f -> facings.computeIfAbsent(f.shelf().gondola(), g -> new ArrayList<>()).add(f.box()));
    for (Gondola gondola : layout.gondolas()) {
      int plates = gondola.shelves().stream().mapToInt(s -> s.plates().size()).sum();
      List<OrientedBox> boxes = facings.getOrDefault(gondola.number(), List.of());
      String title =
          String.format(
              Locale.ROOT,
              "gondola %d: %d shelves, %d plates, %d facings",
              gondola.number(),
              gondola.shelves().size(),
              plates,
              boxes.size());
      svg.polygon(
          gondola.footprint(), "fill=\"#cfd6de\" stroke=\"#4f5b66\" stroke-width=\"1.5\"", title);
      for (Shelf shelf : gondola.shelves()) {
        svg.polygon(
            shelf.box().footprint(),
            "fill=\"none\" stroke=\"#8894a0\" stroke-width=\"0.8\"",
            "shelf " + shelf.id());
      }
      for (OrientedBox box : boxes) {
        svg.polygon(box.footprint(), "fill=\"#2b6cb0\" fill-opacity=\"0.13\"", "");
      }
      for (Shelf shelf : gondola.shelves()) {
        RigidTransform pose = shelf.box().pose();
        svg.path(
            List.of(
                pose.translation().floor(),
                pose.apply(new Vec3(shelf.box().size().x(), 0, 0)).floor()),
            "stroke=\"#c53030\" stroke-width=\"3\" stroke-linecap=\"round\"",
            "front of shelf " + shelf.id());
      }
      FloorPoint middle = Polygons.middle(gondola.footprint());
      svg.circle(middle, 11, "fill=\"#ffffff\" fill-opacity=\"0.85\"", title);
      svg.textAt(
          svg.u(middle.x()),
          svg.v(middle.y()) + 5,
          15,
          "#1a202c",
          "middle",
          Integer.toString(gondola.number()));
    }
    svg.close();
  }

  private void doors() {
    svg.open("doors");
    for (Door door : layout.doors()) {
      FloorPoint a = door.threshold().a();
      FloorPoint b = door.threshold().b();
      String name = door.id() + " (" + door.use() + ")";
      svg.path(List.of(a, b), "stroke=\"#f6f4ef\" stroke-width=\"8\"", "");
      svg.path(List.of(a, b), "stroke=\"#2f855a\" stroke-width=\"5\"", "door " + name);
      svg.label((a.x() + b.x()) / 2, (a.y() + b.y()) / 2 + 0.12, 12, "#22543d", name);
    }
    svg.close();
  }

  /** Under the fixtures: what each camera sees of the floor. */
  private void views() {
    svg.open("views");
    for (Camera camera : layout.cameras()) {
      FloorView.of(camera.model(), layout.floor())
          .ifPresent(
              view ->
                  svg.polygon(
                      view,
                      "fill=\"#805ad5\" fill-opacity=\"0.07\" stroke=\"#805ad5\""
                          + " stroke-opacity=\"0.45\" stroke-dasharray=\"6 4\"",
                      "seen by " + camera.id()));
    }
    svg.close();
  }

  private void cameras() {
    svg.open("cameras");
    for (Camera camera : layout.cameras()) {
      Vec3 at = camera.model().position();
      Vec3 looks = camera.model().cameraToStore().rotate(new Vec3(0, 0, 1));
      double level = Math.hypot(looks.x(), looks.y());
      double reach = 22 / pixelsPerMetre;
      if (level > 1e-6) {
        FloorPoint tip =
            new FloorPoint(at.x() + looks.x() / level * reach, at.y() + looks.y() / level * reach);
        svg.path(List.of(at.floor(), tip), "stroke=\"#553c9a\" stroke-width=\"2.5\"", "");
      }
      String title = String.format(Locale.ROOT, "camera %s, %.2f m up", camera.id(), at.z());
      svg.circle(
          at.floor(), 6.5, "fill=\"#553c9a\" stroke=\"#ffffff\" stroke-width=\"1.5\"", title);
      svg.textAt(svg.u(at.x()), svg.v(at.y()) - 10, 12, "#44337a", "middle", camera.id().value());
    }
    svg.close();
  }

  private void people(List<PersonPath> paths) {
    svg.open("people");
    for (int i = 0; i < paths.size(); i++) {
      PersonPath path = paths.get(i);
      if (path.points().isEmpty()) {
        continue;
      }
      String colour = PATH_COLOURS.get(i % PATH_COLOURS.size());
      svg.path(
          path.points(),
          "stroke=\"" + colour + "\" stroke-width=\"2.2\" stroke-linejoin=\"round\"",
          path.label());
      FloorPoint from = path.points().getFirst();
      FloorPoint to = path.points().getLast();
      svg.circle(from, 4.5, "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"2\"", "");
      svg.circle(to, 5, "fill=\"" + colour + "\"", path.label());
      svg.textAt(svg.u(to.x()) + 9, svg.v(to.y()) + 4, 13, colour, "start", path.label());
    }
    svg.close();
  }

  /** What the picture must show. */
  private static final class Extent {
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    private void add(FloorPoint p) {
      minX = Math.min(minX, p.x());
      minY = Math.min(minY, p.y());
      maxX = Math.max(maxX, p.x());
      maxY = Math.max(maxY, p.y());
    }
  }
}
