package io.walkout.sim.camera;

import io.walkout.sim.people.BodyJoint;
import io.walkout.sim.people.Prop;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.world.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that moves: people with what they hold, and what they brought along. */
final class Cast {
  /** Keys that one person takes up: body, then two hands. */
  private static final int KEYS = Figure.PARTS + 2 * Pack.MOST_SOLIDS;

  /** From the wrist to where fingers close, as a share of the forearm. */
  private static final double GRIP = 0.45;

  private final Scene scene;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Held> hands = new ArrayList<>();
  private final List<Baggage> baggage = new ArrayList<>();
  private final Cropping cropping = new Cropping();

  /** What one hand holds, once per sample. */
  private static final class Held {
    @Nullable Unit unit;
    final Pack[] packs = new Pack[View.SAMPLES];
  }

  Cast(Scene scene) {
    this.scene = scene;
  }

  int people() {
    return figures.size();
  }

  Figure figure(int person) {
    return figures.get(person);
  }

  /** The person whose body a key belongs to, or -1 for what is carried or pushed. */
  int personOf(int key) {
    int person = key / KEYS;
    return person < figures.size() && key % KEYS < Figure.PARTS ? person : -1;
  }

  Solid solid(int sample, int key) {
    int person = key / KEYS;
    if (person >= figures.size()) {
      int k = key - KEYS * figures.size();
      return baggage.get(k / Baggage.MOST_SOLIDS).solids().get(k % Baggage.MOST_SOLIDS);
    }
    int part = key % KEYS;
    if (part < Figure.PARTS) {
      return figures.get(person).part(sample, part);
    }
    int k = part - Figure.PARTS;
    return hands.get(2 * person + k / Pack.MOST_SOLIDS)
        .packs[sample]
        .solids()[k % Pack.MOST_SOLIDS];
  }

  /**
   * Poses everybody and draws them.
   *
   * @param first share of the simulation's last step at which the exposure begins
   * @param last share at which it ends
   * @param tiles receives the squares that something was drawn in
   */
  void draw(View view, Layer layer, Silhouettes outlines, Tiles tiles, double first, double last) {
    outlines.clear();
    for (int p = figures.size(); p < scene.shoppers().size(); p++) {
      figures.add(new Figure(scene.shoppers().get(p)));
      hands.add(new Held());
      hands.add(new Held());
    }
    for (int p = 0; p < figures.size(); p++) {
      if (figures.get(p).shopper.isVisible()) {
        body(view, layer, outlines, tiles, p, first, last);
        hand(view, layer, tiles, p, true, first, last);
        hand(view, layer, tiles, p, false, first, last);
      }
    }
    props(view, layer, tiles);
  }

  private static double moment(int sample, double first, double last) {
    return first + (sample + 0.5) / View.SAMPLES * (last - first);
  }

  private void body(
      View view, Layer layer, Silhouettes outlines, Tiles tiles, int p, double first, double last) {
    Figure figure = figures.get(p);
    outlines.begin(p);
    for (int s = 0; s < View.SAMPLES; s++) {
      figure.pose(view, s, moment(s, first, last));
      for (int k = 0; k < Figure.PARTS; k++) {
        RoundCone part = figure.part(s, k);
        part.draw(view, layer, outlines, s, p * KEYS + k);
        tiles.mark(part.bounds);
        outlines.outline(part.bounds);
      }
    }
    if (outlines.isCut()) {
      outlines.crop(cropping.shareInside(view, figure, View.SAMPLES / 2));
    }
    outlines.endIfUnseen();
  }

  private void hand(
      View view, Layer layer, Tiles tiles, int p, boolean left, double first, double last) {
    Shopper shopper = figures.get(p).shopper;
    Unit unit = shopper.inHand(left);
    if (unit == null) {
      return;
    }
    Held held = hands.get(2 * p + (left ? 0 : 1));
    if (held.unit != unit) {
      held.unit = unit;
      for (int s = 0; s < View.SAMPLES; s++) {
        held.packs[s] = new Pack(unit.article(), null);
      }
    }
    BodyJoint elbow = left ? BodyJoint.LEFT_ELBOW : BodyJoint.RIGHT_ELBOW;
    BodyJoint wrist = left ? BodyJoint.LEFT_WRIST : BodyJoint.RIGHT_WRIST;
    double ax = -StrictMath.sin(shopper.heading());
    double ay = StrictMath.cos(shopper.heading());
    double h = unit.article().heightMetres();
    double below = unit.article().isSoft() ? 0.8 * h : 0.5 * h;
    int key = p * KEYS + Figure.PARTS + (left ? 0 : Pack.MOST_SOLIDS);
    for (int s = 0; s < View.SAMPLES; s++) {
      double share = moment(s, first, last);
      double x = grip(shopper, elbow, wrist, 0, share);
      double y = grip(shopper, elbow, wrist, 1, share);
      double z = grip(shopper, elbow, wrist, 2, share);
      held.packs[s].stand(x, y, z - below, ax, ay);
      Solid[] solids = held.packs[s].solids();
      for (int k = 0; k < solids.length; k++) {
        solids[k].place(view);
        solids[k].draw(view, layer, s, key + k, 0, 0, view.width, view.height);
        tiles.mark(solids[k].bounds);
      }
    }
  }

  private static double grip(Shopper s, BodyJoint elbow, BodyJoint wrist, int axis, double share) {
    double from = s.joint(elbow, axis, share);
    double to = s.joint(wrist, axis, share);
    return to + GRIP * (to - from);
  }

  private void props(View view, Layer layer, Tiles tiles) {
    List<Prop> props = scene.props();
    for (int k = 0; k < props.size(); k++) {
      if (k == baggage.size()) {
        baggage.add(new Baggage(props.get(k)));
      } else if (!baggage.get(k).prop().equals(props.get(k))) {
        baggage.set(k, new Baggage(props.get(k)));
      }
      List<Solid> solids = baggage.get(k).solids();
      for (int j = 0; j < solids.size(); j++) {
        int key = KEYS * figures.size() + Baggage.MOST_SOLIDS * k + j;
        solids.get(j).place(view);
        for (int s = 0; s < View.SAMPLES; s++) {
          solids.get(j).draw(view, layer, s, key, 0, 0, view.width, view.height);
        }
        tiles.mark(solids.get(j).bounds);
      }
    }
  }
}
