/**
 * What a shelf change and the people around it say about each reading of that change: one class for
 * each kind of evidence, each giving likelihood ratios or densities; and what hands that meet say
 * of a hand-over. Knows no cart and decides nothing.
 */
@NullMarked
package io.walkout.cart.evidence;

import org.jspecify.annotations.NullMarked;
