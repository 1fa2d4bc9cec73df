package io.walkout.cart.evidence;

import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.Shelf;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Watches for hands that meet between two people: both arms reach out, and the grips are together
 * on the line from one body to the other. Hands of people who stand side by side at a shelf come
 * near each other too, but before them both, far off that line.
 *
 * <p>Single-threaded. Allocates for a contact only.
 */
public final class ContactWatch {
  /** Bodies further apart than two stretched arms can't give each other anything. */
  private static final double MOST_APART_METRES = 1.5;

  /**
   * Two grips on one thing: a pack's length, and the errors of two wrists and two forearms. Chosen.
   */
  private static final double TOGETHER_METRES = 0.25;

  /** Off the line between the bodies by no more than a shoulder's half breadth. */
  private static final double OFF_LINE_METRES = 0.17;

  /** A reaching hand is at least so far from its own shoulder, on the plan. */
  private static final double LEAST_REACH_METRES = 0.17;

  /** Hands nearer to a shelf than this are busy there. */
  private static final double FROM_SHELF_METRES = 0.12;

  /** Arms are looked at for so long before and after, but for the reach itself. */
  private static final long ARMS_NANOS = 3_000_000_000L;

  private static final long REACH_NANOS = 500_000_000L;

  /**
   * How arms change: let go, take up, or stay, of who gives, who gets, and who does neither.
   * Chosen: half of all hands that give held the arm up and then let it hang.
   */
  private static final double[] GIVES = {0.45, 0.05, 0.50};

  private static final double[] GETS = {0.05, 0.50, 0.45};
  private static final double[] NEITHER = {0.09, 0.09, 0.82};

  /** Sights may miss the hands for so long. */
  private static final long GAP_NANOS = 400_000_000L;

  /**
   * Contact this long is as likely a hand-over as not; chosen: to give and to take needs longer.
   */
  private static final double EVEN_SECONDS = 0.4;

  /** How fast longer contact becomes surer. */
  private static final double SCALE_SECONDS = 0.12;

  /** No contact is surer than this: people also shake hands, or help each other with a thing. */
  private static final double MOST = 0.93;

  private static final double LEAST = 0.02;

  /** Most contacts going on at once; more can't be in a store of 64 people. The oldest ends. */
  private static final int MOST_OPEN = 64;

  private static final Joint[] SHOULDERS = {Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER};

  private final List<Meeting> open = new ArrayList<>();
  private final List<Contact> ended = new ArrayList<>();
  private final PeopleHistory history;
  private final List<OrientedBox> shelves = new ArrayList<>();
  private final Grip mine = new Grip();
  private final Grip yours = new Grip();

  /** Watches people in a store; arms are looked up in {@code history}. */
  public ContactWatch(Layout layout, PeopleHistory history) {
    this.history = history;
    for (Shelf shelf : layout.shelves()) {
      shelves.add(shelf.box());
    }
  }

  /** One more moment; in event-time order. */
  public void see(People p) {
    for (int i = 0; i < p.count; i++) {
      for (int j = i + 1; j < p.count; j++) {
        double apart = Math.hypot(bodyX(p, j) - bodyX(p, i), bodyY(p, j) - bodyY(p, i));
        if (apart < MOST_APART_METRES && apart > 0.05 && handsMeet(p, i, j, apart)) {
          note(Math.min(p.personId[i], p.personId[j]), Math.max(p.personId[i], p.personId[j]), p);
        }
      }
    }
    for (Iterator<Meeting> it = open.iterator(); it.hasNext(); ) {
      Meeting m = it.next();
      if (p.captureNanos - m.lastNanos > GAP_NANOS) {
        it.remove();
        end(m);
      }
    }
  }

