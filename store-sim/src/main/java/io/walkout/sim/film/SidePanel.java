package io.walkout.sim.film;

import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Scene;
import io.walkout.store.signal.DoorEvent;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Beside the plan: what happened last, newest at the bottom, and what the signs mean. */
final class SidePanel {
  private static final int ROW_PIXELS = 19;
  private static final int LEGEND_PIXELS = 176;

  private final Rectangle frame;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final int most;

  private record Line(double seconds, Color person, String text, Color colour) {}

  SidePanel(Rectangle frame) {
    this.frame = frame;
    most = (frame.height - LEGEND_PIXELS - 50) / ROW_PIXELS;
  }

  /** Units moved. */
  void add(Happening h, int person, double seconds) {
    add(
        seconds,
        person,
        (h.take() ? "−" : "+") + h.quantity() + "  " + h.article().name(),
        h.take() ? Ink.TAKEN : Ink.PUT_BACK);
  }

  /** Somebody came or went. */
  void add(Scene.DoorPass pass, int person) {
    boolean in = pass.kind() == DoorEvent.Kind.ENTRY;
    add(
        pass.seconds(),
        person,
        in ? "comes in" : "goes out with " + goods(pass.shopper().units().size()),
        Ink.FAINT);
  }

  private static String goods(int units) {
    return units == 0 ? "nothing" : units == 1 ? "1 item" : units + " items";
  }

  private void add(double seconds, int person, String text, Color colour) {
    lines.addLast(new Line(seconds, Ink.person(person), (person + 1) + "  " + text, colour));
    if (lines.size() > most) {
      lines.removeFirst();
    }
  }

  /** Draws it. */
  void draw(Graphics2D g, boolean hasCameras) {
    g.setColor(Ink.PANEL);
    g.fill(new RoundRectangle2D.Double(frame.x, frame.y, frame.width, frame.height, 12, 12));
    g.setColor(Ink.TEXT);
    g.setFont(Ink.HEADING);
    g.drawString("What happened", frame.x + 14, frame.y + 24);
    int y = frame.y + 48;
    for (Line line : lines) {
      g.setFont(Ink.SMALL);
      g.setColor(Ink.FAINT);
      String when = String.format(Locale.ROOT, "%6.1f s", line.seconds());
      g.drawString(when, frame.x + 62 - g.getFontMetrics().stringWidth(when), y);
      g.setColor(line.person());
      g.fill(new Ellipse2D.Double(frame.x + 70, y - 9, 10, 10));
      g.setFont(Ink.SMALL);
      FontMetrics metrics = g.getFontMetrics();
      g.setColor(line.colour());
      g.drawString(Ink.fitted(metrics, line.text(), frame.width - 100), frame.x + 86, y);
      y += ROW_PIXELS;
    }
    drawLegend(g, hasCameras);
  }

  private void drawLegend(Graphics2D g, boolean hasCameras) {
    int top = frame.y + frame.height - LEGEND_PIXELS;
    g.setColor(Ink.veil(Ink.FAINT, 0.35));
    g.setStroke(Ink.line(1));
    g.draw(new Line2D.Double(frame.x + 14, top, frame.x + frame.width - 14, top));
    g.setColor(Ink.TEXT);
    g.setFont(Ink.HEADING);
    g.drawString("Signs", frame.x + 14, top + 24);
    List<String> texts =
        List.of(
            "a person; the point is where they look",
            "a hand that reaches; filled: holds goods",
            "where they were, the last seconds",
            "taken from these plates",
            "put on these plates",
            hasCameras ? "a camera, and the floor it sees" : "");
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty()) {
        continue;
      }
      double y = top + 44 + 22 * i;
      drawSign(g, i, frame.x + 30, y);
      g.setColor(Ink.TEXT);
      g.setFont(Ink.SMALL);
      g.drawString(texts.get(i), frame.x + 56, (float) y + 4);
    }
  }

  private static void drawSign(Graphics2D g, int which, double x, double y) {
    switch (which) {
      case 0 -> {
        g.setColor(Ink.person(0));
        g.fill(new Ellipse2D.Double(x - 6, y - 9, 12, 18));
        Path2D nose = new Path2D.Double();
        nose.moveTo(x + 12, y);
        nose.lineTo(x, y - 4);
        nose.lineTo(x, y + 4);
        nose.closePath();
        g.setColor(Ink.person(0).darker().darker());
        g.fill(nose);
        g.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
      }
      case 1 -> {
        g.setColor(Ink.TAKEN);
        g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
        g.setStroke(Ink.line(1.6));
        g.draw(new Ellipse2D.Double(x - 8, y - 8, 16, 16));
      }
      case 2 -> {
        g.setColor(Ink.veil(Ink.person(0), 0.5));
        g.setStroke(Ink.line(2.5));
        g.draw(new Line2D.Double(x - 12, y + 2, x + 12, y - 2));
      }
      case 3, 4 -> {
        g.setColor(Ink.veil(which == 3 ? Ink.TAKEN : Ink.PUT_BACK, 0.75));
        g.fill(new RoundRectangle2D.Double(x - 12, y - 7, 24, 14, 4, 4));
      }
      default -> {
        g.setColor(Ink.CAMERA);
        g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
        g.setColor(Ink.veil(Ink.CAMERA, 0.45));
        g.setStroke(Ink.dashes(1));
        g.draw(new RoundRectangle2D.Double(x - 13, y - 8, 26, 16, 2, 2));
      }
    }
  }
}
