package io.walkout.node.pipeline;

import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.walkout.billing.ExitBilling;
import io.walkout.billing.Receipt;
import io.walkout.cart.CartResolver;
import io.walkout.cart.ResolverSettings;
import io.walkout.cart.evidence.LookEvidence;
import io.walkout.ingest.journal.JournalWriter;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.Watermark;
import io.walkout.node.report.EventLog;
import io.walkout.node.report.Progress;
import io.walkout.node.report.Summary;
import io.walkout.node.review.Witness;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.tracker.attend.AttentionCounts;
import io.walkout.tracker.attend.Likeness;
import io.walkout.tracker.person.PersonTracker;
import io.walkout.tracker.person.PersonTrackerSettings;
import io.walkout.tracker.shelf.ShelfTracker;
import io.walkout.tracker.shelf.ShelfTrackerSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The whole of a store's program, from the ring to the receipt, built top to bottom in this one
 * class:
 *
 * <pre>
 *            ┌ detect 0 ┐                ┌ journal        ┐
 *   feed ─▶  │   ...    │ ─▶ likeness ─▶ │ person tracker │ ─▶ cart resolver ─▶ exit billing, log
 *            └ detect n ┘                └ shelf tracker  ┘
 * </pre>
 *
 * Each box is one thread, and sees every event after all boxes to its left have. What decides is
 * single-threaded and reads nothing but the events, so the number of detecting threads changes
 * nothing but the speed. Likeness is there only where clothes are looked at. Nothing is decided on
 * an event before the journal has written it.
 */
public final class Pipeline {
  /**
   * Slots of the ring. At 306 plates and four cameras a store makes about 70 events a second: 7 s
   * of them, more than any stage's worst pause, in about 10 MB, and up to 50 MB once slots keep
   * moments of people for reuse.
   */
  private static final int RING_SLOTS = 512;

  /** Looks before a stage naps; more would take a core from the stage it waits for. */
  public static final int SPINS = 100;

  /**
   * How long a stage naps when there is nothing to do. Blocking waits would still spin on the stage
   * before them, which cost half of two cores in a replay with pictures (docs/decisions/007); five
   * stages' naps add at most a millisecond.
   */
  public static final long NAP_NANOS = 200_000;

  private final Failure failure = new Failure();
  private final Disruptor<StoreEvent> disruptor;
  private final Stage lastStage;
  private final List<DetectWork> detecting;
  private final PersonTracker people;
  private final ShelfTracker shelves;
  private final CartResolver resolver;
  private final LookEvidence looks;
  private final ExitBilling billing;
  private final BillingWork billingWork;
  private final Progress progress;

  /**
   * Builds the pipeline of a store; {@link #run} starts it.
   *
   * @param sight what pictures are looked at with
   * @param workers threads that look at pictures, at least 1
   * @param journal where everything the deciders see is written first
   * @param witness what else is known of each shelf change, for evidence
   */
  public Pipeline(
      Store store,
      Sight sight,
      int workers,
      JournalWriter journal,
      ExitBilling billing,
      Witness witness,
      EventLog log,
      List<String> sourceNames,
      Progress progress) {
    this.progress = progress;
    this.people = new PersonTracker(store, PersonTrackerSettings.DEFAULT);
    this.shelves = new ShelfTracker(store, ShelfTrackerSettings.DEFAULT);
    this.looks = new LookEvidence(store.layout());
    this.resolver = new CartResolver(store, ResolverSettings.of(store.policy()), List.of(looks));
    this.billing = billing;
    this.billingWork = new BillingWork(store, billing, witness, log, progress, sourceNames);

    this.disruptor =
        new Disruptor<>(
            StoreEvent::new,
            RING_SLOTS,
            DaemonThreadFactory.INSTANCE,
            ProducerType.SINGLE,
            new SleepingWaitStrategy(SPINS, NAP_NANOS));
    disruptor.setDefaultExceptionHandler(failure);
    this.lastStage = new Stage(failure, billingWork);
    if (!sight.serves(workers)) {
      throw new IllegalArgumentException("poses and embedders are made for fewer workers");
    }
    this.detecting =
        IntStream.range(0, workers)
            .mapToObj(worker -> new DetectWork(sight, store.layout(), worker, workers))
            .toList();
    EventHandlerGroup<StoreEvent> seen =
        disruptor.handleEventsWith(
            detecting.stream().map(work -> new Stage(failure, work)).toArray(Stage[]::new));
    if (!sight.embedders().isEmpty()) {
      seen = seen.then(new Stage(failure, new Likeness()::onEvent));
    }
    seen.then(
            new JournalStage(failure, journal),
            new Stage(failure, people::onEvent),
            new Stage(failure, shelves::onEvent))
        .then(new Stage(failure, this::resolve))
        .then(lastStage);
  }

