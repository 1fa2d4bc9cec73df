package io.walkout.sim.film;

import io.walkout.sim.people.Happening;
import io.walkout.store.Layout;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.geometry.FloorPoint;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;

/** Shelf changes as they happen: their plates light up, with what was taken or put there. */
final class ShelfFlashes {
  private static final double SHOWN_SECONDS = 2.6;

  /** Changes shown at once; with more the oldest goes early. */
  private static final int MOST = 24;

  /** A plate belongs to a change if it bears at least this share of the moved mass. */
  private static final double PLATE_SHARE = 0.05;

  private final PlanScale scale;
  private final Layout layout;
  private final Deque<Flash> flashes = new ArrayDeque<>();

  /** One change on show. */
  private static final class Flash {
    private final double seconds;
    private final Shape shape;
    private final FloorPoint at;
    private final Color colour;
    private final String text;
    private int side = -1;

    Flash(double seconds, Shape shape, FloorPoint at, Color colour, String text) {
      this.seconds = seconds;
      this.shape = shape;
      this.at = at;
      this.colour = colour;
      this.text = text;
    }
  }

  ShelfFlashes(Layout layout, PlanScale scale) {
    this.layout = layout;
    this.scale = scale;
  }

  /** Something changed now. */
  void add(Happening h, double seconds) {
    Area plates = new Area();
    double mass = 0;
    for (double grams : h.changeGrams()) {
      mass += grams;
    }
    for (int p = 0; p < h.changeGrams().length; p++) {
      if (h.changeGrams()[p] / mass >= PLATE_SHARE) {
        layout
            .plate(new PlateId(h.shelf().gondola(), h.shelf().shelf(), p + 1))
            .map(Plate::box)
            .ifPresent(box -> plates.add(new Area(scale.shape(box.footprint()))));
      }
    }
    String text =
        (h.take() ? "−" : "+")
            + h.quantity()
            + " "
            + h.article().name()
            + "  (shelf "
            + h.shelf().shelf()
            + ")";
    flashes.addLast(
        new Flash(seconds, plates, h.place().floor(), h.take() ? Ink.TAKEN : Ink.PUT_BACK, text));
    if (flashes.size() > MOST) {
      flashes.removeFirst();
    }
  }

  /** Lights the plates up; before people are drawn. */
  void drawPlates(Graphics2D g, double seconds) {
    flashes.removeIf(f -> seconds - f.seconds > SHOWN_SECONDS);
    for (Flash flash : flashes) {
      double strength = 1 - (seconds - flash.seconds) / SHOWN_SECONDS;
      g.setColor(Ink.veil(flash.colour, 0.75 * strength));
      g.fill(flash.shape);
      double grow = (1 - strength) * 18;
      g.setStroke(Ink.line(1 + grow));
      g.setColor(Ink.veil(flash.colour, 0.35 * strength));
      g.draw(flash.shape);
    }
  }

  /** Says what it was; after people are drawn. */
  void drawWords(Graphics2D g, Labels labels, double seconds) {
    g.setFont(Ink.SMALL_BOLD);
    FontMetrics metrics = g.getFontMetrics();
    for (Flash flash : flashes) {
      // Words go as a whole: a faded one can't be read, and hides what is behind it all the same.
      double strength = Math.min(1, 4 * (1 - (seconds - flash.seconds) / SHOWN_SECONDS));
      int width = metrics.stringWidth(flash.text) + 14;
      Labels.Spot spot =
          labels.place(scale.x(flash.at.x()), scale.y(flash.at.y()), 12, width, 20, flash.side);
      flash.side = spot.side();
      g.setColor(Ink.veil(flash.colour, 0.92 * strength));
      g.fill(new RoundRectangle2D.Double(spot.x(), spot.y(), width, 20, 10, 10));
      g.setColor(Ink.veil(Color.WHITE, strength));
      g.drawString(flash.text, (float) spot.x() + 7, (float) spot.y() + 14);
    }
  }
}
