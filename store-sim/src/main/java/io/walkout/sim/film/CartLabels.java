package io.walkout.sim.film;

import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.Unit;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Beside each person: their number and what they hold. */
final class CartLabels {
  private static final int LINES = 4;
  private static final int WIDEST_PIXELS = 215;
  private static final int LINE_PIXELS = 14;

  /** With more people than this in the shop only the number of things is written. */
  private static final int FEW = 9;

  private final int[] sides;

  CartLabels(int shoppers) {
    sides = new int[shoppers];
    Arrays.fill(sides, -1);
  }

  /** Draws one person's label. */
  void draw(
      Graphics2D g,
      Labels labels,
      int index,
      Shopper shopper,
      int visible,
      double x,
      double y,
      double radius) {
    Color colour = Ink.person(index);
    List<String> lines = lines(shopper, visible <= FEW);
    String name = "Person " + (index + 1);
    g.setFont(Ink.SMALL_BOLD);
    int width = g.getFontMetrics().stringWidth(name);
    g.setFont(Ink.SMALL);
    FontMetrics metrics = g.getFontMetrics();
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, Ink.fitted(metrics, lines.get(i), WIDEST_PIXELS));
      width = Math.max(width, metrics.stringWidth(lines.get(i)));
    }
    width += 14;
    int height = LINE_PIXELS * (lines.size() + 1) + 5;
    Labels.Spot spot = labels.place(x, y, radius, width, height, sides[index]);
    sides[index] = spot.side();
    drawLeader(g, colour, x, y, radius, spot, width, height);
    var box = new RoundRectangle2D.Double(spot.x(), spot.y(), width, height, 8, 8);
    g.setColor(Ink.veil(Color.WHITE, 0.92));
    g.fill(box);
    g.setColor(colour);
    g.setStroke(Ink.line(1.3));
    g.draw(box);
    g.setFont(Ink.SMALL_BOLD);
    g.drawString(name, (float) spot.x() + 7, (float) spot.y() + 13);
    g.setFont(Ink.SMALL);
    g.setColor(Ink.TEXT);
    for (int i = 0; i < lines.size(); i++) {
      g.drawString(
          lines.get(i), (float) spot.x() + 7, (float) spot.y() + 13 + LINE_PIXELS * (i + 1));
    }
  }

  private static void drawLeader(
      Graphics2D g,
      Color colour,
      double x,
      double y,
      double radius,
      Labels.Spot spot,
      double width,
      double height) {
    double nearX = Math.clamp(x, spot.x(), spot.x() + width);
    double nearY = Math.clamp(y, spot.y(), spot.y() + height);
    double distance = StrictMath.hypot(nearX - x, nearY - y);
    if (distance > radius + 6) {
      double share = radius / distance;
      g.setColor(Ink.veil(colour, 0.6));
      g.setStroke(Ink.line(1));
      g.draw(new Line2D.Double(x + share * (nearX - x), y + share * (nearY - y), nearX, nearY));
    }
  }

  private static List<String> lines(Shopper shopper, boolean all) {
    List<Unit> units = shopper.units();
    List<String> lines = new ArrayList<>();
    if (units.isEmpty()) {
      return lines;
    }
    if (!all) {
      lines.add(units.size() + (units.size() == 1 ? " item" : " items"));
      return lines;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Unit unit : units) {
      counts.merge(unit.article().name(), 1, Integer::sum);
    }
    int left = units.size();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (lines.size() == LINES - 1 && counts.size() > LINES) {
        lines.add("and " + left + " more");
        break;
      }
      lines.add(entry.getValue() + " × " + entry.getKey());
      left -= entry.getValue();
    }
    return lines;
  }
}
