package io.walkout.cart;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody whose cart is not settled yet: when they came and went. */
final class OpenVisit {
  final PersonId person;
  @Nullable String targetId;
  long enteredNanos;
  long exitedNanos = Long.MAX_VALUE;
  @Nullable DoorId exitDoor;

  /** When this person went out, as far as the tracker saw it; who was only lost may be there. */
  long goneNanos = Long.MAX_VALUE;

  /** No line of this cart is more certain. */
  double mostCertain = 1;

  /** A line of a visit that was not seen to its end is right at best as often as a coin. Chosen. */
  private static final double INTERRUPTED = 0.5;

  OpenVisit(PersonId person, long enteredNanos) {
    this.person = person;
    this.enteredNanos = enteredNanos;
  }

  boolean hasLeft() {
    return exitedNanos != Long.MAX_VALUE;
  }

  /**
   * Notes that nobody saw this person go by any of the exits that are known: they may be inside
   * yet, take more and put things back, under this number or another. What they held when last seen
   * is shown, and none of it charged unseen.
   */
  void lose(double reviewBelow) {
    mostCertain = Math.min(mostCertain, Math.max(0, Math.nextDown(reviewBelow)));
  }

  /**
   * Notes that the cart closes before all that belongs to it can be known: none of its lines
   * reaches {@code reviewBelow}, so that none is charged unseen.
   */
  void interrupt(double reviewBelow) {
    mostCertain = Math.max(0, Math.min(INTERRUPTED, Math.nextDown(reviewBelow)));
  }
}
