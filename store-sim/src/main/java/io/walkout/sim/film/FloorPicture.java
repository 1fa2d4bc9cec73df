package io.walkout.sim.film;

import io.walkout.sim.Stage;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Prop;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One picture of the film after the other, drawn on the same canvas. Single-threaded. */
final class FloorPicture {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final Rectangle PLAN = new Rectangle(16, 56, 916, 610);
  private static final Rectangle PANEL = new Rectangle(948, 16, 316, 688);
  private static final int FAULT_LINES = 2;

  /** Places of a trail: six seconds. */
  private static final int TRAIL_PLACES = 6 * FloorFilm.FRAMES_PER_SECOND;

  private final Stage stage;
  private final PlanScale scale;
  private final BufferedImage still =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final BufferedImage canvas =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final PersonDrawing person;
  private final ShelfFlashes flashes;
  private final SidePanel panel = new SidePanel(PANEL);
  private final Labels labels = new Labels(PLAN);
  private final CartLabels carts;
  private final List<Trail> trails = new ArrayList<>();
  private int happeningsSeen;
  private int passesSeen;

  FloorPicture(Stage stage) {
    this.stage = stage;
    var layout = stage.shop().store().layout();
    scale = new PlanScale(layout, PLAN);
    person = new PersonDrawing(scale);
    flashes = new ShelfFlashes(layout, scale);
    carts = new CartLabels(stage.scene().shoppers().size());
    for (int i = 0; i < stage.scene().shoppers().size(); i++) {
      trails.add(new Trail(TRAIL_PLACES));
    }
    Graphics2D g = still.createGraphics();
    Ink.smooth(g);
    g.setColor(Ink.PAPER);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    drawTitle(g);
    new ShopDrawing(layout, scale).draw(g);
    drawFaults(g);
    g.dispose();
  }

  /** Draws the shop as it is; the same image every time. */
  BufferedImage draw(double seconds) {
    note(seconds);
    Graphics2D g = canvas.createGraphics();
    Ink.smooth(g);
    g.drawImage(still, 0, 0, null);
    drawClock(g, seconds);
    flashes.drawPlates(g, seconds);
    drawProps(g);
    drawPeople(g, seconds);
    panel.draw(g, !stage.shop().store().layout().cameras().isEmpty());
    g.dispose();
    return canvas;
  }

  private void note(double seconds) {
    List<Happening> happenings = stage.scene().happenings();
    for (; happeningsSeen < happenings.size(); happeningsSeen++) {
      Happening h = happenings.get(happeningsSeen);
      flashes.add(h, seconds);
      panel.add(h, personOf(h.targetId()), seconds);
    }
    List<Scene.DoorPass> passes = stage.scene().passes();
    for (; passesSeen < passes.size(); passesSeen++) {
      panel.add(passes.get(passesSeen), personOf(passes.get(passesSeen).shopper().targetId()));
    }
  }

  private int personOf(String targetId) {
    List<Shopper> shoppers = stage.scene().shoppers();
    for (int i = 0; i < shoppers.size(); i++) {
      if (shoppers.get(i).targetId().equals(targetId)) {
        return i;
      }
    }
    return 0;
  }

  private void drawTitle(Graphics2D g) {
    g.setColor(Ink.TEXT);
    g.setFont(Ink.TITLE);
    g.drawString(stage.shop().store().name() + " — " + stage.caseName(), 20, 36);
    int x =
        20 + g.getFontMetrics().stringWidth(stage.shop().store().name() + " — " + stage.caseName());
    g.setFont(Ink.BODY);
    g.setColor(Ink.FAINT);
    g.drawString("seed " + stage.seed(), x + 14, 36);
  }

  private void drawClock(Graphics2D g, double seconds) {
    g.setFont(Ink.CLOCK);
    g.setColor(Ink.TEXT);
    String clock =
        String.format(
            Locale.ROOT, "%02d:%04.1f", (int) seconds / 60, Math.floor(seconds * 10) / 10 % 60);
    g.drawString(clock, (int) PLAN.getMaxX() - g.getFontMetrics().stringWidth(clock), 36);
  }

  private void drawFaults(Graphics2D g) {
    List<String> faults = stage.faults().describe();
    g.setFont(Ink.SMALL);
    g.setColor(Ink.FAULT);
    for (int i = 0; i < Math.min(FAULT_LINES, faults.size()); i++) {
      boolean more = i == FAULT_LINES - 1 && faults.size() > FAULT_LINES;
      String text = more ? "and " + (faults.size() - i) + " more faults" : faults.get(i);
      g.drawString(
          Ink.fitted(g.getFontMetrics(), (i == 0 ? "Faults: " : "") + text, PLAN.width),
          PLAN.x + 4,
          HEIGHT - 28 + 15 * i);
    }
  }

  private void drawProps(Graphics2D g) {
    for (Prop prop : stage.scene().props()) {
      var shape = scale.shape(prop.box().footprint());
      g.setColor(new Color(prop.rgb()));
      g.fill(shape);
      g.setColor(Ink.WALL);
      g.setStroke(Ink.line(1));
      g.draw(shape);
    }
  }

  private void drawPeople(Graphics2D g, double seconds) {
    List<Shopper> shoppers = stage.scene().shoppers();
    double radius = Math.max(12, scale.length(0.34));
    int visible = 0;
    labels.clear();
    for (int i = 0; i < shoppers.size(); i++) {
      if (shoppers.get(i).isVisible()) {
        visible++;
        trails.get(i).add(shoppers.get(i).at().x(), shoppers.get(i).at().y());
        trails.get(i).draw(g, scale, Ink.person(i));
        labels.keepFree(
            new Rectangle2D.Double(
                scale.x(shoppers.get(i).at().x()) - radius,
                scale.y(shoppers.get(i).at().y()) - radius,
                2 * radius,
                2 * radius));
      }
    }
    for (int i = 0; i < shoppers.size(); i++) {
      if (shoppers.get(i).isVisible()) {
        person.draw(g, shoppers.get(i), Ink.person(i));
      }
    }
    flashes.drawWords(g, labels, seconds);
    for (int i = 0; i < shoppers.size(); i++) {
      Shopper shopper = shoppers.get(i);
      if (shopper.isVisible()) {
        double x = scale.x(shopper.at().x());
        double y = scale.y(shopper.at().y());
        carts.draw(g, labels, i, shopper, visible, x, y, radius);
      }
    }
  }
}
