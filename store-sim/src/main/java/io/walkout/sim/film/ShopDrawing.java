package io.walkout.sim.film;

import io.walkout.store.Camera;
import io.walkout.store.Door;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws what never moves: floor, gondolas with their plates, doors, what cameras see. */
final class ShopDrawing {
  /** Points along each edge of a camera's picture; a distorted edge is a curve. */
  private static final int STEPS = 12;

  /** Further than this a camera's view is not drawn, metres. */
  private static final double FARTHEST_METRES = 20;

  private final Layout layout;
  private final PlanScale scale;

  ShopDrawing(Layout layout, PlanScale scale) {
    this.layout = layout;
    this.scale = scale;
  }

  void draw(Graphics2D g) {
    Shape floor = scale.shape(layout.floor());
    g.setColor(Ink.FLOOR);
    g.fill(floor);
    drawViews(g, floor);
    for (Gondola gondola : layout.gondolas()) {
      draw(g, gondola);
    }
    g.setColor(Ink.WALL);
    g.setStroke(Ink.line(2.5));
    g.draw(floor);
    for (Door door : layout.doors()) {
      draw(g, door);
    }
    drawCameras(g);
    drawMeasure(g);
  }

  private void drawViews(Graphics2D g, Shape floor) {
    for (Camera camera : layout.cameras()) {
      Area seen = new Area(view(camera.model()));
      seen.intersect(new Area(floor));
      g.setColor(Ink.veil(Ink.CAMERA, 0.045));
      g.fill(seen);
      g.setColor(Ink.veil(Ink.CAMERA, 0.18));
      g.setStroke(Ink.dashes(1));
      g.draw(seen);
    }
  }

  private Path2D view(CameraModel camera) {
    double w = camera.widthPixels();
    double h = camera.heightPixels();
    double[][] corners = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    Path2D path = new Path2D.Double();
    for (int edge = 0; edge < 4; edge++) {
      double[] from = corners[edge];
      double[] to = corners[(edge + 1) % 4];
      for (int i = 0; i < STEPS; i++) {
        double t = (double) i / STEPS;
        FloorPoint p =
            onFloor(camera, from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]));
        if (path.getCurrentPoint() == null) {
          path.moveTo(scale.x(p.x()), scale.y(p.y()));
        } else {
          path.lineTo(scale.x(p.x()), scale.y(p.y()));
        }
      }
    }
    path.closePath();
    return path;
  }

  /** Where a pixel's ray meets the floor, or a far point in its direction if it never does. */
  private static FloorPoint onFloor(CameraModel camera, double u, double v) {
    var ray = camera.ray(u, v);
    var at = camera.position();
    double level = Math.max(1e-9, StrictMath.hypot(ray.x(), ray.y()));
    double distance = ray.z() < 0 ? level * -at.z() / ray.z() : FARTHEST_METRES;
    double reach = Math.min(distance, FARTHEST_METRES);
    return new FloorPoint(at.x() + ray.x() / level * reach, at.y() + ray.y() / level * reach);
  }

  private void draw(Graphics2D g, Gondola gondola) {
    Shape shape = scale.shape(gondola.footprint());
    g.setColor(Ink.FIXTURE);
    g.fill(shape);
    g.setColor(Ink.PLATE_EDGE);
    g.setStroke(Ink.line(0.7));
    if (!gondola.shelves().isEmpty()) {
      Shelf lowest = gondola.shelves().getFirst();
      for (Plate plate : lowest.plates()) {
        g.draw(scale.shape(plate.box().footprint()));
      }
    }
    g.setColor(Ink.FIXTURE_EDGE);
    g.setStroke(Ink.line(1.4));
    g.draw(shape);
    var bounds = shape.getBounds2D();
    String number = "G" + gondola.number();
    g.setFont(Ink.SMALL_BOLD);
    var metrics = g.getFontMetrics();
    if (bounds.getWidth() > metrics.stringWidth(number) + 4 && bounds.getHeight() > 12) {
      g.drawString(
          number,
          (float) (bounds.getCenterX() - metrics.stringWidth(number) / 2.0),
          (float) (bounds.getCenterY() + 4));
    }
  }

  private void draw(Graphics2D g, Door door) {
    FloorPoint a = door.threshold().a();
    FloorPoint b = door.threshold().b();
    Line2D line = new Line2D.Double(scale.x(a.x()), scale.y(a.y()), scale.x(b.x()), scale.y(b.y()));
    g.setColor(Ink.PAPER);
    g.setStroke(Ink.line(6));
    g.draw(line);
    g.setColor(Ink.DOOR);
    g.setStroke(Ink.line(4));
    g.draw(line);
    String name =
        switch (door.use()) {
          case ENTRY -> "in";
          case EXIT -> "out";
          case BOTH -> "door";
        };
    g.setFont(Ink.SMALL_BOLD);
    double x = (line.getX1() + line.getX2()) / 2;
    double y = (line.getY1() + line.getY2()) / 2;
    boolean level = Math.abs(line.getX2() - line.getX1()) >= Math.abs(line.getY2() - line.getY1());
    var floor = layout.floor();
    double midX = scale.x((floor.minX() + floor.maxX()) / 2);
    double midY = scale.y((floor.minY() + floor.maxY()) / 2);
    int width = g.getFontMetrics().stringWidth(name);
    g.drawString(
        name,
        (float) (level ? x - width / 2.0 : x > midX ? x + 8 : x - 8 - width),
        (float) (level ? (y > midY ? y + 16 : y - 8) : y + 4));
  }

  private void drawCameras(Graphics2D g) {
    g.setFont(Ink.SMALL);
    for (Camera camera : layout.cameras()) {
      var at = camera.model().position();
      double x = scale.x(at.x());
      double y = scale.y(at.y());
      var ahead = camera.model().ray(camera.model().cx(), camera.model().cy());
      double level = Math.max(1e-9, StrictMath.hypot(ahead.x(), ahead.y()));
      g.setColor(Ink.CAMERA);
      g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
      g.setStroke(Ink.line(2));
      g.draw(new Line2D.Double(x, y, x + 10 * ahead.x() / level, y - 10 * ahead.y() / level));
      g.setColor(Ink.veil(Ink.CAMERA, 0.8));
      g.drawString(camera.id().value(), (float) (x + 6), (float) (y - 5));
    }
  }

  /** A bar of one metre at the lower left. */
  private void drawMeasure(Graphics2D g) {
    double x = scale.x(layout.floor().minX());
    double y = scale.y(layout.floor().minY()) + 26;
    double metre = scale.length(1);
    g.setColor(Ink.FAINT);
    g.setStroke(Ink.line(1.5));
    g.draw(new Line2D.Double(x, y, x + metre, y));
    g.draw(new Line2D.Double(x, y - 3, x, y + 3));
    g.draw(new Line2D.Double(x + metre, y - 3, x + metre, y + 3));
    g.setFont(Ink.SMALL);
    g.drawString("1 m", (float) (x + metre + 6), (float) (y + 4));
  }
}
