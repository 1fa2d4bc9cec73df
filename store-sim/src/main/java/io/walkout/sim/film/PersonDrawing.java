package io.walkout.sim.film;

import io.walkout.sim.people.BodyJoint;
import io.walkout.sim.people.Shopper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws one person from above: shoulders, head, where they look, arms, and hands that reach. */
final class PersonDrawing {
  private static final double ARM_METRES = 0.085;
  private static final double HEAD_METRES = 0.11;
  private static final double CHEST_METRES = 0.14;

  private final PlanScale scale;

  PersonDrawing(PlanScale scale) {
    this.scale = scale;
  }

  void draw(Graphics2D g, Shopper shopper, Color colour) {
    boolean reaching = shopper.isReaching();
    drawArm(g, shopper, colour, true, reaching);
    drawArm(g, shopper, colour, false, reaching);
    drawTrunk(g, shopper, colour);
    drawHead(g, shopper, colour);
  }

  private void drawArm(
      Graphics2D g, Shopper shopper, Color colour, boolean left, boolean reaching) {
    BodyJoint shoulder = left ? BodyJoint.LEFT_SHOULDER : BodyJoint.RIGHT_SHOULDER;
    BodyJoint elbow = left ? BodyJoint.LEFT_ELBOW : BodyJoint.RIGHT_ELBOW;
    BodyJoint wrist = left ? BodyJoint.LEFT_WRIST : BodyJoint.RIGHT_WRIST;
    g.setColor(colour.darker());
    g.setStroke(Ink.line(Math.max(2.2, scale.length(ARM_METRES))));
    Path2D arm = new Path2D.Double();
    arm.moveTo(x(shopper, shoulder), y(shopper, shoulder));
    arm.lineTo(x(shopper, elbow), y(shopper, elbow));
    arm.lineTo(x(shopper, wrist), y(shopper, wrist));
    g.draw(arm);
    double hand = Math.max(2.6, scale.length(0.055));
    double hx = x(shopper, wrist);
    double hy = y(shopper, wrist);
    boolean holds = shopper.inHand(left) != null;
    g.setColor(holds ? Ink.TAKEN : Color.WHITE);
    g.fill(new Ellipse2D.Double(hx - hand, hy - hand, 2 * hand, 2 * hand));
    g.setColor(colour.darker());
    g.setStroke(Ink.line(1.2));
    g.draw(new Ellipse2D.Double(hx - hand, hy - hand, 2 * hand, 2 * hand));
    if (reaching && farOut(shopper, shoulder, wrist)) {
      double ring = 2.6 * hand;
      g.setColor(Ink.veil(Ink.TAKEN, 0.8));
      g.setStroke(Ink.line(1.6));
      g.draw(new Ellipse2D.Double(hx - ring, hy - ring, 2 * ring, 2 * ring));
    }
  }

  /** Whether the wrist is stretched out from the shoulder, seen from above. */
  private boolean farOut(Shopper shopper, BodyJoint shoulder, BodyJoint wrist) {
    double dx = shopper.joint(wrist, 0, 1) - shopper.joint(shoulder, 0, 1);
    double dy = shopper.joint(wrist, 1, 1) - shopper.joint(shoulder, 1, 1);
    return StrictMath.hypot(dx, dy) > 0.28;
  }

  private void drawTrunk(Graphics2D g, Shopper shopper, Color colour) {
    double lx = x(shopper, BodyJoint.LEFT_SHOULDER);
    double ly = y(shopper, BodyJoint.LEFT_SHOULDER);
    double rx = x(shopper, BodyJoint.RIGHT_SHOULDER);
    double ry = y(shopper, BodyJoint.RIGHT_SHOULDER);
    double half = Math.max(5, StrictMath.hypot(lx - rx, ly - ry) / 2 + scale.length(0.05));
    double deep = Math.max(3.2, scale.length(CHEST_METRES));
    AffineTransform turned = AffineTransform.getTranslateInstance((lx + rx) / 2, (ly + ry) / 2);
    turned.rotate(StrictMath.atan2(ly - ry, lx - rx));
    var trunk =
        turned.createTransformedShape(new Ellipse2D.Double(-half, -deep, 2 * half, 2 * deep));
    g.setColor(colour);
    g.fill(trunk);
    g.setColor(Color.WHITE);
    g.setStroke(Ink.line(1.2));
    g.draw(trunk);
  }

  private void drawHead(Graphics2D g, Shopper shopper, Color colour) {
    double x = x(shopper, BodyJoint.HEAD);
    double y = y(shopper, BodyJoint.HEAD);
    double r = Math.max(3.4, scale.length(HEAD_METRES));
    double dx = StrictMath.cos(shopper.heading());
    double dy = -StrictMath.sin(shopper.heading());
    Path2D nose = new Path2D.Double();
    nose.moveTo(x + 1.75 * r * dx, y + 1.75 * r * dy);
    nose.lineTo(x + 0.7 * r * -dy, y + 0.7 * r * dx);
    nose.lineTo(x - 0.7 * r * -dy, y - 0.7 * r * dx);
    nose.closePath();
    g.setColor(colour.darker().darker());
    g.fill(nose);
    g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    g.setColor(Color.WHITE);
    g.setStroke(Ink.line(1));
    g.draw(new Line2D.Double(x, y, x + 1.2 * r * dx, y + 1.2 * r * dy));
  }

  private double x(Shopper shopper, BodyJoint joint) {
    return scale.x(shopper.joint(joint, 0, 1));
  }

  private double y(Shopper shopper, BodyJoint joint) {
    return scale.y(shopper.joint(joint, 1, 1));
  }
}
