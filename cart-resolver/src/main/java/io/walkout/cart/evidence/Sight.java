package io.walkout.cart.evidence;

import io.walkout.store.PersonId;

/**
 * Somebody whom a source noticed about the time of a change, anywhere in the store.
 *
 * @param person who
 * @param metres distance of their nearest known part from the place, at its nearest; NaN if that is
 *     not known
 * @param with which part that was: a joint's name or "BODY"
 */
public record Sight(PersonId person, double metres, String with) {}
