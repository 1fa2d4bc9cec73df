package io.walkout.cart.joint;

import io.walkout.cart.evidence.Reach;
import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Cart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of somebody's cart: those of the likeliest joint world, so that every unit is in one
 * cart; each line with the weight of all worlds that agree with it, and with what the others have
 * instead. A world in which somebody else of their party holds the unit agrees: one account pays.
 */
final class Lines {
  private static final int MOST_ALTERNATIVES = 3;

  /** Alternatives less likely than this are not worth a reviewer's look. */
  private static final double LEAST_ALTERNATIVE = 0.005;

  private final Cluster cluster;
  private final int who;
  private final List<Integer> party;
  private final Company company;
  private final Mistaken mistaken;

  private Lines(Cluster cluster, PersonId person, Company company, Mistaken mistaken) {
    this.cluster = cluster;
    this.who = cluster.indexOf(person);
    this.party = PartyShares.of(cluster, person, company);
    this.company = company;
    this.mistaken = mistaken;
  }

  static List<Cart.Line> of(
      Cluster cluster, PersonId person, Company company, Mistaken mistaken, double mostCertain) {
    return new Lines(cluster, person, company, mistaken).lines(mostCertain);
  }

  private List<Cart.Line> lines(double mostCertain) {
    Basket best = cluster.best().baskets[who];
    Map<ProductCode, List<Piece>> byProduct = new LinkedHashMap<>();
    for (Piece p : best.pieces()) {
      byProduct.computeIfAbsent(p.product().code(), c -> new ArrayList<>()).add(p);
    }
    List<Cart.Line> lines = new ArrayList<>();
    byProduct.forEach((product, pieces) -> lines.add(line(product, pieces, mostCertain)));
    return lines;
  }

  private Cart.Line line(ProductCode product, List<Piece> pieces, double mostCertain) {
    int quantity = pieces.stream().mapToInt(Piece::quantity).sum();
    int together = PartyShares.quantity(cluster.best(), party, product);
    double agree = 0;
    Map<Cart.Alternative, Double> others = new LinkedHashMap<>();
    for (World w : cluster.worlds()) {
      double weight = Cluster.probability(w);
      if (w.baskets[who].quantity(product) == quantity
          || PartyShares.quantity(w, party, product) == together) {
        agree += weight;
      } else {
        others.merge(instead(w, product, pieces), weight, Double::sum);
      }
    }
    double certainty = Certainty.of(agree);
    double bent = agree < 1 ? (1 - certainty) / (1 - agree) : 0;
    others.replaceAll((a, p) -> bent * p);
    mistakenFor(pieces)
        .forEach(
            (other, p) ->
                others.merge(
                    new Cart.Alternative(product, quantity, other, 0), certainty * p, Double::sum));
    List<Cart.Alternative> alternatives = new ArrayList<>();
    others.forEach(
        (a, p) -> {
          if (p >= LEAST_ALTERNATIVE) {
            alternatives.add(
                new Cart.Alternative(a.product(), a.quantity(), a.person(), Math.clamp(p, 0, 1)));
          }
        });
    alternatives.sort(Comparator.comparingDouble(Cart.Alternative::probability).reversed());
    return new Cart.Line(
        product,
        quantity,
        Math.clamp(trust(pieces) * certainty, 0, mostCertain),
        alternatives.subList(0, Math.min(MOST_ALTERNATIVES, alternatives.size())),
        evidence(pieces));
  }

  /**
   * Trust in what a line rests on, and in who was there being who they came in as: a chain is as
   * strong as its weakest link.
   */
  private double trust(List<Piece> pieces) {
    double trust = 1;
    for (Piece p : pieces) {
      for (Proof proof : p.proofs()) {
        double same = mistaken.trust(by(proof), proof.felt().part().stepNanos(), company);
        trust = Math.min(trust, proof.felt().trust() * same);
      }
    }
    return trust;
  }

  private PersonId by(Proof proof) {
    Reach reach = proof.reach();
    return reach == null ? cluster.person(who) : reach.person();
  }

  /** Who else the one who took the last of some pieces may have been, of other accounts. */
  private Map<PersonId, Double> mistakenFor(List<Piece> pieces) {
    Proof last = pieces.getLast().proofs().getFirst();
    PersonId by = by(last);
    Map<PersonId, Double> others =
        new LinkedHashMap<>(mistaken.at(by, last.felt().part().stepNanos()));
    others.keySet().removeIf(p -> p.equals(by) || company.areOneParty(by, p));
    return others;
  }

  /** What a world has in the place of a line; without a probability. */
  private Cart.Alternative instead(World w, ProductCode product, List<Piece> pieces) {
    int here = w.baskets[who].quantity(product);
    if (here > 0) {
      return new Cart.Alternative(product, here, null, 0);
    }
    for (Piece p : pieces) {
      for (int i = 0; i < w.baskets.length; i++) {
        Piece same = bySerial(w.baskets[i], p.serial());
        if (same != null && (i != who || !same.product().code().equals(product))) {
          @Nullable PersonId holder = i == who ? null : cluster.person(i);
          return new Cart.Alternative(same.product().code(), same.quantity(), holder, 0);
        }
      }
    }
    return new Cart.Alternative(null, 0, null, 0);
  }

  private static @Nullable Piece bySerial(Basket basket, long serial) {
    for (Piece p : basket.pieces()) {
      if (p.serial() == serial) {
        return p;
      }
    }
    return null;
  }

  private static List<Cart.Evidence> evidence(List<Piece> pieces) {
    List<Cart.Evidence> all = new ArrayList<>();
    for (Piece piece : pieces) {
      for (Proof proof : piece.proofs()) {
        all.add(evidence(proof));
      }
    }
    all.sort(Comparator.comparingLong((Cart.Evidence e) -> e.assignment().change().endNanos()));
    return all;
  }

  /** What was felt, with the explanation that the line holds true first. */
  private static Cart.Evidence evidence(Proof proof) {
    Explanation held = proof.felt().like(proof.explanation());
    Explanation best = held == null ? proof.explanation() : held;
    Ways.Rivals rivals = proof.felt().rivals(best, MOST_ALTERNATIVES);
    Assignment assignment = new Assignment(proof.felt().part(), best, rivals.explanations());
    Reach reach = proof.reach();
    return reach == null
        ? new Cart.Evidence(assignment, Double.NaN, "NONE", rivals.said())
        : new Cart.Evidence(assignment, reach.metres(), reach.with(), rivals.said());
  }
}
