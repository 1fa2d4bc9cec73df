package io.walkout.node.pipeline;

import io.walkout.billing.ExitBilling;
import io.walkout.billing.Receipt;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.node.report.EventLog;
import io.walkout.node.report.Progress;
import io.walkout.node.review.Witness;
import io.walkout.store.Camera;
import io.walkout.store.PersonId;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.cart.CartEvent;
import io.walkout.store.cart.StoreFinding;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PriceChange;
import io.walkout.tracker.shelf.ShelfOutages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last stage: opens and settles visits, and logs what was seen and decided. Its thread only.
 */
final class BillingWork implements Stage.Work {
  /** Why the lines of somebody who is still inside when a torn input ends are not charged. */
  private static final String CUT_OFF = "the input was cut off during the visit";

  private final ExitBilling billing;
  private final Witness witness;
  private final EventLog log;
  private final Progress progress;
  private final List<String> sourceNames;
  private final List<Receipt> receipts = new ArrayList<>();
  private final ShelfOutages outages;
  private final CameraFaults cameraFaults;
  private final ShelfStates shelfStates;
  private final List<Camera> cameras;
  private final StoreFindings findings = new StoreFindings();
  private final Set<PersonId> leftUnseen = new HashSet<>();
  private long lastArrivalNanos = Long.MIN_VALUE;
  private int people;
  private int changes;
  private int assignments;

  /** Settles with {@code billing}, takes evidence from {@code witness}, logs to {@code log}. */
  BillingWork(
      Store store,
      ExitBilling billing,
      Witness witness,
      EventLog log,
      Progress progress,
      List<String> sourceNames) {
    this.witness = witness;
    this.outages = new ShelfOutages(store);
    this.cameraFaults = new CameraFaults(store.layout());
    this.shelfStates = new ShelfStates(store.layout());
    this.cameras = store.layout().cameras();
    this.billing = billing;
    this.log = log;
    this.progress = progress;
    this.sourceNames = sourceNames;
  }

  @Override
  public void on(StoreEvent event) throws IOException {
    lastArrivalNanos = Math.max(lastArrivalNanos, event.arrivalNanos);
    outages.observe(event);
    cameraFaults.observe(event, log);
    if (event.kind == StoreEvent.Kind.SOURCE_SILENT) {
      log.silent(sourceNames.get(event.source), event.arrivalNanos);
    }
    DoorEvent door = event.door;
    if (door != null) {
      billing.door(door);
    }
    PriceChange price = event.price;
    if (price != null) {
      billing.price(price);
    }
    for (int i = 0; i < event.peopleCount; i++) {
      log.people(event.people.get(i));
      witness.people(event.people.get(i));
      shelfStates.people(event.people.get(i));
    }
    for (PersonEvent person : event.personEvents) {
      if (person instanceof PersonEvent.Appeared) {
        people++;
        progress.person();
      }
      if (event.cutOff
          && person instanceof PersonEvent.Left left
          && left.why() == PersonEvent.Why.INPUT_ENDED) {
        leftUnseen.add(left.person());
      }
      billing.person(person);
      log.person(person);
    }
    for (ShelfHealth health : event.shelfHealth) {
      shelfStates.observe(health, log);
    }
    for (int i = 0; i < event.shelfLooks.count; i++) {
      log.shelfLook(cameras.get(event.camera).id().value(), event.shelfLooks, i);
    }
    for (ShelfChange change : event.changes) {
      changes++;
      progress.change();
      log.change(change);
    }
    for (CartEvent decided : event.cartEvents) {
      switch (decided) {
        case Assignment assignment -> {
          assignments++;
          witness.decided(assignment.change());
          log.assignment(assignment);
        }
        case Cart cart -> settle(cart);
        case StoreFinding finding -> {
          log.finding(finding);
          findings.add(finding);
        }
      }
    }
  }

  private void settle(Cart cart) throws IOException {
    progress.cart();
    String cutOff = leftUnseen.remove(cart.person()) ? CUT_OFF : null;
    Receipt receipt =
        billing.settle(cart, line -> cutOff != null ? cutOff : unseen(cart, line), witness);
    receipts.add(receipt);
    shelfStates.settled(cart.person(), receipt.visit().value(), cart.exitedNanos(), log);
    log.receipt(
        receipt.visit().value(),
        cart.exitedNanos(),
        lastArrivalNanos,
        receipt.status().name(),
        receipt.totalMinor());
  }

  /** A gondola that fell silent during a visit may have got back what it had lost before. */
  private @Nullable String unseen(Cart cart, Cart.Line line) {
    for (Cart.Evidence evidence : line.evidence()) {
      int gondola = evidence.assignment().change().shelf().gondola();
      if (outages.wasOut(gondola, cart.enteredNanos(), cart.exitedNanos())) {
        return "gondola " + gondola + " sent nothing during part of the visit";
      }
      ShelfId shelf = evidence.assignment().change().shelf();
      if (shelfStates.wasBlind(shelf, cart.enteredNanos(), cart.exitedNanos())) {
        return "shelf " + shelf + " could not be weighed during part of the visit";
      }
    }
    return null;
  }

  /** The receipts so far, in the order they were made. */
  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  /** What was wrong with the cameras' pictures, by camera and fault. */
  Map<String, Object> cameraFaults() {
    return cameraFaults.counts();
  }

  /** What was found wrong with plates, by shelf, and whose visits that touches. */
  Map<String, Object> shelfStates() {
    return shelfStates.counts();
  }

  /** What was found wrong in planogram and catalogue, as it stands at the end. */
  StoreFindings findings() {
    return findings;
  }

  int people() {
    return people;
  }

  int changes() {
    return changes;
  }

  int assignments() {
    return assignments;
  }
}
