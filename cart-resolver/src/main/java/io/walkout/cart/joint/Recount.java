package io.walkout.cart.joint;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.store.PersonId;
import io.walkout.store.ProductCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs the number of units of somebody's takes again, by what has been learned of masses since
 * they were taken: worlds that count otherwise gain or lose.
 */
final class Recount {
  private Recount() {}

  static void of(Cluster cluster, PersonId person, MassEvidence mass, Bound bound) {
    int who = cluster.indexOf(person);
    Set<Long> serials = new TreeSet<>();
    for (World w : cluster.worlds()) {
      for (Piece p : w.baskets[who].pieces()) {
        if (p.countFromMass()) {
          serials.add(p.serial());
        }
      }
    }
    if (serials.isEmpty()) {
      return;
    }
    Map<Weighed, double[]> posteriors = new HashMap<>();
    List<World> weighed = new ArrayList<>();
    for (World w : cluster.worlds()) {
      weighed.add(again(w, serials, mass, posteriors));
    }
    cluster.replace(weighed, bound);
  }

  /** What a posterior of the number of units rests on: hundreds of worlds share it. */
  private record Weighed(ProductCode product, double grams, double sigmaGrams) {}

  private static World again(
      World w, Set<Long> serials, MassEvidence mass, Map<Weighed, double[]> posteriors) {
    Basket[] baskets = w.baskets.clone();
    double log = w.log;
    for (int i = 0; i < baskets.length; i++) {
      List<Piece> pieces = baskets[i].pieces();
      for (int k = 0; k < pieces.size(); k++) {
        Piece p = pieces.get(k);
        if (p.countFromMass() && serials.contains(p.serial())) {
          double[] counts =
              posteriors.computeIfAbsent(
                  new Weighed(p.product().code(), p.grams(), p.sigmaGrams()),
                  key -> mass.countPosterior(p.product(), key.grams(), key.sigmaGrams()));
          double now = Math.log(Math.max(counts[p.taken()], 1e-12));
          log += now - p.logCount();
          baskets[i] = baskets[i].replacing(k, p.recounted(now));
        }
      }
    }
    return new World(log, w.agreed, baskets, w.strays, w.grasps);
  }
}
