package io.walkout.cart.evidence;

import io.walkout.store.PersonId;

/**
 * Two people whose hands met between them, away from any shelf's doings.
 *
 * @param a one of them, of the lower number
 * @param b the other
 * @param startNanos first moment that their hands were together
 * @param endNanos last one
 * @param probability that something changed hands, if one of them had something to give
 * @param givenByA likelihood of how their arms are held before and after, if {@code a} gave {@code
 *     b} something
 * @param givenByB the same if {@code b} gave {@code a} something
 * @param givenByNone the same if nothing changed hands
 */
public record Contact(
    PersonId a,
    PersonId b,
    long startNanos,
    long endNanos,
    double probability,
    double givenByA,
    double givenByB,
    double givenByNone) {}
