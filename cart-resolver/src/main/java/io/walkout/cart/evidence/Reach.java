package io.walkout.cart.evidence;

import io.walkout.store.PersonId;

/**
 * How well one person could have reached the place of a change.
 *
 * @param person who
 * @param ratio how much likelier the change's place is for this person's doing than for a doing
 *     anywhere in the store; 0 if out of reach
 * @param metres distance of their nearest known part from the place, at its nearest; NaN if the
 *     shelf's place is not known
 * @param with which part that was: a joint's name or "BODY"
 * @param left the same as {@code ratio}, by the left hand alone; the ratio is the mean of both
 * @param right by the right hand alone
 */
public record Reach(
    PersonId person, double ratio, double metres, String with, double left, double right) {}
