package io.walkout.cart.evidence;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who could have reached a place at a time. For each moment of the change (and a margin, at less
 * weight, for clocks that differ) each arm gives a likelihood ratio, see {@link ArmSight}; what an
 * arm's moments add up to, {@link ArmSights} says. A person's ratio is the mean of both arms.
 *
 * <p>Single-threaded; stateless between calls but for its scratch lists.
 */
public final class ReachEvidence {
  /** Weight of a moment in the margin, where only a clock's error would put the change. Chosen. */
  private static final double MARGIN_WEIGHT = 0.3;

  /** For how long before or after the change one sight of a person still says something. Chosen. */
  private static final long GAP_NANOS = 2_000_000_000L;

  /** What was seen of each person so far, during one call. */
  private final List<ArmSights> people = new ArrayList<>();

  private final PeopleHistory history;
  private final long marginNanos;

  /** Reads {@code history}; looks {@code marginNanos} to both sides of a change. */
  public ReachEvidence(PeopleHistory history, long marginNanos) {
    this.history = history;
    this.marginNanos = marginNanos;
  }

  /**
   * Everybody who was seen from two seconds before to two seconds after the time given, in the
   * order of their numbers, with how well they could reach {@code place} at that time. The list is
   * the caller's.
   *
   * @param place the room over the middle of what was moved, as deep and tall as its shelf
   * @param spreadMetres standard deviation of that middle along the shelf
   */
  public List<Reach> weigh(OrientedBox place, double spreadMetres, long startNanos, long endNanos) {
    people.clear();
    ArmSight sight = new ArmSight(place, spreadMetres);
    int end = history.from(endNanos + GAP_NANOS + 1);
    for (int m = history.from(startNanos - GAP_NANOS); m < end; m++) {
      People moment = history.moment(m);
      long t = moment.captureNanos;
      boolean core = t >= startNanos && t <= endNanos;
      boolean near = t >= startNanos - marginNanos && t <= endNanos + marginNanos;
      long off = core ? 0 : t < startNanos ? startNanos - t : t - endNanos;
      for (int i = 0; i < moment.count; i++) {
        ArmSights sights = sights(moment.personId[i]);
        if (near) {
          sights.see(moment, i, sight, core ? 1 : MARGIN_WEIGHT);
        } else if (off < sights.gapNanos()) {
          sights.remember(moment, i, sight, off);
        }
      }
    }
    List<Reach> reaches = new ArrayList<>(people.size());
    for (ArmSights sights : people) {
      reaches.add(sights.reach());
    }
    reaches.sort(Comparator.comparing(Reach::person));
    return reaches;
  }

  private ArmSights sights(long id) {
    for (ArmSights sights : people) {
      if (sights.id() == id) {
        return sights;
      }
    }
    ArmSights sights = new ArmSights(id);
    people.add(sights);
    return sights;
  }
}
