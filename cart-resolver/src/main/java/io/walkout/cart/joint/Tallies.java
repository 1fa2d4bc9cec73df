package io.walkout.cart.joint;

import io.walkout.store.PersonId;
import io.walkout.store.cart.Assignment;
import java.util.Map;
import java.util.Set;

/** Units as they were announced and carried out, for the summary. */
final class Tallies {
  private long taken;
  private long putBack;
  private long carriedOut;
  private long carriedOutByStaff;
  private long unseen;
  private long closed;
  private long beyondHoldings;

  /** Counts an announced assignment; {@code open} are the people whose carts are open. */
  void note(Assignment assignment, Set<PersonId> open) {
    Assignment.Explanation best = assignment.best();
    switch (best.kind()) {
      case TAKE -> {
        taken += best.quantity();
        PersonId person = best.person();
        if (person == null) {
          unseen += best.quantity();
        } else if (!open.contains(person)) {
          closed += best.quantity();
        }
      }
      case PUT_BACK -> putBack += best.quantity();
      case NOTHING -> {}
    }
  }

  /** Units went out in a settled cart. */
  void carryOut(int units) {
    carriedOut += units;
  }

  /** Units were announced as taken by one whose basket is full. */
  void beyondHoldings(int units) {
    beyondHoldings += units;
  }

  /** Units went out with the staff: moved, not sold. */
  void carryOutByStaff(int units) {
    carriedOutByStaff += units;
  }

  long unitsNowhere() {
    return unseen + closed + beyondHoldings;
  }

  void countInto(Map<String, Long> counts) {
    counts.put("unitsTaken", taken);
    counts.put("unitsPutBack", putBack);
    counts.put("unitsCarriedOut", carriedOut);
    counts.put("unitsCarriedOutByStaff", carriedOutByStaff);
    counts.put("unitsNowhere", unitsNowhere());
    counts.put("unitsTakenUnseen", unseen);
    counts.put("unitsTakenByClosedCarts", closed);
    counts.put("unitsBeyondMaxHoldings", beyondHoldings);
  }
}
