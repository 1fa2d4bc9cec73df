package io.walkout.cart;

import io.walkout.cart.evidence.BlindPlaces;
import io.walkout.cart.evidence.Contact;
import io.walkout.cart.evidence.ContactWatch;
import io.walkout.cart.evidence.Evidence;
import io.walkout.cart.evidence.MassEvidence;
import io.walkout.cart.evidence.PeopleHistory;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.cart.evidence.SightWatch;
import io.walkout.cart.evidence.SpreadEvidence;
import io.walkout.cart.joint.JointCarts;
import io.walkout.store.Catalogue;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /** Who left first, then those still inside, who entered first. */
  private static final Comparator<OpenVisit> EVICTION_ORDER =
      Comparator.comparingLong((OpenVisit c) -> c.exitedNanos)
          .thenComparingLong(c -> c.enteredNanos)
          .thenComparing(c -> c.person);

  private final ResolverSettings settings;
  private final double reviewBelow;
  private final PeopleHistory history;
  private final SightWatch sights = new SightWatch();
  private final boolean exitsAreKnown;
  private final BlindPlaces blind;
  private final ContactWatch contacts;
  private final OpenVisits visits;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final MassEvidence masses;
  private final JointCarts carts;
  private final ChangeQueue pending = new ChangeQueue();
  private final List<CartEvent> early = new ArrayList<>();
  private long settledNanos = Long.MIN_VALUE;
  private long changesDecidedEarly;
  private long changesOutOfTurn;
  private long cartsEvicted;
  private long cartsInterrupted;
  private long cartsUnsettled;

  /** A resolver for a store that has just opened, with load cells and people's hands. */
  public CartResolver(Store store, ResolverSettings settings) {
    this(store, settings, List.of());
  }

  /**
   * A resolver for a store that has just opened.
   *
   * @param more further sources of evidence, in the order in which receipts name them; each belongs
   *     to this resolver alone
   */
  public CartResolver(Store store, ResolverSettings settings, List<Evidence> more) {
    this.settings = settings;
    reviewBelow = store.policy().reviewBelow().least();
    history = new PeopleHistory(settings.historyNanos());
    exitsAreKnown = store.layout().doors().stream().anyMatch(d -> d.use().letsOut());
    blind = new BlindPlaces(store.layout(), history);
    contacts = new ContactWatch(store.layout(), history);
    accounts = new Accounts(store.layout(), store.policy());
    visits = new OpenVisits(settings.exitMarginNanos());
    catalogue = store.catalogue();
    masses = new MassEvidence(catalogue);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(masses);
    evidence.add(new SpreadEvidence());
    evidence.add(new ReachEvidence(history, sights, settings.reachMarginNanos()));
    evidence.addAll(more);
    carts =
        new JointCarts(
            store,
            settings.maxWorlds(),
            settings.maxHoldings(),
            masses,
            evidence,
            visits::hadGone,
            accounts);
  }

  /** Everybody on the floor at one moment; copied. Moments come in event-time order. */
  public void people(People moment) {
    history.add(moment);
    sights.see(moment);
    blind.see(moment);
    contacts.see(moment);
  }

  /** Somebody passed a door: who shows a credential there pays, or is of the staff. */
  public void door(DoorEvent event) {
    accounts.door(event);
  }

  /** Somebody came, went, or may be somebody else by now. */
  public void person(PersonEvent event) {
    if (event instanceof PersonEvent.Confused confused) {
      carts.confused(confused);
      return;
    }
    if (visits.isClosed(event.person())) {
      return; // their cart was settled at its bound; they can't come back under this number
    }
    OpenVisit cart = visits.open(event.person(), event.captureNanos());
    carts.open(event.person());
    if (event instanceof PersonEvent.Appeared appeared) {
      cart.enteredNanos = Math.min(cart.enteredNanos, appeared.captureNanos());
      cart.targetId = appeared.targetId();
      accounts.appeared(appeared);
    } else if (event instanceof PersonEvent.Left left) {
      cart.exitedNanos = left.captureNanos();
      cart.enteredNanos = Math.min(cart.enteredNanos, left.captureNanos());
      cart.exitDoor = left.door();
      if (left.why() == PersonEvent.Why.EXITED) {
        cart.goneNanos = left.captureNanos();
      } else if (left.why() == PersonEvent.Why.LOST && exitsAreKnown) {
        cart.lose(reviewBelow);
      }
    }
    holdBound(early::add);
  }

  /** A shelf's plates can tell more or less from now on: what they don't feel leaves no trace. */
  public void shelf(ShelfHealth health) {
    blind.shelf(health);
  }

  /**
   * A change on a shelf, as soon as it is known; in any order. If more wait than the settings
   * allow, the earliest is decided now and announced with the next {@link #advance}.
   */
  public void change(ShelfChange change) {
    pending.add(change);
    while (pending.size() > settings.maxPending()) {
      changesDecidedEarly++;
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
    settledNanos = Math.max(settledNanos, shelvesSettledNanos);
    for (ShelfChange next = pending.peek(); next != null; next = pending.peek()) {
      long end = next.endNanos();
      boolean peopleKnown = end + settings.reachMarginNanos() <= watermarkNanos;
      boolean inTurn = end <= shelvesSettledNanos || end + settings.settleNanos() <= watermarkNanos;
      if (!peopleKnown || !inTurn) {
        break;
      }
      changesOutOfTurn += end > shelvesSettledNanos ? 1 : 0;
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
    meet(Long.MAX_VALUE);
    List<OpenVisit> rest = visits.snapshot();
    for (OpenVisit cart : rest) {
      if (!cart.hasLeft()) {
        cart.exitedNanos = lastKnown(cart);
      }
    }
    rest.sort(Comparator.comparingLong(c -> c.exitedNanos));
    rest.forEach(cart -> out.accept(close(cart)));
  }

  /** Units that are in nobody's cart, so far: taken by somebody unseen, or beyond a bound. */
  public long unitsNowhere() {
    return carts.unitsNowhere();
  }

  /** Moments of people that came out of order or too close together to be kept, so far. */
  public long momentsSkipped() {
    return history.skipped();
  }

  /**
   * Everything counted so far, under its name in the summary, in a fixed order: units and where
   * they went, then what happened at each bound.
   */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    carts.countInto(counts);
    counts.put("cartsEvicted", cartsEvicted);
    counts.put("cartsInterrupted", cartsInterrupted);
    counts.put("cartsUnsettled", cartsUnsettled);
    counts.put("changesDecidedEarly", changesDecidedEarly);
    counts.put("changesOutOfTurn", changesOutOfTurn);
    history.countInto(counts);
    return counts;
  }

  /**
   * How much is kept now, by name, in a fixed order: what memory grows with. Each has a bound: see
   * {@link ResolverSettings}, and what this package's page says of each.
   */
  public Map<String, Long> kept() {
    Map<String, Long> kept = new LinkedHashMap<>();
    kept.put("visits", (long) visits.all().size());
    kept.put("changesPending", (long) pending.size());
    kept.put("eventsEarly", (long) early.size());
    kept.put("moments", (long) history.count());
    carts.keptInto(kept);
    return kept;
  }

  private void flush(Consumer<CartEvent> out) {
    early.forEach(out);
    early.clear();
  }

  /** Hands that met up to then: nothing that is decided later can have come before. */
  private void meet(long nanos) {
    for (Contact contact : contacts.until(nanos)) {
      carts.contact(contact, settings.receiverOwes());
    }
  }

  private void decideEarliest(Consumer<CartEvent> out) {
    ShelfChange next = pending.poll();
    if (next != null) {
      meet(next.endNanos() - ContactWatch.armsNanos());
      for (Assignment a : carts.change(next)) {
        PersonId by = a.best().person();
        if (by != null) {
          blind.explain(by, a.change().stepNanos());
        }
        out.accept(a);
      }
      carts.findings().forEach(out);
      holdBound(out);
    }
  }

  /** Closes carts beyond the bound. What can't be known of them yet sends their lines to review. */
  private void holdBound(Consumer<CartEvent> out) {
    while (visits.all().size() > settings.maxOpenCarts()) {
      OpenVisit cart = Collections.min(visits.all(), EVICTION_ORDER);
      cartsEvicted++;
      if (!cart.hasLeft() || !isSettled(cart, settledNanos)) {
        cartsInterrupted++;
        cart.interrupt(reviewBelow);
      }
      if (!cart.hasLeft()) {
        cart.exitedNanos = lastKnown(cart);
      }
      out.accept(close(cart));
    }
  }

  private void closeCarts(long watermark, long settled, Consumer<CartEvent> out) {
    List<OpenVisit> ready = new ArrayList<>(0);
    for (OpenVisit cart : visits.all()) {
      if (cart.hasLeft() && mayClose(cart, watermark, settled)) {
        ready.add(cart);
      }
    }
    ready.sort(Comparator.comparingLong(c -> c.exitedNanos));
    for (OpenVisit cart : ready) {
      meet(cart.exitedNanos);
      out.accept(close(cart));
    }
  }

  private boolean mayClose(OpenVisit cart, long watermark, long settled) {
    if (watermark >= cart.exitedNanos && isSettled(cart, settled)) {
      return true;
    }
    boolean patient = watermark < cart.exitedNanos + settings.exitPatienceNanos();
    cartsUnsettled += patient ? 0 : 1;
    return !patient;
  }

  private Cart close(OpenVisit visit) {
    Cart felt = Unfelt.doubted(visits.close(visit, carts), blind);
    Cart cart = Misfit.doubted(felt, masses, catalogue);
    accounts.close(visit.person);
    return cart;
  }

  /** Whether no shelf can still have a change to tell that one who left may have made. */
  private boolean isSettled(OpenVisit cart, long settled) {
    long last = cart.exitedNanos + settings.exitMarginNanos();
    return settled > last && !pending.holdsOneBegunBy(last);
  }

  /** The last that is known of somebody: a sight or a take. */
  private long lastKnown(OpenVisit cart) {
    long last = Math.max(cart.enteredNanos, history.lastSeenNanos(cart.person.value()));
    last = Math.max(last, carts.lastTakeNanos(cart.person));
    return last;
  }
}
