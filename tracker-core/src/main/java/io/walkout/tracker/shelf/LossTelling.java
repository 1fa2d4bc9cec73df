package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.shelf.PlateLoss;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Tells each plate that is found to be dead or erratic once. Bounded by the store's plates. */
final class LossTelling {
  private final Set<PlateId> told = new TreeSet<>();
  private long counted;

  /** Adds the plates found since the last call; asks for them only if the tally has gone up. */
  void tell(Supplier<List<PlateTrouble>> troubles, Tally tally, List<PlateLoss> out) {
    long found = tally.platesLost + tally.platesStuck + tally.platesErratic;
    if (found == counted) {
      return;
    }
    counted = found;
    for (PlateTrouble trouble : troubles.get()) {
      if (told.add(trouble.plate())) {
        out.add(new PlateLoss(trouble.plate(), trouble.sinceNanos()));
      }
    }
  }
}
