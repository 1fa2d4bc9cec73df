package io.walkout.sim.world;

import io.walkout.store.ShelfId;
import java.util.Arrays;

/**
 * One thing for sale, with its own mass, wherever it is. Identity matters: two units of one article
 * are two objects. Changed only by {@link Stock}.
 */
public final class Unit {
  private final Article article;
  private final double massGrams;
  ShelfId shelf;
  double alongMetres;
  double depthMetres;
  double[] loadGrams;
  boolean reserved;

  Unit(Article article, double massGrams, ShelfId shelf) {
    this.article = article;
    this.massGrams = massGrams;
    this.shelf = shelf;
    this.loadGrams = new double[0];
  }

  /** What it is. */
  public Article article() {
    return article;
  }

  /** What it truly weighs. */
  public double massGrams() {
    return massGrams;
  }

  /** The shelf it stands on, or last stood on. */
  public ShelfId shelf() {
    return shelf;
  }

  /** Where its middle is along the shelf, from the shelf's left end. */
  public double alongMetres() {
    return alongMetres;
  }

  /** Where its middle is behind the shelf's front edge. */
  public double depthMetres() {
    return depthMetres;
  }

  /** A copy of what each plate of the shelf bears of it; sums to its mass. */
  public double[] loadGrams() {
    return Arrays.copyOf(loadGrams, loadGrams.length);
  }
}
