package io.walkout.sim.scenario;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What shoppers do that makes it hard to tell who has what. */
enum Confusion {
  /** Takes two or three of a product, at once or one after another. */
  SEVERAL,
  /** Takes one and puts it back where it was. */
  PUT_BACK,
  /** Takes one and puts it somewhere else. */
  MISPLACE,
  /** Touches and takes nothing. */
  TOUCH,
  /** Leans on a shelf. */
  LEAN,
  /** Pockets what they take. */
  POCKET,
  /** Takes two things and changes hands. */
  SWAP_HANDS,
  /** Sets a bag on a shelf while taking something. */
  BAG,
  /** Takes one, looks at it for long, puts it back, takes its neighbour of the same mass. */
  TWIN,
  /** Two people take from neighbouring facings of the same mass within half a second. */
  SIMULTANEOUS,
  /** One takes, another one gets it. */
  HAND_OVER;

  /** Its name in a scenario's file. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it takes two people. */
  boolean isForTwo() {
    return this == SIMULTANEOUS || this == HAND_OVER;
  }

  static @Nullable Confusion called(String word) {
    for (Confusion kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
