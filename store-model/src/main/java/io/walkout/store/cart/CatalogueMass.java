package io.walkout.store.cart;

import io.walkout.store.ProductCode;

/**
 * A product that weighs something else than the catalogue says, or of which it says nothing.
 *
 * @param captureNanos end of the change by which it was found
 * @param product which
 * @param catalogueGrams mass of one by the catalogue; NaN where it has none
 * @param learnedGrams what one weighs
 * @param sigmaGrams standard deviation of that
 * @param takes from how many takes, each by how sure it was
 * @param withdrawn whether later takes agree with the catalogue after all
 */
public record CatalogueMass(
    long captureNanos,
    ProductCode product,
    double catalogueGrams,
    double learnedGrams,
    double sigmaGrams,
    double takes,
    boolean withdrawn)
    implements StoreFinding {}