  /**
   * Returns when the last stage has passed everything that is on the ring. The Disruptor's own
   * shutdown takes a stage whose thread has not begun yet for one that is through, and so lost
   * short recordings whole.
   */
  private void awaitLastStage() {
    long last = disruptor.getRingBuffer().getCursor();
    while (disruptor.getSequenceValueFor(lastStage) < last) {
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  /**
   * What came of a run.
   *
   * @param receipts in the order they were made
   * @param firstNanos arrival of the first event
   * @param lastNanos arrival of the last event
   */
  public record Result(List<Receipt> receipts, long firstNanos, long lastNanos) {
    /** Copies the list. */
    public Result {
      receipts = List.copyOf(receipts);
    }
  }

  private void resolve(StoreEvent event) {
    for (int i = 0; i < event.peopleCount; i++) {
      resolver.people(event.people.get(i));
    }
    DoorEvent door = event.door;
    if (door != null) {
      resolver.door(door);
    }
    event.personEvents.forEach(resolver::person);
    event.shelfHealth.forEach(resolver::shelf);
    looks.look(event.camera, event.shelfLooks);
    event.changes.forEach(looks::change);
    event.changes.forEach(resolver::change);
    if (event.kind == StoreEvent.Kind.END) {
      resolver.end(event.cartEvents::add);
    } else {
      long known = looks.settledNanos(event.peopleSettledNanos);
      resolver.advance(known, event.shelvesSettledNanos, event.cartEvents::add);
    }
  }

  /**
   * Feeds all sources through, and returns when the last stage has seen the end.
   *
   * @param inputCutOff whether the sources, read to their ends, turned out to be cut off
   * @param asRecorded whether the events carry their watermark already, as a journal's do
   * @return the receipts, and the time they span
   * @throws RuntimeException what the first failing stage threw
   */
  public Result run(
      List<EventSource> sources,
      Watermark watermark,
      BooleanSupplier inputCutOff,
      boolean asRecorded,
      Pacing pacing,
      Summary summary)
      throws IOException {
    Feed feed =
        new Feed(
            disruptor.start(),
            sources,
            watermark,
            asRecorded,
            pacing.start(System::nanoTime),
            failure,
            progress);
    try {
      feed.run(inputCutOff);
      awaitLastStage();
    } finally {
      disruptor.halt();
    }
    failure.rethrow();
    summary.putAll("events", feed.counts());
    summary.putAll("silentSources", feed.silentSources());
    noteAttention(summary);
    summary.putAll("cameraFaults", billingWork.cameraFaults());
    summary.putAll("shelfHealth", billingWork.shelfStates());
    summary.put("personTracker", "persons", people.persons());
    summary.put("personTracker", "lateObservations", people.lateObservations());
    summary.put("personTracker", "forcedObservations", people.forcedObservations());
    summary.put("personTracker", "beyondCapacity", people.beyondCapacity());
    if (people.laterPoses() + people.laterPosesUnused() > 0) {
      summary.put("personTracker", "laterPoses", people.laterPoses());
      summary.put("personTracker", "laterPosesUnused", people.laterPosesUnused());
    }
    summary.put("decided", "shelfTracker", shelves.counts());
    summary.putAll("resolver", resolver.counts());
    billingWork.findings().into(summary);
    summary.putAll("billing", billing.counts());
    summary.put("decided", "people", billingWork.people());
    summary.put("decided", "shelfChanges", billingWork.changes());
    summary.put("decided", "assignments", billingWork.assignments());
    return new Result(billingWork.receipts(), feed.firstNanos(), feed.lastNanos());
  }

  private void noteAttention(Summary summary) {
    AttentionCounts sum = new AttentionCounts();
    detecting.forEach(work -> work.addCounts(sum));
    if (sum.pictures > 0) {
      summary.put("attention", "pictures", sum.pictures);
      summary.put("attention", "searches", sum.searches);
      summary.put("attention", "boxesCarried", sum.carriedBoxes);
      summary.put("attention", "poses", sum.poses);
      summary.put("attention", "posesLater", sum.laterPoses);
      summary.put("attention", "looks", sum.looks);
      summary.put("attention", "stirs", sum.stirs);
      summary.put("attention", "cropsKept", sum.crops);
      summary.put("attention", "cropsLost", sum.cropsLost);
      if (sum.palmLooks > 0) {
        summary.put("attention", "palmLooks", sum.palmLooks);
        summary.put("attention", "palms", sum.palms);
        summary.put("attention", "wristsPalmsAgreedWith", sum.wristsFused);
        summary.put("attention", "wristsPalmsReplaced", sum.wristsReplaced);
        summary.put("attention", "wristsPalmsAdded", sum.wristsAdded);
      }
    }
  }
}
