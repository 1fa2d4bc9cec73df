package io.walkout.bench.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.signal.PlateBlock;

/**
 * Something wrong with how a plate is wired or tuned, laid over the blocks of a sound simulation.
 *
 * @param kind what
 * @param plate which
 * @param other the plate that it is exchanged with; itself for the other kinds
 * @param amount factor of a scale, or grams per minute of a drift; 0 for the other kinds
 */
record PlateWrong(Kind kind, PlateId plate, PlateId other, double amount) {
  /** What can be wrong. */
  enum Kind {
    /** Nothing: for what is told of sound plates. */
    NONE,
    /** Exchanged with the next plate but one or more of the same shelf. */
    EXCHANGED,
    /** Exchanged with the plate beside. */
    EXCHANGED_NEXT,
    /** Exchanged with a plate of another shelf of the gondola. */
    EXCHANGED_SHELF,
    /** Falls when load comes. */
    INVERTED,
    /** Tells a factor too much. */
    SCALED,
    /** Its zero wanders. */
    DRIFTING
  }

  /** Lays it over a block. */
  void lay(PlateBlock block, long firstNanos) {
    if (kind == Kind.NONE || block.gondola != plate.gondola()) {
      return;
    }
    for (int k = 0; k < block.samples; k++) {
      int i = block.index(k, plate.shelf() - 1, plate.plate() - 1);
      int j = block.index(k, other.shelf() - 1, other.plate() - 1);
      float own = block.grams[i];
      switch (kind) {
        case INVERTED -> block.grams[i] = -own;
        case SCALED -> block.grams[i] = (float) (own * amount);
        case DRIFTING ->
            block.grams[i] = (float) (own + amount / 60e9 * (block.nanosOf(k) - firstNanos));
        default -> {
          block.grams[i] = block.grams[j];
          block.grams[j] = own;
        }
      }
    }
  }
}
