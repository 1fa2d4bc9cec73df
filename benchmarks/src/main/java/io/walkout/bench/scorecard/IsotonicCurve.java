package io.walkout.bench.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Certainty as the rising curve nearest to what was right, by pooling adjacent violators (B.
 * Zadrozny, C. Elkan, KDD 2002). Between the pools it runs straight. It bends wherever the lines
 * say so, and with few lines it follows their chance: it is here to tell whether two numbers are
 * enough.
 */
final class IsotonicCurve implements CertaintyCurve {
  private final List<Pool> pools;

  private IsotonicCurve(List<Pool> pools) {
    this.pools = pools;
  }

  /** Lines next to each other by log odds. */
  private record Pool(double sumOdds, int lines, int right) {
    double share() {
      return (double) right / lines;
    }

    double odds() {
      return sumOdds / lines;
    }

    Pool with(Pool o) {
      return new Pool(sumOdds + o.sumOdds, lines + o.lines, right + o.right);
    }
  }

  /** Fits; needs a claim at least. */
  static IsotonicCurve fit(List<Claim> claims) {
    List<Claim> rising = new ArrayList<>(claims);
    rising.sort(Comparator.comparingDouble(Claim::logOdds));
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < rising.size(); ) {
      double odds = rising.get(i).logOdds();
      Pool pool = new Pool(0, 0, 0);
      for (; i < rising.size() && rising.get(i).logOdds() == odds; i++) {
        pool = pool.with(new Pool(odds, 1, rising.get(i).isRight() ? 1 : 0));
      }
      while (!pools.isEmpty() && pools.getLast().share() >= pool.share()) {
        pool = pools.removeLast().with(pool);
      }
      pools.add(pool);
    }
    return new IsotonicCurve(pools);
  }

  @Override
  public double of(Claim claim) {
    double odds = claim.logOdds();
    Pool below = pools.getFirst();
    for (Pool above : pools) {
      if (above.odds() >= odds) {
        double width = above.odds() - below.odds();
        double along = width <= 0 ? 1 : Math.clamp((odds - below.odds()) / width, 0, 1);
        return below.share() + along * (above.share() - below.share());
      }
      below = above;
    }
    return below.share();
  }

  /**
   * What the surest lines may state at most: the share of right ones in the last pool, one more
   * right and one more wrong added (Laplace's rule), as none being wrong among few proves little.
   */
  double most() {
    Pool last = pools.getLast();
    return (last.right() + 1.0) / (last.lines() + 2.0);
  }
}
