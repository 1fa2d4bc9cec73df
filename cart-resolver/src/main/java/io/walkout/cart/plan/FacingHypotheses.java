package io.walkout.cart.plan;

import io.walkout.cart.evidence.LoadLikelihood;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one facing may hold, each possibility weighed against the plan being right, with everything
 * else as it is believed now. The evidence for a possibility is the chance of all loads that were
 * felt at the facings concerned, the masses of the products integrated out: so a product that truly
 * weighs something else, a facing that holds another product, and two facings that have changed
 * places compete on equal terms (the marginal likelihoods of MacKay 1992).
 */
final class FacingHypotheses {
  /** Stands for nothing of the catalogue. */
  private static final Product UNKNOWN =
      new Product(new ProductCode("unknown"), "unknown", Double.NaN, null);

  /** Of all facings, those that hold something else, before any is felt. */
  private static final double RATE = 0.02;

  /** How many facings it takes to outweigh that by one half. Chosen. */
  private static final double RATE_STRENGTH = 50;

  /** Of all facings, those that have changed places with another one. Chosen. */
  private static final double CHANGED_PLACES = 0.01;

  /** Of all facings, those that hold some other product of the catalogue. Chosen. */
  private static final double OTHER_PRODUCT = 0.01;

  /** Of all facings, those that hold something that the catalogue lacks. Chosen. */
  private static final double UNLISTED = 0.002;

  /** A product that stands elsewhere too, as against one that has no place by plan. Chosen. */
  private static final double SECOND_PLACE = 0.1;

  /** Most products that are looked at for one facing: those whose mass is nearest. */
  private static final int MOST_CANDIDATES = 12;

  /** Possibilities that are less likely are not followed. */
  private static final double LEAST = 0.02;

  /** Most others that are followed for one facing. */
  private static final int MOST_OTHERS = 3;

  /**
   * A catalogue that is this many times likelier for these loads than a flat belief needs no second
   * look: a mass known to 10 % has a density of 4 about its mean.
   */
  private static final double PLAIN = 4;

  private final List<FacingBelief> facings;
  private final List<Product> products;
  private final MassEvidence mass;

  FacingHypotheses(List<FacingBelief> facings, List<Product> products, MassEvidence mass) {
    this.facings = facings;
    this.products = products;
    this.mass = mass;
  }

  /**
   * One possibility that speaks against the plan.
   *
   * @param product what stands there instead; null for a thing that no catalogue lists
   * @param exchange the facing that holds the planned product instead, or null
   * @param odds against the plan being right
   */
  private record Rival(@Nullable Product product, @Nullable FacingBelief exchange, double odds) {}

  /** Weighs one facing anew, and says which others should be weighed for that. */
  void weigh(FacingBelief f) {
    FacingBelief partner = f.partner;
    f.held = f.planned();
    f.partner = null;
    if (partner != null) {
      partner.held = partner.planned();
      partner.partner = null;
    }
    if (f.loads.loads() == 0 && partner == null) {
      return;
    }
    List<Rival> rivals = isPlain(f) ? List.of() : rivals(f);
    double total = 1;
    for (Rival r : rivals) {
      total += r.odds;
    }
    believe(f, rivals, total);
  }

  private void believe(FacingBelief f, List<Rival> rivals, double total) {
    Map<Product, Double> byProduct = new LinkedHashMap<>();
    double unlisted = 0;
    Rival best = null;
    for (Rival r : rivals) {
      if (r.product == null) {
        unlisted += r.odds / total;
      } else {
        byProduct.merge(r.product, r.odds / total, Double::sum);
      }
      best = best == null || r.odds > best.odds ? r : best;
    }
    List<FacingBelief.Other> others = new ArrayList<>();
    byProduct.forEach(
        (product, p) -> {
          if (p >= LEAST) {
            others.add(new FacingBelief.Other(product, p));
          }
        });
    others.sort(Comparator.comparingDouble(FacingBelief.Other::probability).reversed());
    f.believe(
        others.subList(0, Math.min(MOST_OTHERS, others.size())),
        unlisted >= LEAST ? unlisted : 0,
        1 - 1 / total);
    if (best == null || total <= 2) {
      return;
    }
    double most = best.product == null ? unlisted : byProduct.getOrDefault(best.product, 0.0);
    if (most > 0.5) {
      f.held = best.product;
      FacingBelief exchange = best.exchange;
      if (exchange != null && best.odds > 0.5 * most * total) {
        exchange.held = f.planned();
        exchange.partner = f;
        f.partner = exchange;
      }
    }
  }

