package io.walkout.cart;

import io.walkout.cart.evidence.PlaceEvidence;
import io.walkout.cart.evidence.Reach;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Explanation;
import io.walkout.store.cart.Cart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decider made of one change: the assignment to announce and what the goods need to know.
 *
 * @param assignment what is announced
 * @param best the hypothesis behind its best explanation
 * @param others all other explanations, likeliest first
 * @param identityProbability probability of the best's product and person, whatever the count
 * @param productProbability probability of the best's product, whoever it was
 * @param reach how the best's person reached the place; null where there is no person
 * @param place where on the shelf it was
 * @param onPlan whether the best's product stands by plan where the change was felt
 */
record Decision(
    Assignment assignment,
    Hypothesis best,
    List<Explanation> others,
    double identityProbability,
    double productProbability,
    @Nullable Reach reach,
    PlaceEvidence place,
    boolean onPlan) {

  /** What was measured, for the line that rests on it. */
  Cart.Evidence evidence() {
    return reach == null
        ? new Cart.Evidence(assignment, Double.NaN, "NONE")
        : new Cart.Evidence(assignment, reach.metres(), reach.with());
  }
}
