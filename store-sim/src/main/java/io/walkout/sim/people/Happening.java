package io.walkout.sim.people;

import io.walkout.sim.world.Article;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.geometry.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * A true event of the stock: units really went from a shelf to a hand or back. What people do
 * beside that is an {@link Act}.
 *
 * @param kind which way, and by whom
 * @param seconds the middle of the movement, simulation time
 * @param targetId who
 * @param article what
 * @param quantity how many units
 * @param facing on which facing, numbered as in the planogram
 * @param shelf on which shelf
 * @param changeGrams lasting change of each plate of that shelf
 * @param place where the hand was
 */
public record Happening(
    Kind kind,
    double seconds,
    String targetId,
    Article article,
    int quantity,
    int facing,
    ShelfId shelf,
    double[] changeGrams,
    Vec3 place) {
  /** What can happen to the stock. */
  public enum Kind {
    /** A customer took it off the shelf. */
    TAKE,
    /** A customer put it on a shelf. */
    PUT_BACK,
    /** The staff put it on a shelf. */
    RESTOCK,
    /** The staff took it off the shelf. */
    REMOVAL
  }

  /** A plate belongs to an event if it bears at least this share of the moved mass; chosen. */
  private static final double PLATE_SHARE = 0.05;

  /** The plates whose load it changed by more than a trace. */
  public List<PlateId> plates() {
    double mass = 0;
    for (double grams : changeGrams) {
      mass += grams;
    }
    List<PlateId> plates = new ArrayList<>();
    for (int p = 0; p < changeGrams.length; p++) {
      if (changeGrams[p] / mass >= PLATE_SHARE) {
        plates.add(new PlateId(shelf.gondola(), shelf.shelf(), p + 1));
      }
    }
    return plates;
  }

  /** Whether units left the shelf (else they came). */
  public boolean take() {
    return kind == Kind.TAKE || kind == Kind.REMOVAL;
  }
}
