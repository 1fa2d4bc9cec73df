package io.walkout.bench.realism.plates;

import java.util.List;

/**
 * How the load of a shelf goes from one level to another when somebody takes or puts something:
 * aligned at the step, and what can be read off it. Lengths are seconds, loads grams; NaN where a
 * figure could not be had.
 *
 * @param seconds when the load crossed the middle between its levels for the last time
 * @param deltaGrams the new level less the old
 * @param noiseGrams robust sigma of the shelf's sum before anything happened
 * @param contactSeconds how long before the step the hand was first felt
 * @param pressGrams most that lay on the shelf against the direction of the change before the step
 * @param overshootGrams most by which the load went beyond its new level after the step
 * @param transitSeconds from a tenth to nine tenths of the change
 * @param settleSeconds from the step until the load stays within a twentieth of the change, or
 *     three sigmas of the noise, of its new level
 * @param roughness way that the load went within a second either side of the step, over the change;
 *     1 for a clean step
 * @param ringHertz strongest frequency in the second after the step
 * @param ringGrams root mean square of the swing in the first quarter second after the step
 * @param decaySeconds time in which that swing falls to 1/e
 * @param largestShare share of the change on the plate that felt most of it
 * @param plates plates that felt at least a twentieth of the change
 * @param onPlates load less its old level around the step of the {@link StepAligner#PLATES} plates
 *     that felt most, most first
 * @param aligned the load less its old level around the step, at {@link
 *     StepAligner#ALIGNED_SECONDS}
 */
public record StepShape(
    double seconds,
    double deltaGrams,
    double noiseGrams,
    double contactSeconds,
    double pressGrams,
    double overshootGrams,
    double transitSeconds,
    double settleSeconds,
    double roughness,
    double ringHertz,
    double ringGrams,
    double decaySeconds,
    double largestShare,
    int plates,
    List<double[]> onPlates,
    double[] aligned) {
  /** Copies the list. */
  public StepShape {
    onPlates = List.copyOf(onPlates);
  }
}
