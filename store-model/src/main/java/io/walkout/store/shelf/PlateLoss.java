package io.walkout.store.shelf;

import io.walkout.store.PlateId;

/**
 * A plate was found to feel nothing that can be believed: what is put there or taken from there
 * goes unfelt.
 *
 * @param plate which
 * @param sinceNanos when that was found
 */
public record PlateLoss(PlateId plate, long sinceNanos) {}
