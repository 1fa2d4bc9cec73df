package io.walkout.cart.evidence;

import io.walkout.store.Facing;

/**
 * A claim about where on its shelf something stood before it was taken, or stands since it came.
 */
public sealed interface Where {
  /** Anywhere on the shelf, without regard to the plan. */
  Where ANYWHERE = new Anywhere();

  /** Anywhere on the shelf. */
  record Anywhere() implements Where {}

  /**
   * On a facing, by plan or by what was learned of the plan.
   *
   * @param facing which
   */
  record On(Facing facing) implements Where {}

  /**
   * Where it was felt before, out of plan.
   *
   * @param centreMetres along the shelf
   * @param spreadMetres standard deviation of that
   */
  record Near(double centreMetres, double spreadMetres) implements Where {}
}
