package io.walkout.bench.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its 95 % interval over seeds.
 *
 * @param value the figure over the cases that ran
 * @param low lower end; null where there are too few cases to say
 * @param high upper end; null where there are too few cases to say
 */
public record Estimate(double value, @Nullable Double low, @Nullable Double high) {}
