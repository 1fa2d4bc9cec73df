package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.Catalogue;
import io.walkout.store.Product;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines whose goods weigh plainly not what the catalogue says, and that no other take confirmed:
 * either the catalogue is wrong, and the line right, or other goods stand there than the planogram
 * says. One load can't tell which.
 */
final class Misfit {
  /**
   * A load is plainly no unit as listed from this probability on: 3.3 standard deviations of a
   * listed mass, which one right product in a thousand exceeds. Chosen.
   */
  private static final double PLAINLY = 0.85;

  /** Of these, the share that is another product: even odds. Chosen. */
  private static final double OTHER_GOODS = 0.5;

  private Misfit() {}

  /** The cart with lines that fit badly less sure. */
  static Cart doubted(Cart cart, MassEvidence masses, Catalogue catalogue) {
    List<Cart.Line> lines = new ArrayList<>();
    for (Cart.Line line : cart.lines()) {
      double other = OTHER_GOODS * misfit(line, masses, catalogue);
      lines.add(other > 0 ? Unfelt.lessSure(line, 1 - other, line.alternatives()) : line);
    }
    return Unfelt.with(cart, lines);
  }

  /** Probability that its worst load is no unit as listed; 0 where that is not plain. */
  private static double misfit(Cart.Line line, MassEvidence masses, Catalogue catalogue) {
    Product product = catalogue.find(line.product()).orElse(null);
    double worst = 0;
    for (Cart.Evidence e : line.evidence()) {
      Assignment deed = e.assignment();
      Assignment.Explanation best = deed.best();
      if (product != null
          && best.kind() == Assignment.Kind.TAKE
          && best.quantity() > 0
          && line.product().equals(best.product())) {
        double grams = Math.max(Math.abs(deed.change().deltaGrams()), 1e-3);
        int own = line.evidence().size();
        worst =
            Math.max(
                worst,
                1 - masses.fit(product, best.quantity(), grams, deed.change().sigmaGrams(), own));
      }
    }
    return worst >= PLAINLY ? worst : 0;
  }
}
