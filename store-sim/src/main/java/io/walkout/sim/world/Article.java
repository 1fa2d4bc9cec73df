package io.walkout.sim.world;

import io.walkout.store.ProductCode;

/**
 * A kind of goods in the simulated shop: what the catalogue says, and how large a unit is.
 *
 * @param code its barcode number
 * @param name for people
 * @param level on which height of a gondola it stands
 * @param kind its packing, such as "bag" or "can"
 * @param massGrams mass of one unit by the catalogue
 * @param priceMinor price of one unit, minor units
 * @param widthMetres along the shelf
 * @param depthMetres from front to back
 * @param heightMetres upwards
 * @param plates plates that one facing takes up
 */
public record Article(
    ProductCode code,
    String name,
    Level level,
    String kind,
    double massGrams,
    long priceMinor,
    double widthMetres,
    double depthMetres,
    double heightMetres,
    int plates) {
  /** Heights of a gondola, as a shop fills them: heavy things low, small things high. */
  public enum Level {
    /** The two lowest shelves. */
    LOW,
    /** Around the hips. */
    MIDDLE,
    /** Around the chest. */
    HIGH,
    /** Around the eyes. */
    TOP
  }

  /** Whether a unit is soft: its load wanders over its plates and its neighbours lean on it. */
  public boolean isSoft() {
    return kind.equals("bag");
  }
}
