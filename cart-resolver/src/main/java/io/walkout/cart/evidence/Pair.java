package io.walkout.cart.evidence;

import io.walkout.store.Facing;

/**
 * A claim about two things that were moved at once, so that the plates felt one change.
 *
 * @param a the first
 * @param atA where it stood
 * @param b the second; the same product if two hands took of one
 * @param atB where it stood; may be the same facing
 * @param shareOfA the first one's expected share of the load
 * @param portionOfA one for each plate of the line: the first one's portion of what that plate
 *     felt. Filled by whichever source can tell; left as it is by others
 */
@SuppressWarnings("ArrayRecordComponent") // an answer's place, written once; never compared
public record Pair(
    Goods a, Facing atA, Goods b, Facing atB, double shareOfA, double[] portionOfA) {}
