package io.walkout.sim.film;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Where somebody was in the last seconds; a ring that forgets the oldest place. */
final class Trail {
  private final double[] xs;
  private final double[] ys;
  private int count;
  private int next;

  /** Remembers that many places. */
  Trail(int places) {
    xs = new double[places];
    ys = new double[places];
  }

  void add(double x, double y) {
    xs[next] = x;
    ys[next] = y;
    next = (next + 1) % xs.length;
    count = Math.min(count + 1, xs.length);
  }

  void draw(Graphics2D g, PlanScale scale, Color colour) {
    for (int i = 1; i < count; i++) {
      int a = Math.floorMod(next - count + i - 1, xs.length);
      int b = Math.floorMod(next - count + i, xs.length);
      double age = 1 - (double) i / count;
      g.setColor(Ink.veil(colour, 0.55 * (1 - age)));
      g.setStroke(Ink.butt(1 + 2 * (1 - age)));
      g.draw(new Line2D.Double(scale.x(xs[a]), scale.y(ys[a]), scale.x(xs[b]), scale.y(ys[b])));
    }
  }
}
