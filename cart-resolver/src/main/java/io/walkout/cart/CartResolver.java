package io.walkout.cart;

import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PeopleHistory;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Who took what: people and shelf changes in, an {@link Assignment} for each change and a {@link
 * io.walkout.store.cart.Cart} for each person who left out.
 *
 * <p>A change is decided once the people around it are known (the watermark has passed its end and
 * a margin) and no shelf can still announce an earlier one, in the order of the changes' ends. A
 * cart closes once every change that began before its person's exit is decided. Both waits are
 * bounded, see {@link ResolverSettings}. Everything goes by event time, so the same calls give the
 * same events.
 *
 * <p>Single-threaded. {@link #people} allocates nothing once its slots are warm.
 */
public final class CartResolver {
  /** Identities whose carts were closed, remembered so that nothing more is put into them. */
  private static final int CLOSED_REMEMBERED = 4096;

  private final ResolverSettings settings;
  private final PeopleHistory history;
  private final Goods goods;
  private final Decider decider;
  private final SequencedSet<PersonId> closed = new LinkedHashSet<>();
  private final ChangeQueue pending = new ChangeQueue();
  private final List<CartEvent> early = new ArrayList<>();

  /** A resolver for a store that has just opened. */
  public CartResolver(Store store, ResolverSettings settings) {
    this.settings = settings;
    history = new PeopleHistory(settings.historyNanos());
    MassEvidence mass = new MassEvidence(store.catalogue());
    goods = new Goods(settings, mass);
    ShelfPlan plan = new ShelfPlan(store);
    decider =
        new GreedyDecider(
            store,
            plan,
            mass,
            goods,
            new ReachEvidence(history, settings.reachMarginNanos()),
            person -> !closed.contains(person));
  }

  /** Everybody on the floor at one moment; copied. Moments come in event-time order. */
  public void people(People moment) {
    history.add(moment);
  }

  /** Somebody came or went. */
  public void person(PersonEvent event) {
    if (closed.contains(event.person())) {
      return; // their cart was settled at its bound; they can't come back under this number
    }
    OpenCart cart = goods.open(event.person(), event.captureNanos());
    switch (event) {
      case PersonEvent.Appeared appeared -> {
        cart.enteredNanos = Math.min(cart.enteredNanos, appeared.captureNanos());
        cart.targetId = appeared.targetId();
      }
      case PersonEvent.Left left -> {
        cart.exitedNanos = left.captureNanos();
        cart.enteredNanos = Math.min(cart.enteredNanos, left.captureNanos());
        cart.exitDoor = left.door();
      }
    }
    if (goods.openCarts().size() > settings.maxOpenCarts()) {
      goods.snapshot().stream()
          .min(Comparator.comparingLong(c -> c.enteredNanos))
          .ifPresent(c -> close(c, early::add));
    }
  }

  /**
   * A change on a shelf, as soon as it is known; in any order. If more wait than the settings
   * allow, the earliest is decided now and announced with the next {@link #advance}.
   */
  public void change(ShelfChange change) {
    pending.add(change);
    while (pending.size() > settings.maxPending()) {
      decideEarliest(early::add);
    }
  }

  /**
   * Decides and closes what can be. To be called after each event of the ring.
   *
   * @param watermarkNanos people are known up to here
   * @param shelvesSettledNanos every change that began before this has been given to {@link
   *     #change}
   * @param out gets assignments in event-time order, and carts
   */
  public void advance(long watermarkNanos, long shelvesSettledNanos, Consumer<CartEvent> out) {
    flush(out);
    for (ShelfChange next = pending.peek(); next != null; next = pending.peek()) {
      long end = next.endNanos();
      boolean peopleKnown = end + settings.reachMarginNanos() <= watermarkNanos;
      boolean inTurn = end <= shelvesSettledNanos || end + settings.settleNanos() <= watermarkNanos;
      if (!peopleKnown || !inTurn) {
        break;
      }
      decideEarliest(out);
    }
    closeCarts(watermarkNanos, shelvesSettledNanos, out);
  }

  /** The input has ended: decides every change and closes every cart. */
  public void end(Consumer<CartEvent> out) {
    flush(out);
    while (pending.size() > 0) {
      decideEarliest(out);
    }
    announce(decider.finish(), out);
    List<OpenCart> rest = goods.snapshot();
    for (OpenCart cart : rest) {
      if (!cart.hasLeft()) {
        cart.exitedNanos = Math.max(cart.enteredNanos, lastSeen(cart.person));
      }
    }
    rest.sort(Comparator.comparingLong(c -> c.exitedNanos));
    rest.forEach(cart -> close(cart, out));
  }

  /** Units that somebody unseen took, so far: in nobody's cart. */
  public long unitsNowhere() {
    return goods.unitsNowhere();
  }

  /** Moments of people that came out of order or too close together to be kept, so far. */
  public long momentsSkipped() {
    return history.skipped();
  }

  private void flush(Consumer<CartEvent> out) {
    early.forEach(out);
    early.clear();
  }

  private void decideEarliest(Consumer<CartEvent> out) {
    ShelfChange next = pending.poll();
    if (next != null) {
      announce(decider.decide(next), out);
    }
  }

  private void announce(List<Decision> decisions, Consumer<CartEvent> out) {
    for (Decision decision : decisions) {
      goods.apply(decision);
      out.accept(decision.assignment());
    }
  }

  private void closeCarts(long watermark, long settled, Consumer<CartEvent> out) {
    List<OpenCart> ready = new ArrayList<>(0);
    for (OpenCart cart : goods.openCarts()) {
      if (cart.hasLeft() && mayClose(cart, watermark, settled)) {
        ready.add(cart);
      }
    }
    ready.sort(Comparator.comparingLong(c -> c.exitedNanos));
    ready.forEach(cart -> close(cart, out));
  }

  private boolean mayClose(OpenCart cart, long watermark, long settled) {
    long last = cart.exitedNanos + settings.exitMarginNanos();
    if (watermark >= cart.exitedNanos + settings.exitPatienceNanos()) {
      return true;
    }
    if (settled <= last || watermark < cart.exitedNanos) {
      return false;
    }
    return !pending.holdsOneBegunBy(last);
  }

  private void close(OpenCart cart, Consumer<CartEvent> out) {
    if (closed.size() == CLOSED_REMEMBERED) {
      closed.removeFirst();
    }
    closed.add(cart.person);
    out.accept(goods.close(cart));
  }

  private long lastSeen(PersonId person) {
    for (int m = history.count() - 1; m >= 0; m--) {
      if (history.moment(m).indexOf(person.value()) >= 0) {
        return history.moment(m).captureNanos;
      }
    }
    return Long.MIN_VALUE;
  }
}
