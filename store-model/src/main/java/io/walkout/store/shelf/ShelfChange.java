package io.walkout.store.shelf;

import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lasting step of mass on one shelf.
 *
 * @param shelf where
 * @param startNanos when the load began to move: the last moment of the old level
 * @param endNanos when it came to rest: the first moment of the new level
 * @param stepNanos when the mass itself went or came, the best guess; hands press before and goods
 *     bounce after, so the middle of start and end may lie far from it
 * @param stepSigmaNanos standard deviation of {@code stepNanos}, positive
 * @param deltaGrams new level minus old level, all plates of the change together; negative when
 *     something was taken
 * @param sigmaGrams standard deviation of {@code deltaGrams} from noise and drift (not the spread
 *     of the product's own mass)
 * @param kind how much it is like goods
 * @param plates the change of each plate that took part, in the order of their numbers
 * @param state how much the plates of the shelf could tell then: where it is {@link
 *     ShelfState#SUM_ONLY}, the mass is right and its place along the shelf is not known
 */
public record ShelfChange(
    ShelfId shelf,
    long startNanos,
    long endNanos,
    long stepNanos,
    long stepSigmaNanos,
    double deltaGrams,
    double sigmaGrams,
    Kind kind,
    List<PlateDelta> plates,
    ShelfState state) {
  /** Least standard deviation of a step's time where only its start and end are known. */
  private static final long LEAST_STEP_SIGMA_NANOS = 50 * EventTime.MILLI;

  /** How much a change is like goods that come or go. */
  public enum Kind {
    /** The new level was as still as goods are, or it is a fall. */
    STILL,
    /** It lasted and was taken for goods, but trembled or swayed as a hand or a hung bag does. */
    UNSTEADY,
    /**
     * Part of it was not weighed: a plate amid it or beside it gives no numbers. Its mass is what
     * the other plates bear.
     */
    PART_UNSEEN
  }

  /**
   * Copies the list. Throws {@link IllegalArgumentException} on an end before the start or a sigma
   * that is not positive.
   */
  public ShelfChange {
    plates = List.copyOf(plates);
    if (endNanos < startNanos
        || !(sigmaGrams > 0)
        || stepSigmaNanos <= 0
        || !Double.isFinite(deltaGrams)
        || plates.isEmpty()) {
      throw new IllegalArgumentException(
          "no change: "
              + shelf
              + " "
              + startNanos
              + ".."
              + endNanos
              + " "
              + deltaGrams
              + "±"
              + sigmaGrams);
    }
  }

  /** A change of a shelf whose plates are all believed. */
  public ShelfChange(
      ShelfId shelf,
      long startNanos,
      long endNanos,
      long stepNanos,
      long stepSigmaNanos,
      double deltaGrams,
      double sigmaGrams,
      Kind kind,
      List<PlateDelta> plates) {
    this(
        shelf,
        startNanos,
        endNanos,
        stepNanos,
        stepSigmaNanos,
        deltaGrams,
        sigmaGrams,
        kind,
        plates,
        ShelfState.ALL_PLATES);
  }

  /** A change of which no more than start and end is known: its step is somewhere between. */
  public ShelfChange(
      ShelfId shelf,
      long startNanos,
      long endNanos,
      double deltaGrams,
      double sigmaGrams,
      List<PlateDelta> plates) {
    this(
        shelf,
        startNanos,
        endNanos,
        startNanos + (endNanos - startNanos) / 2,
        // A uniform time has its length over the root of twelve.
        Math.max(LEAST_STEP_SIGMA_NANOS, Math.round((endNanos - startNanos) / Math.sqrt(12))),
        deltaGrams,
        sigmaGrams,
        Kind.STILL,
        plates);
  }

  /**
   * A part of this change, felt by those plates (or by their portions). Its step is that of its own
   * plates, each as much as it bears, where these tell theirs; else that of the whole.
   */
  public ShelfChange part(double partGrams, double partSigmaGrams, List<PlateDelta> partPlates) {
    double weight = 0;
    double late = 0;
    double variance = 0;
    for (PlateDelta p : partPlates) {
      if (p.stepSigmaNanos() != Long.MAX_VALUE) {
        double w = Math.abs(p.deltaGrams());
        weight += w;
        late += w * (p.stepNanos() - stepNanos);
        variance += w * p.stepSigmaNanos() * (double) p.stepSigmaNanos();
      }
    }
    boolean known = weight > 0.5 * Math.abs(partGrams);
    return new ShelfChange(
        shelf,
        startNanos,
        endNanos,
        known ? stepNanos + Math.round(late / weight) : stepNanos,
        known ? Math.max(1, Math.round(Math.sqrt(variance / weight))) : stepSigmaNanos,
        partGrams,
        partSigmaGrams,
        kind,
        partPlates,
        state);
  }

  /**
   * Whether its plates tell all of it: what, and where along the shelf. If not, it is no more than
   * a guess which goods these were.
   */
  public boolean isWhole() {
    return kind != Kind.PART_UNSEEN
        && (state == ShelfState.ALL_PLATES || state == ShelfState.SOME_PLATES);
  }

  /** Whether some plate of this one is also of the other, or beside one of it. */
  public boolean touches(ShelfChange other) {
    for (PlateDelta p : plates) {
      for (PlateDelta q : other.plates) {
        if (Math.abs(p.plate().plate() - q.plate().plate()) <= 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the plates of both felt together, in the order of their numbers. */
  public List<PlateDelta> platesWith(ShelfChange other) {
    Map<PlateId, PlateDelta> sums = new TreeMap<>();
    for (PlateDelta p : plates) {
      sums.put(p.plate(), p);
    }
    for (PlateDelta p : other.plates) {
      sums.merge(
          p.plate(),
          p,
          (x, y) ->
              x.bearing(
                  x.deltaGrams() + y.deltaGrams(), Math.hypot(x.sigmaGrams(), y.sigmaGrams())));
    }
    return List.copyOf(sums.values());
  }

  /**
   * The share of one plate.
   *
   * @param plate which
   * @param deltaGrams its new level minus its old level
   * @param sigmaGrams standard deviation of that
   * @param stepNanos when its own load went or came, by its own series; 0 if that is not known
   * @param stepSigmaNanos standard deviation of {@code stepNanos}; {@link Long#MAX_VALUE} if not
   *     known, as with a share that hardly stands out
   */
  public record PlateDelta(
      PlateId plate, double deltaGrams, double sigmaGrams, long stepNanos, long stepSigmaNanos) {
    /** A share of what this plate felt, at the same time. */
    public PlateDelta portion(double share) {
      return new PlateDelta(plate, share * deltaGrams, sigmaGrams, stepNanos, stepSigmaNanos);
    }

    /** The same with another load. */
    public PlateDelta bearing(double grams, double sigma) {
      return new PlateDelta(plate, grams, sigma, stepNanos, stepSigmaNanos);
    }

    /** A share whose own time is not known. */
    public PlateDelta(PlateId plate, double deltaGrams, double sigmaGrams) {
      this(plate, deltaGrams, sigmaGrams, 0, Long.MAX_VALUE);
    }
  }
}
