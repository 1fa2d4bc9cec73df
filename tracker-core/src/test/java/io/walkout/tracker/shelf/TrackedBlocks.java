package io.walkout.tracker.shelf;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.StoreEvent.Kind;
import io.walkout.store.Store;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfHealth;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.List;

/** A shelf tracker at the end of a one-slot ring: takes blocks, collects what comes out. */
final class TrackedBlocks {
  /** A change and the end of the block that announced it; the end of all for those at END. */
  record Announced(ShelfChange change, long atNanos) {}

  final ShelfTracker tracker;
  final List<Announced> announced = new ArrayList<>();
  final List<ShelfHealth> health = new ArrayList<>();
  final List<Long> settled = new ArrayList<>();
  private final StoreEvent slot = new StoreEvent();
  private long newestNanos = Long.MIN_VALUE;

  TrackedBlocks(Store store) {
    tracker = new ShelfTracker(store, ShelfTrackerSettings.DEFAULT);
  }

  void take(PlateBlock block) {
    slot.reset(Kind.PLATES);
    slot.plates.copyFrom(block);
    slot.captureNanos = block.firstNanos;
    newestNanos = Math.max(newestNanos, block.nanosOf(block.samples));
    handle(block.nanosOf(block.samples));
  }

  void takeAll(List<PlateBlock> blocks) {
    blocks.forEach(this::take);
  }

  /** Event time comes to {@code nanos} by other streams. */
  void passTo(long nanos) {
    slot.reset(Kind.SOURCE_SILENT);
    slot.captureNanos = nanos;
    slot.watermarkNanos = nanos;
    handle(nanos);
  }

  void end() {
    slot.reset(Kind.END);
    slot.captureNanos = newestNanos;
    slot.watermarkNanos = newestNanos;
    handle(newestNanos);
  }

  private void handle(long atNanos) {
    tracker.onEvent(slot);
    slot.changes.forEach(c -> announced.add(new Announced(c, atNanos)));
    health.addAll(slot.shelfHealth);
    settled.add(slot.shelvesSettledNanos);
  }

  List<ShelfChange> changes() {
    return announced.stream().map(Announced::change).toList();
  }
}
