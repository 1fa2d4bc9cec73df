package io.walkout.cart.plan;

import io.walkout.cart.evidence.LearnedMass;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.EventTime;
import io.walkout.store.Facing;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.cart.StoreFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands where: a belief for each facing of the planogram whose product the catalogue has,
 * learned from the loads that left and came there.
 *
 * <p>Bounds: one likelihood for each facing, eight loads kept to be shown, twelve products looked
 * at for one facing, and a handful of facings weighed anew for one load. Single-threaded; the same
 * calls give the same beliefs.
 */
public final class PlanBelief {
  /** The same hand at the same place within this time does the same thing again. Chosen. */
  private static final long SAME_ACT_NANOS = 10 * EventTime.SECOND;

  /** How much a second load of the same act says, as against a new one. Chosen. */
  private static final double SAME_ACT = 0.25;

  /** Staff bring any number at once: the chance of each, from index 1. Chosen. */
  private static final double[] DELIVERY = {0, 0.25, 0.15, 0.15, 0.15, 0.15, 0.15};

  private final List<FacingBelief> facings = new ArrayList<>();
  private final Map<ShelfId, List<FacingBelief>> byShelf = new TreeMap<>();
  private final MassEvidence mass;
  private final FacingHypotheses hypotheses;
  private final Findings findings = new Findings();
  private int version;

  /** The plan as the store has it. */
  public PlanBelief(Store store, MassEvidence mass) {
    this.mass = mass;
    for (Facing facing : store.planogram().facings()) {
      Optional<Product> product = store.catalogue().find(facing.product());
      if (product.isPresent()) {
        FacingBelief belief = new FacingBelief(facing, product.get());
        facings.add(belief);
        byShelf.computeIfAbsent(facing.shelf(), s -> new ArrayList<>()).add(belief);
      }
    }
    hypotheses = new FacingHypotheses(facings, store.catalogue().products(), mass);
  }

  /** The facings of a shelf, in the planogram's order. */
  public List<FacingBelief> on(ShelfId shelf) {
    return byShelf.getOrDefault(shelf, List.of());
  }

  /** Density of the logarithm of a load's grams if it is units of that product. */
  public double fit(Product product, double grams, double sigmaGrams) {
    return mass.densityOfAny(product, grams, sigmaGrams);
  }

  /** Counts changes of what is believed. */
  public int version() {
    return version;
  }

  /**
   * Learns from a load that left or came.
   *
   * @param nanos when
   * @param deltaGrams negative if it left
   * @param sigmaGrams its standard deviation
   * @param confidence that it was units of the one thing that stands on this facing, by where it
   *     was felt, 0..1
   * @param otherwise density of the logarithm of its grams if it was not
   * @param person who did it, null if unseen
   */
  public void felt(
      FacingBelief facing,
      long nanos,
      double deltaGrams,
      double sigmaGrams,
      double confidence,
      double otherwise,
      @Nullable PersonId person) {
    boolean again =
        person != null
            && person.equals(facing.lastPerson)
            && nanos - facing.lastNanos < SAME_ACT_NANOS;
    facing.lastPerson = person;
    facing.lastNanos = nanos;
    facing.show(nanos, deltaGrams);
    facing.loads.add(
        Math.max(Math.abs(deltaGrams), 1e-3),
        sigmaGrams,
        again ? SAME_ACT * confidence : confidence,
        otherwise,
        deltaGrams < 0 ? MassEvidence.countPriors() : DELIVERY);
    Set<FacingBelief> concerned = concerned(facing);
    Map<FacingBelief, Optional<Product>> before = new LinkedHashMap<>();
    for (FacingBelief f : facings) {
      before.put(f, Optional.ofNullable(f.held));
    }
    concerned.forEach(hypotheses::weigh);
    FacingBelief partner = facing.partner;
    if (partner != null && !concerned.contains(partner)) {
      hypotheses.weigh(partner);
      concerned.add(partner);
    }
    relearn(before);
    version++;
    for (FacingBelief f : concerned) {
      findings.facing(f, nanos);
    }
  }

  /** Facings whose belief hangs together with that of this one; itself last, so that it decides. */
  private Set<FacingBelief> concerned(FacingBelief facing) {
    Set<FacingBelief> all = new LinkedHashSet<>();
    for (FacingBelief f : facings) {
      boolean tied =
          f.loads.loads() > 0
              && f.doubt() > 0
              && (f.planned().equals(facing.planned()) || mayHold(f, facing.planned()));
      if (f != facing && (tied || f == facing.partner)) {
        all.add(f);
      }
    }
    all.add(facing);
    return all;
  }

  private static boolean mayHold(FacingBelief f, Product product) {
    for (FacingBelief.Other other : f.others()) {
      if (other.product().equals(product)) {
        return true;
      }
    }
    return false;
  }

  /** A product's mass is learned anew where it was learned from what it is not. */
  private void relearn(Map<FacingBelief, Optional<Product>> before) {
    Set<Product> changed = new LinkedHashSet<>();
    before.forEach(
        (f, was) -> {
          Optional<Product> now = Optional.ofNullable(f.held);
          if (!was.equals(now)) {
            was.ifPresent(changed::add);
            now.ifPresent(changed::add);
          }
        });
    for (Product p : changed) {
      mass.relearn(p.code(), hypotheses.of(p));
    }
  }

  /** Looks whether the catalogue's mass of a product that was just taken can stand. */
  public void weighed(ProductCode code, long nanos) {
    double doubt = 0;
    double takes = 0;
    Product product = null;
    for (FacingBelief f : facings) {
      if (f.planned().code().equals(code)) {
        product = f.planned();
        doubt = Math.max(doubt, f.doubt());
        takes += f.loads.loads();
      }
    }
    LearnedMass learned = mass.learned(code).orElse(null);
    if (product != null && learned != null) {
      findings.mass(product, learned, mass.catalogueFactor(), takes, doubt, nanos);
    }
    findings.catalogue(mass.catalogueFactor(), nanos);
  }

  /** What was found since the last call, in order. */
  public List<StoreFinding> findings() {
    return findings.drain();
  }
}
