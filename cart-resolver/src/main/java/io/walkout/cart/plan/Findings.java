package io.walkout.cart.plan;

import io.walkout.cart.evidence.LearnedMass;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.CatalogueFactor;
import io.walkout.store.cart.CatalogueMass;
import io.walkout.store.cart.PlanogramFault;
import io.walkout.store.cart.StoreFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides what is told to the shop's people: once, when it is all but certain; and its undoing. */
final class Findings {
  /** A facing this doubtful is told of. Chosen: one false word in twenty at most. */
  private static final double TELL = 0.95;

  /** A facing that was told of is taken back below this. */
  private static final double TAKE_BACK = 0.5;

  /** Takes that are needed, each by how sure it was: three that are nearly certain. Chosen. */
  private static final double LEAST_TAKES = 2.5;

  /** Takes of a facing itself, if the one it changed places with was felt too. Chosen. */
  private static final double LEAST_OWN = 0.8;

  /** A facing whose product's mass is told of must be this sure to hold it. */
  private static final double LEAST_DOUBT = 0.1;

  /** Catalogues are right within this, as a share: twice the usual error of 4.5 %. */
  private static final double CATALOGUE_ERROR = 0.1;

  /** A learned mass is told when its error is below this, as a share. */
  private static final double MOST_SIGMA = 0.05;

  /** The reading of the count must be this sure. */
  private static final double LEAST_SHARE = 0.9;

  private final Set<ProductCode> masses = new TreeSet<>();
  private double factor = 1;
  private final List<StoreFinding> found = new ArrayList<>();

  void facing(FacingBelief f, long nanos) {
    FacingBelief partner = f.partner;
    double own = f.loads.loads();
    boolean felt =
        own >= LEAST_TAKES
            || (partner != null && own >= LEAST_OWN && own + partner.loads.loads() >= LEAST_TAKES);
    if (!f.told && felt && f.doubt() >= TELL) {
      f.told = true;
      found.add(fault(f, nanos, false));
    } else if (f.told && f.doubt() < TAKE_BACK) {
      f.told = false;
      found.add(fault(f, nanos, true));
    }
  }

  private static PlanogramFault fault(FacingBelief f, long nanos, boolean withdrawn) {
    List<PlanogramFault.Found> instead = new ArrayList<>();
    for (FacingBelief.Other other : f.others()) {
      instead.add(new PlanogramFault.Found(other.product().code(), other.probability()));
    }
    return new PlanogramFault(
        nanos,
        f.facing().plates(),
        f.planned().code(),
        f.planned().massGrams(),
        f.loads.bestGrams(),
        instead,
        f.doubt(),
        f.loads.loads(),
        f.shown(),
        withdrawn);
  }

  void mass(
      Product product,
      LearnedMass learned,
      double catalogueFactor,
      double takes,
      double doubt,
      long nanos) {
    double off =
        product.hasMass()
            ? Math.abs(Math.log(learned.grams() / product.massGrams() / catalogueFactor))
            : Double.POSITIVE_INFINITY;
    boolean told = masses.contains(product.code());
    boolean sure =
        takes >= LEAST_TAKES
            && learned.share() >= LEAST_SHARE
            && learned.relativeSigma() <= MOST_SIGMA
            && doubt <= LEAST_DOUBT;
    if (!told && sure && off > CATALOGUE_ERROR + 2 * learned.relativeSigma()) {
      masses.add(product.code());
      found.add(mass(product, learned, takes, nanos, false));
    } else if (told && (doubt > TELL || (sure && off < CATALOGUE_ERROR))) {
      masses.remove(product.code());
      found.add(mass(product, learned, takes, nanos, true));
    }
  }

  private static CatalogueMass mass(
      Product product, LearnedMass learned, double takes, long nanos, boolean withdrawn) {
    return new CatalogueMass(
        nanos,
        product.code(),
        product.massGrams(),
        learned.grams(),
        learned.sigmaGrams(),
        takes,
        withdrawn);
  }

  void catalogue(double now, long nanos) {
    if (now != factor) {
      factor = now;
      found.add(new CatalogueFactor(nanos, now));
    }
  }

  List<StoreFinding> drain() {
    List<StoreFinding> all = List.copyOf(found);
    found.clear();
    return all;
  }
}
