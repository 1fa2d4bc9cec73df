package io.walkout.cart.evidence;

import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who could have reached a place at a time. For each moment about the change's step (weighed by how
 * likely it was then, with a margin for clocks that differ) each arm gives a likelihood ratio, see
 * {@link ArmSight}; what an arm's moments add up to, {@link ArmSights} says. A person's ratio is
 * the mean of both arms.
 *
 * <p>Single-threaded; stateless between calls but for its scratch lists.
 */
public final class ReachEvidence implements Evidence {
  /** Moments further from the step than this many of its sigmas say nothing. */
  private static final double SIGMAS = 2.5;

  /** For how long before or after the change one sight of a person still says something. Chosen. */
  private static final long GAP_NANOS = 2_000_000_000L;

  /** A moment tells where hands were for so long: they are at a shelf for some 0.3 s. Chosen. */
  private static final long LOOK_NANOS = 300_000_000L;

  /** Times on each side of a step at which it is asked whether anybody looked. */
  private static final int QUANTILES = 20;

  /** What was seen of each person so far, during one call. */
  private final List<ArmSights> people = new ArrayList<>();

  private final PeopleHistory history;
  private final SightWatch sights;
  private final long marginNanos;

  /** The same where nobody is ever lost from sight. */
  public ReachEvidence(PeopleHistory history, long marginNanos) {
    this(history, new SightWatch(), marginNanos);
  }

  /**
   * Reads {@code history}; looks {@code marginNanos} to both sides of a change.
   *
   * @param sights what was learned of how often people are lost from sight
   */
  public ReachEvidence(PeopleHistory history, SightWatch sights, long marginNanos) {
    this.history = history;
    this.sights = sights;
    this.marginNanos = marginNanos;
  }

  /** The share of people's time for which they are lost from sight these minutes, 0..1. */
  public double hiddenShare() {
    return sights.hiddenShare();
  }

  @Override
  public String source() {
    return "hands";
  }

  @Override
  public Testimony about(Question question) {
    return new HandTestimony(this, question);
  }

  /**
   * Everybody who was seen from two seconds before to two seconds after the step, in the order of
   * their numbers, with how well they could reach {@code place} at that time. The list is the
   * caller's.
   *
   * @param place the room over the middle of what was moved, as deep and tall as its shelf
   * @param spreadMetres standard deviation of that middle along the shelf
   * @param stepNanos when the mass went or came
   * @param stepSigmaNanos standard deviation of that
   */
  public List<Reach> weigh(
      OrientedBox place, double spreadMetres, long stepNanos, long stepSigmaNanos) {
    people.clear();
    ArmSight sight = new ArmSight(place, spreadMetres);
    double sigma = Math.hypot((double) stepSigmaNanos, marginNanos / 2.0);
    long within = (long) (SIGMAS * sigma);
    int end = history.from(stepNanos + within + GAP_NANOS + 1);
    for (int m = history.from(stepNanos - within - GAP_NANOS); m < end; m++) {
      People moment = history.moment(m);
      long later = moment.captureNanos - stepNanos;
      long off = Math.abs(later);
      double z = off / sigma;
      double weight = Math.exp(-0.5 * z * z);
      for (int i = 0; i < moment.count; i++) {
        ArmSights person = sightsOf(moment.personId[i]);
        person.seeAfter(moment, i, sight, later - stepSigmaNanos);
        boolean isSeen = isSeen(moment, i);
        if (isSeen) {
          person.emerge(moment, i, sight);
        }
        if (off <= within) {
          if (isSeen) {
            person.see(moment, i, sight, weight);
          } else {
            person.miss(moment, i, sight, weight);
          }
        } else if (isSeen) {
          person.remember(moment, i, sight, later);
        }
      }
    }
    List<Reach> reaches = new ArrayList<>(people.size());
    for (ArmSights person : people) {
      reaches.add(person.reach(sight));
    }
    reaches.sort(Comparator.comparing(Reach::person));
    return reaches;
  }

  /**
   * The share of a step's time, weighed as in {@link #weigh}, for which nobody was looked at: no
   * moment lies within {@link #LOOK_NANOS}.
   */
  public double unseenShare(long stepNanos, long stepSigmaNanos) {
    double sigma = Math.hypot((double) stepSigmaNanos, marginNanos / 2.0);
    double unseen = 0;
    double all = 0;
    for (int i = -QUANTILES; i <= QUANTILES; i++) {
      double z = SIGMAS * i / QUANTILES;
      double weight = Math.exp(-0.5 * z * z);
      long at = stepNanos + (long) (z * sigma);
      int m = history.from(at - LOOK_NANOS);
      boolean isSeen = m < history.count() && history.moment(m).captureNanos <= at + LOOK_NANOS;
      all += weight;
      unseen += isSeen ? 0 : weight;
    }
    return unseen / all;
  }

  /** Whether a moment says where somebody is then, and not where they were last seen. */
  private static boolean isSeen(People moment, int i) {
    return moment.captureNanos - moment.seenNanos[i] <= LOOK_NANOS;
  }

  private ArmSights sightsOf(long id) {
    for (ArmSights known : people) {
      if (known.id() == id) {
        return known;
      }
    }
    ArmSights first = new ArmSights(id);
    people.add(first);
    return first;
  }
}