  private boolean isPlain(FacingBelief f) {
    LoadLikelihood others = of(f.planned(), Map.of(f, UNKNOWN));
    double gain = evidence(f.planned(), others.and(f.loads)) / evidence(f.planned(), others);
    return gain > PLAIN * f.loads.width();
  }

  private List<Rival> rivals(FacingBelief f) {
    List<Rival> rivals = new ArrayList<>();
    Set<ProductCode> placed = placed();
    double places = places(placed);
    double often = rate() / RATE;
    for (Product q : candidates(f)) {
      double share = (placed.contains(q.code()) ? SECOND_PLACE : 1) / places;
      double other = often * OTHER_PRODUCT * share;
      rivals.add(new Rival(q, null, other * gain(Map.of(f, q))));
      for (FacingBelief g : facings) {
        if (g.planned().equals(q) && g != f) {
          Map<FacingBelief, Product> both = new LinkedHashMap<>();
          both.put(f, q);
          both.put(g, f.planned());
          double moved = q.equals(g.held) ? 1 : often * OTHER_PRODUCT * share;
          double prior = often * CHANGED_PLACES / facings.size() / moved;
          rivals.add(new Rival(q, g, Math.min(prior, 1) * gain(both)));
        }
      }
    }
    LoadLikelihood rest = of(f.planned(), Map.of(f, UNKNOWN));
    double without = evidence(f.planned(), rest) / evidence(f.planned(), of(f.planned(), Map.of()));
    double unknown = UNLISTED * mass.evidenceOfUnknown(f.loads) * without;
    rivals.add(new Rival(null, null, unknown));
    return rivals;
  }

  /**
   * Of all facings, those that hold something else: the first guess counts as much as {@link
   * #RATE_STRENGTH} facings, and each facing that is all but certainly wrong in this shop counts.
   */
  private double rate() {
    double felt = 0;
    double wrong = 0;
    for (FacingBelief f : facings) {
      felt += f.loads.loads() > 0 ? 1 : 0;
      wrong += f.told ? 1 : 0;
    }
    return (RATE * RATE_STRENGTH + wrong) / (RATE_STRENGTH + felt);
  }

  /** How much likelier all loads are if these facings hold these products instead. */
  private double gain(Map<FacingBelief, Product> instead) {
    Map<ProductCode, Product> concerned = new TreeMap<>();
    double gain = 1;
    for (Map.Entry<FacingBelief, Product> entry : instead.entrySet()) {
      concerned.put(entry.getValue().code(), entry.getValue());
      Product held = entry.getKey().held;
      if (held != null) {
        concerned.put(held.code(), held);
      } else {
        gain /= mass.evidenceOfUnknown(entry.getKey().loads);
      }
    }
    for (Product p : concerned.values()) {
      gain *= evidence(p, of(p, instead)) / evidence(p, of(p, Map.of()));
    }
    return gain;
  }

  /** All loads of the facings that hold a product, if some hold something else than believed. */
  private LoadLikelihood of(Product product, Map<FacingBelief, Product> instead) {
    LoadLikelihood all = new LoadLikelihood();
    for (FacingBelief g : facings) {
      Product held = instead.getOrDefault(g, g.held);
      if (product.equals(held) && g.loads.loads() > 0) {
        all = all.and(g.loads);
      }
    }
    return all;
  }

  /** All loads of the facings that are believed to hold a product. */
  LoadLikelihood of(Product product) {
    return of(product, Map.of());
  }

  private double evidence(Product product, LoadLikelihood loads) {
    return loads.loads() == 0 ? 1 : mass.evidence(product, loads);
  }

  private Set<ProductCode> placed() {
    Set<ProductCode> placed = new TreeSet<>();
    for (FacingBelief g : facings) {
      Product held = g.held;
      if (held != null) {
        placed.add(held.code());
      }
    }
    return placed;
  }

  /** Places that products want: one for each without a place, a little for each other. */
  private double places(Set<ProductCode> placed) {
    double sum = SECOND_PLACE * placed.size() + (products.size() - placed.size());
    return Math.max(1, sum);
  }

  private List<Product> candidates(FacingBelief f) {
    double grams = f.loads.bestGrams();
    List<Scored> scored = new ArrayList<>();
    for (Product p : products) {
      if (!p.equals(f.planned()) && p.hasMass()) {
        scored.add(new Scored(p, mass.listedDensity(p, grams)));
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::density).reversed());
    List<Product> best = new ArrayList<>();
    for (Scored s : scored.subList(0, Math.min(MOST_CANDIDATES, scored.size()))) {
      best.add(s.product);
    }
    return best;
  }

  private record Scored(Product product, double density) {}
}
