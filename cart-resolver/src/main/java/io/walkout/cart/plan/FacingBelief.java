package io.walkout.cart.plan;

import io.walkout.cart.evidence.LoadLikelihood;
import io.walkout.store.Facing;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.cart.PlanogramFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one facing: that it holds what is planned, one of a few other products of the
 * catalogue, or a thing that no catalogue lists. Changed by {@link PlanBelief} alone.
 */
public final class FacingBelief {
  /** Most loads kept to be shown. */
  private static final int MOST_SHOWN = 8;

  final LoadLikelihood loads = new LoadLikelihood();

  /** What most of the belief says stands there; null for a thing that no catalogue lists. */
  @Nullable Product held;

  /** The facing that it seems to have changed places with. */
  @Nullable FacingBelief partner;

  boolean told;
  @Nullable PersonId lastPerson;
  long lastNanos = Long.MIN_VALUE;
  private final Facing facing;
  private final Product planned;
  private final Deque<PlanogramFault.Load> shown = new ArrayDeque<>();
  private List<Other> others = List.of();
  private double unlisted;
  private double doubt;

  FacingBelief(Facing facing, Product planned) {
    this.facing = facing;
    this.planned = planned;
    held = planned;
  }

  /**
   * Another product that may stand there.
   *
   * @param product which
   * @param probability that it does, 0..1
   */
  public record Other(Product product, double probability) {}

  /** Where. */
  public Facing facing() {
    return facing;
  }

  /** What stands there by plan. */
  public Product planned() {
    return planned;
  }

  /** What else may stand there with a probability worth a thought, likeliest first. */
  public List<Other> others() {
    return others;
  }

  /** Probability that what stands there is in no catalogue. */
  public double unlisted() {
    return unlisted;
  }

  /** Probability that something else stands there than is planned. */
  public double doubt() {
    return doubt;
  }

  void believe(List<Other> likeliest, double notListed, double notPlanned) {
    others = List.copyOf(likeliest);
    unlisted = notListed;
    doubt = notPlanned;
  }

  void show(long nanos, double deltaGrams) {
    if (shown.size() == MOST_SHOWN) {
      shown.removeFirst();
    }
    shown.addLast(new PlanogramFault.Load(nanos, deltaGrams));
  }

  List<PlanogramFault.Load> shown() {
    return List.copyOf(shown);
  }
}
