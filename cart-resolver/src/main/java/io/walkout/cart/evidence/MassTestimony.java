package io.walkout.cart.evidence;

import io.walkout.store.Product;
import io.walkout.store.shelf.ShelfChange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the mass of one part of a change says. "Anything" is a load like somebody's own thing: a
 * log-normal from a phone to a rucksack.
 */
final class MassTestimony implements Testimony {
  private final MassEvidence masses;
  private final ShelfChange part;
  private final double grams;
  private final double sigmaGrams;
  private final double logAnything;

  /** Logarithms of the densities of each number of {@link #asked}; NaN where not asked yet. */
  private final double[] logs = new double[MassEvidence.MAX_COUNT + 1];

  private @Nullable Product asked;

  MassTestimony(MassEvidence masses, Question question) {
    this.masses = masses;
    part = question.part();
    grams = question.grams();
    sigmaGrams = part.sigmaGrams();
    logAnything = Math.log(OtherLoads.foreign(Question.grams(question.whole())));
  }

  @Override
  public double goods(Goods goods) {
    Goods.Weighed weighed = goods.weighed();
    if (weighed == null) {
      return logDensity(goods.product(), goods.units()) - logAnything;
    }
    double density =
        MassEvidence.densityOfWeighed(
            weighed.unitGrams(), weighed.unitSigmaGrams(), goods.units(), grams, sigmaGrams);
    return Math.log(density) - logAnything;
  }

  /** Two of one product are felt as so many units of it; of two products as one unit each. */
  @Override
  public double pair(Pair pair) {
    Product p = pair.a().product();
    Product q = pair.b().product();
    if (p.code().equals(q.code())) {
      return logDensity(p, pair.a().units() + pair.b().units()) - logAnything;
    }
    return Math.log(masses.densityOfPair(p, q, grams, sigmaGrams)) - logAnything;
  }

  @Override
  public double nothing() {
    return Math.log(OtherLoads.whim(grams, sigmaGrams)) - logAnything;
  }

  @Override
  public double thing(@Nullable ShelfChange before, boolean alone) {
    if (!alone) {
      return 0;
    }
    if (before == null) {
      return Math.log(OtherLoads.foreign(grams)) - logAnything;
    }
    double density =
        part.deltaGrams() < 0
            ? OtherLoads.fetched(part, before)
            : OtherLoads.foreign(before.deltaGrams() + grams);
    return Math.log(density) - logAnything;
  }

  @SuppressWarnings("ReferenceEquality") // the catalogue's own product; a like one is asked anew
  private double logDensity(Product product, int units) {
    if (units >= logs.length) {
      return Math.log(masses.density(product, units, grams, sigmaGrams));
    }
    if (asked != product) {
      asked = product;
      Arrays.fill(logs, Double.NaN);
    }
    if (Double.isNaN(logs[units])) {
      logs[units] = Math.log(masses.density(product, units, grams, sigmaGrams));
    }
    return logs[units];
  }
}
