package io.walkout.billing;

import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.Store;
import io.walkout.store.VisitId;
import io.walkout.store.cart.Cart;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PriceChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits from entering to a charged receipt. A visit opens when its person appears and is settled
 * once, from its cart. Single-threaded, in event-time order; reads no clock. {@link #settle} blocks
 * for two fsyncs and for the gateway.
 */
public final class ExitBilling {
  private final String runName;
  private final Store store;
  private final Ledger ledger;
  private final Charging charging;
  private final Visits visits;
  private final PriceHistory prices;
  private final Pricing pricing;

  /**
   * Makes billing for one run of a store.
   *
   * @param runName names the recording or the day: visits are {@code runName-person}, so it must
   *     never come twice in one ledger for different visits
   * @throws IllegalArgumentException if the name is blank
   */
  public ExitBilling(
      String runName,
      Store store,
      Ledger ledger,
      PaymentGateway gateway,
      BillingSettings settings) {
    if (runName.isBlank()) {
      throw new IllegalArgumentException("billing needs the name of its run");
    }
    this.runName = Pricing.wellFormed(runName);
    this.store = store;
    this.ledger = ledger;
    this.charging = new Charging(gateway, settings.chargeAttempts());
    this.visits = new Visits(settings);
    this.prices = new PriceHistory(store.catalogue(), store.currency());
    this.pricing = new Pricing(store, prices);
  }

  /** Opens a visit for one who appeared. Who left keeps theirs open until it is settled. */
  public void person(PersonEvent event) {
    if (event instanceof PersonEvent.Appeared appeared) {
      visits.open(appeared);
    }
  }

  /** Takes in a credential shown on the way in. It is joined with its person at settling. */
  public void door(DoorEvent event) {
    visits.shown(event);
  }

  /**
   * Takes in a price that holds from its capture time on. One that can't be charged (negative, in
   * another currency) sends lines of that product to review from then on.
   */
  public void price(PriceChange change) {
    prices.add(change);
  }

  /** The visit of a person in this run, the same in every replay. */
  public VisitId visitId(PersonId person) {
    return new VisitId(runName + "-" + person);
  }

  /** People whose visit is open, in the order of their numbers. */
  public List<PersonId> openVisits() {
    return visits.openVisits();
  }

  /** Visits that were not opened because too many were; each is settled as a guest's. */
  public long visitsNotOpened() {
    return visits.notOpened();
  }

  /** Credentials that were dropped because too many waited; each makes a visit a guest's. */
  public long credentialsDropped() {
    return visits.credentialsDropped();
  }

  /**
   * Everything counted so far in this run, under its name in the summary, in a fixed order. A visit
   * that could not be written and is settled again counts its lines again.
   */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("visitsNotOpened", visits.notOpened());
    counts.put("credentialsDropped", visits.credentialsDropped());
    prices.countInto(counts);
    pricing.countInto(counts);
    return counts;
  }

  /**
   * Prices a closed cart, writes what is due, charges it, and returns the receipt. The same cart
   * settled again returns the same receipt and charges nothing more; if the charge was left open,
   * the gateway is asked again what became of it.
   *
   * @throws AlreadySettledException if the visit is settled with another cart
   * @throws StorageException if the ledger can't be written. The visit stays open: settle it again
   *     with the same cart, or let {@link Ledger#recover} finish it
   */
  public Receipt settle(Cart cart) {
    return settle(cart, Doubt.NONE);
  }

  /**
   * As {@link #settle(Cart)}, with lines in doubt sent to review. A visit that is settled already
   * keeps its receipt, whatever is doubted now.
   */
  public Receipt settle(Cart cart, Doubt doubt) {
    return settle(cart, doubt, Scene.UNSEEN);
  }

  /** As {@link #settle(Cart, Doubt)}, with what else is known of each change as evidence. */
  public Receipt settle(Cart cart, Doubt doubt, Scene scene) {
    VisitId visit = visitId(cart.person());
    String digest = CartDigest.of(cart);
    var before = ledger.settlement(visit);
    if (before.isPresent() && !before.get().cartSha256().equals(digest)) {
      throw new AlreadySettledException(visit);
    }
    if (before.isEmpty()) {
      ledger.post(settlement(cart, visit, digest, doubt, scene), description(store, visit));
    }
    ledger
        .charge(visit)
        .filter(charge -> !charge.state().isFinal())
        .ifPresent(
            charge ->
                ledger.record(
                    charge.request().idempotencyKey(),
                    charging.complete(charge.request(), before.isPresent())));
    visits.close(cart.person());
    return ledger.receipt(visit).orElseThrow();
  }

  /**
   * Takes in an outcome that a gateway delivers by itself: late, twice or out of order. What is
   * already known changes nothing.
   *
   * @throws IllegalArgumentException if the ledger has no charge with that key
   * @throws IdempotencyConflictException if it contradicts a final outcome
   */
  public void delivered(String idempotencyKey, ChargeOutcome outcome) {
    ledger.record(idempotencyKey, outcome);
  }

  private Settlement settlement(Cart cart, VisitId visit, String digest, Doubt doubt, Scene scene) {
    List<ReceiptLine> lines = pricing.lines(cart, doubt, scene, this::visitId);
    String account = visits.account(cart.person()).orElse(Visits.GUEST + visit);
    return new Settlement(
        visit,
        cart.targetId(),
        account,
        store.currency(),
        Pricing.due(lines),
        toMillis(cart.enteredNanos()),
        toMillis(cart.exitedNanos()),
        digest,
        lines);
  }

  /** What stands on the shopper's statement. */
  static String description(Store store, VisitId visit) {
    return store.name() + ", visit " + visit;
  }

  /** A receipt tells times to the millisecond, and so does its ledger. */
  private static long toMillis(long nanos) {
    return nanos - Math.floorMod(nanos, EventTime.MILLI);
  }
}
