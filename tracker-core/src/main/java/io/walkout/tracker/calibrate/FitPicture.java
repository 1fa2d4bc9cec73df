package io.walkout.tracker.calibrate;

import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.FloorPoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A calibration drawn on a frame, to believe it by: a grid of the floor in metres, outlines of the
 * gondolas, and each point where it was clicked (ring) and where the camera puts it (cross), with
 * the error between them ten times as long. Wrong points are red.
 */
public final class FitPicture {
  private static final double ERROR_TIMES = 10;
  private static final Color GRID = new Color(255, 255, 255, 110);
  private static final Color AXIS_X = new Color(255, 90, 60);
  private static final Color AXIS_Y = new Color(90, 220, 90);
  private static final Color GONDOLA = new Color(80, 190, 255);
  private static final Color POINT = new Color(255, 220, 0);
  private static final Color WRONG = new Color(255, 40, 40);

  /** Lines are drawn in pieces of this length, as a lens bends them; metres. */
  private static final double PIECE = 0.1;

  /** The grid goes so far beyond the points where there is no plan, metres. */
  private static final double AROUND = 2;

  private final CameraModel model;
  private final Graphics2D g;
  private final double scale;
  private final double[] a = new double[2];
  private final double[] b = new double[2];

  private FitPicture(CameraModel model, Graphics2D g) {
    this.model = model;
    this.g = g;
    this.scale = Math.max(1, model.widthPixels() / 960.0);
  }

  /**
   * Draws onto a copy of a frame.
   *
   * @param frame of the calibration's size
   * @param layout what stands where, if that is known
   */
  public static BufferedImage draw(BufferedImage frame, CameraFit fit, Optional<Layout> layout) {
    BufferedImage picture =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = picture.createGraphics();
    g.drawImage(frame, 0, 0, null);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    FitPicture drawing = new FitPicture(fit.model(), g);
    drawing.grid(layout.map(FitPicture::corners).orElseGet(() -> around(fit.pairs())));
    layout.ifPresent(drawing::gondolas);
    drawing.points(fit);
    g.dispose();
    return picture;
  }

  private static double[] corners(Layout layout) {
    return new double[] {
      layout.floor().minX(), layout.floor().minY(), layout.floor().maxX(), layout.floor().maxY()
    };
  }

  private static double[] around(List<PointPair> pairs) {
    double[] c = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (PointPair p : pairs) {
      c[0] = Math.min(c[0], p.x() - AROUND);
      c[1] = Math.min(c[1], p.y() - AROUND);
      c[2] = Math.max(c[2], p.x() + AROUND);
      c[3] = Math.max(c[3], p.y() + AROUND);
    }
    return c;
  }

  private void grid(double[] c) {
    // Every metre in a shop, every ten on a square.
    double step = Math.max(c[2] - c[0], c[3] - c[1]) > 40 ? 10 : 1;
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(11 * scale)));
    for (double x = Math.ceil(c[0] / step) * step; x <= c[2]; x += step) {
      g.setColor(x == 0 ? AXIS_Y : GRID);
      line(x, c[1], 0, x, c[3], 0);
    }
    for (double y = Math.ceil(c[1] / step) * step; y <= c[3]; y += step) {
      g.setColor(y == 0 ? AXIS_X : GRID);
      line(c[0], y, 0, c[2], y, 0);
    }
    g.setColor(Color.WHITE);
    for (double x = Math.ceil(c[0] / step) * step; x <= c[2]; x += step) {
      for (double y = Math.ceil(c[1] / step) * step; y <= c[3]; y += 2 * step) {
        if (isSeen(x, y, 0, a)) {
          String text = String.format(Locale.ROOT, "%.0f,%.0f", x, y);
          g.drawString(text, (float) (a[0] + 2), (float) (a[1] - 2));
        }
      }
    }
  }

  private void gondolas(Layout layout) {
    g.setColor(GONDOLA);
    for (Gondola gondola : layout.gondolas()) {
      double top =
          gondola.shelves().stream()
              .mapToDouble(s -> s.box().pose().translation().z())
              .max()
              .orElse(0);
      List<FloorPoint> corners = gondola.footprint().corners();
      for (int i = 0; i < corners.size(); i++) {
        FloorPoint p = corners.get(i);
        FloorPoint q = corners.get((i + 1) % corners.size());
        line(p.x(), p.y(), 0, q.x(), q.y(), 0);
        line(p.x(), p.y(), top, q.x(), q.y(), top);
        line(p.x(), p.y(), 0, p.x(), p.y(), top);
      }
    }
  }

  private void points(CameraFit fit) {
    boolean[] used = fit.used();
    for (int i = 0; i < used.length; i++) {
      PointPair p = fit.pairs().get(i);
      g.setColor(used[i] ? POINT : WRONG);
      stroke(1.5);
      double r = 5 * scale;
      g.draw(new java.awt.geom.Ellipse2D.Double(p.u() - r, p.v() - r, 2 * r, 2 * r));
      if (model.project(p.x(), p.y(), p.z(), a)) {
        double k = 4 * scale;
        g.draw(new Line2D.Double(a[0] - k, a[1], a[0] + k, a[1]));
        g.draw(new Line2D.Double(a[0], a[1] - k, a[0], a[1] + k));
        double times = used[i] ? ERROR_TIMES : 1;
        g.draw(
            new Line2D.Double(
                p.u(), p.v(), p.u() + times * (a[0] - p.u()), p.v() + times * (a[1] - p.v())));
      }
      g.drawString(p.name(), (float) (p.u() + 7 * scale), (float) (p.v() + 4 * scale));
    }
  }

  /** A straight line of the store, as the lens bends it, where the picture shows it. */
  private void line(double x0, double y0, double z0, double x1, double y1, double z1) {
    double length = Math.hypot(Math.hypot(x1 - x0, y1 - y0), z1 - z0);
    int pieces = Math.clamp((int) Math.ceil(length / PIECE), 1, 2000);
    stroke(1);
    for (int i = 0; i < pieces; i++) {
      double s = (double) i / pieces;
      double t = (double) (i + 1) / pieces;
      if (isSeen(x0 + s * (x1 - x0), y0 + s * (y1 - y0), z0 + s * (z1 - z0), a)
          && isSeen(x0 + t * (x1 - x0), y0 + t * (y1 - y0), z0 + t * (z1 - z0), b)) {
        g.draw(new Line2D.Double(a[0], a[1], b[0], b[1]));
      }
    }
  }

  /** Whether the picture shows it; beyond its edge a lens's terms fold back into it. */
  private boolean isSeen(double x, double y, double z, double[] pixel) {
    return LensReach.sees(model, x, y, z, pixel);
  }

  private void stroke(double width) {
    g.setStroke(new BasicStroke((float) (width * scale)));
  }
}
