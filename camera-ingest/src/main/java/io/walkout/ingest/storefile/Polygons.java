package io.walkout.ingest.storefile;

import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Polygons of a store file: reading them, and what can be wrong with their shape. */
final class Polygons {
  /** A polygon smaller than this (1 cm by 1 cm) covers nothing, square metres. */
  private static final double LEAST_AREA = 1e-4;

  /** Chosen: the crossing test looks at every pair of edges. */
  private static final int MAX_CORNERS = 1000;

  private Polygons() {}

  static Optional<FloorPolygon> read(YamlMap map, String key, List<Node> nodes) {
    if (nodes.size() < 3 || nodes.size() > MAX_CORNERS) {
      map.wrong(key, nodes.size() + " corners", "3 to " + MAX_CORNERS + " corners [x, y]");
      return Optional.empty();
    }
    List<FloorPoint> corners = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      map.numbersOf(nodes.get(i), map.join(key) + "[" + i + "]", 2)
          .ifPresent(c -> corners.add(new FloorPoint(c[0], c[1])));
    }
    if (corners.size() < nodes.size()) {
      return Optional.empty();
    }
    FloorPolygon polygon = new FloorPolygon(corners);
    if (crossesItself(polygon)) {
      map.wrong(key, "edges that cross each other", "the corners in order around the area");
      return Optional.empty();
    }
    if (Math.abs(area(polygon)) < LEAST_AREA) {
      map.wrong(key, "corners on one line", "corners around an area");
      return Optional.empty();
    }
    return Optional.of(polygon);
  }

  /** Signed area by the shoelace rule, square metres; positive if the corners run left-handed. */
  static double area(FloorPolygon polygon) {
    List<FloorPoint> c = polygon.corners();
    double sum = 0;
    for (int i = 0, j = c.size() - 1; i < c.size(); j = i++) {
      sum += c.get(j).x() * c.get(i).y() - c.get(i).x() * c.get(j).y();
    }
    return sum / 2;
  }

  /** Whether two fixtures stand in each other, each taken 2 cm smaller than it is. */
  static boolean overlap(FloorPolygon a, FloorPolygon b) {
    FloorPolygon p = shrunk(a);
    FloorPolygon q = shrunk(b);
    for (FloorPoint c : p.corners()) {
      if (q.contains(c.x(), c.y())) {
        return true;
      }
    }
    for (FloorPoint c : q.corners()) {
      if (p.contains(c.x(), c.y())) {
        return true;
      }
    }
    for (int i = 0; i < p.corners().size(); i++) {
      for (int j = 0; j < q.corners().size(); j++) {
        if (cross(corner(p, i), corner(p, i + 1), corner(q, j), corner(q, j + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  static FloorPoint middle(FloorPolygon polygon) {
    return new FloorPoint(
        polygon.corners().stream().mapToDouble(FloorPoint::x).average().orElseThrow(),
        polygon.corners().stream().mapToDouble(FloorPoint::y).average().orElseThrow());
  }

  private static FloorPolygon shrunk(FloorPolygon polygon) {
    FloorPoint m = middle(polygon);
    return new FloorPolygon(
        polygon.corners().stream()
            .map(
                c -> {
                  double d = m.distanceTo(c);
                  double keep = d < 0.04 ? 0.5 : (d - 0.02) / d;
                  return new FloorPoint(
                      m.x() + keep * (c.x() - m.x()), m.y() + keep * (c.y() - m.y()));
                })
            .toList());
  }

  private static boolean crossesItself(FloorPolygon polygon) {
    int n = polygon.corners().size();
    for (int i = 0; i < n; i++) {
      for (int j = i + 2; j < n; j++) {
        boolean neighbours = i == 0 && j == n - 1;
        if (!neighbours
            && cross(
                corner(polygon, i),
                corner(polygon, i + 1),
                corner(polygon, j),
                corner(polygon, j + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static FloorPoint corner(FloorPolygon polygon, int i) {
    return polygon.corners().get(i % polygon.corners().size());
  }

  private static boolean cross(FloorPoint a, FloorPoint b, FloorPoint c, FloorPoint d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(FloorPoint a, FloorPoint b, FloorPoint p) {
    return Math.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
  }
}