  private boolean handsMeet(People p, int i, int j, double apart) {
    double ax = (bodyX(p, j) - bodyX(p, i)) / apart;
    double ay = (bodyY(p, j) - bodyY(p, i)) / apart;
    for (int s = 0; s < 2; s++) {
      if (!mine.of(p, i, s) || reach(p, i, s, mine) < LEAST_REACH_METRES) {
        continue;
      }
      for (int t = 0; t < 2; t++) {
        if (!yours.of(p, j, t) || reach(p, j, t, yours) < LEAST_REACH_METRES) {
          continue;
        }
        double dx = mine.x - yours.x;
        double dy = mine.y - yours.y;
        double dz = mine.z - yours.z;
        double mx = (mine.x + yours.x) / 2 - bodyX(p, i);
        double my = (mine.y + yours.y) / 2 - bodyY(p, i);
        if (dx * dx + dy * dy + dz * dz < TOGETHER_METRES * TOGETHER_METRES
            && Math.abs(mx * ay - my * ax) < OFF_LINE_METRES
            && isClear((mine.x + yours.x) / 2, (mine.y + yours.y) / 2, (mine.z + yours.z) / 2)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a place is far enough from every shelf that hands don't meet there over goods. */
  private boolean isClear(double x, double y, double z) {
    Vec3 at = new Vec3(x, y, z);
    for (OrientedBox shelf : shelves) {
      if (shelf.distanceTo(at) < FROM_SHELF_METRES) {
        return false;
      }
    }
    return true;
  }

  private static double reach(People p, int i, int side, Grip grip) {
    int k = i * Joint.COUNT + SHOULDERS[side].ordinal();
    double reach = Math.hypot(grip.x - p.jointX[k], grip.y - p.jointY[k]);
    return Double.isNaN(reach) ? Math.hypot(grip.x - bodyX(p, i), grip.y - bodyY(p, i)) : reach;
  }

  private static double bodyX(People p, int i) {
    double x = p.jointX[i * Joint.COUNT + Joint.NECK.ordinal()];
    return Double.isFinite(x) ? x : p.x[i];
  }

  private static double bodyY(People p, int i) {
    double y = p.jointY[i * Joint.COUNT + Joint.NECK.ordinal()];
    return Double.isFinite(y) ? y : p.y[i];
  }

  private void note(long a, long b, People p) {
    for (Meeting m : open) {
      if (m.a == a && m.b == b) {
        m.seconds += Math.min(GAP_NANOS, p.captureNanos - m.lastNanos) / 1e9;
        m.lastNanos = p.captureNanos;
        return;
      }
    }
    if (open.size() == MOST_OPEN) {
      end(open.removeFirst());
    }
    open.add(new Meeting(a, b, p.captureNanos));
  }

  private void end(Meeting m) {
    double probability = MOST / (1 + Math.exp((EVEN_SECONDS - m.seconds) / SCALE_SECONDS));
    if (probability > LEAST) {
      ended.add(m.contact(probability, 1, 1, 1));
    }
  }

  private Contact withArms(Contact c) {
    int a = arms(c, c.a()).ordinal();
    int b = arms(c, c.b()).ordinal();
    return new Contact(
        c.a(),
        c.b(),
        c.startNanos(),
        c.endNanos(),
        c.probability(),
        GIVES[a] * GETS[b],
        GETS[a] * GIVES[b],
        NEITHER[a] * NEITHER[b]);
  }

  private Carrying.Change arms(Contact c, PersonId person) {
    return Carrying.between(
        history,
        person.value(),
        c.startNanos() - ARMS_NANOS,
        c.startNanos() - REACH_NANOS,
        c.endNanos() + REACH_NANOS,
        c.endNanos() + ARMS_NANOS);
  }

  /** How long after a contact's end arms tell more of it. */
  public static long armsNanos() {
    return ARMS_NANOS;
  }

  /** Takes out the contacts that ended at or before that time, in the order of their ends. */
  public List<Contact> until(long nanos) {
    if (ended.isEmpty()) {
      return List.of();
    }
    List<Contact> due = new ArrayList<>();
    for (Iterator<Contact> it = ended.iterator(); it.hasNext(); ) {
      Contact c = it.next();
      if (c.endNanos() <= nanos) {
        due.add(withArms(c));
        it.remove();
      }
    }
    due.sort(
        Comparator.comparingLong(Contact::endNanos)
            .thenComparing(Contact::a)
            .thenComparing(Contact::b));
    return due;
  }

  private static final class Meeting {
    final long a;
    final long b;
    final long startNanos;
    long lastNanos;
    double seconds;

    Meeting(long a, long b, long nanos) {
      this.a = a;
      this.b = b;
      startNanos = nanos;
      lastNanos = nanos;
    }

    Contact contact(double probability, double byA, double byB, double byNone) {
      return new Contact(
          new PersonId(a), new PersonId(b), startNanos, lastNanos, probability, byA, byB, byNone);
    }
  }
}
