package io.walkout.tracker.shelf;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.StoreEvent.Kind;
import io.walkout.store.Gondola;
import io.walkout.store.Store;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.signal.PlateBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds lasting steps of mass in the readings of untared, noisy plates. Reads {@link Kind#PLATES}
 * and {@link Kind#END}; on every event sets {@link StoreEvent#shelvesSettledNanos}, and adds what
 * became certain to {@link StoreEvent#changes}, and shelves whose plates tell more or less from now
 * on to {@link StoreEvent#shelfHealth}.
 *
 * <p>For one thread, in the order of the events; deterministic. Allocates only for a change and
 * when a gondola's blocks change their shape. Blocks of gondolas and plates that the layout does
 * not have are ignored. The method and what it assumes: {@code docs/developing/shelf-tracker.md}.
 */
public final class ShelfTracker {
  private final GondolaTrack[] gondolas;
  private final GondolaTrack[] byNumber;
  private final long silentAfterNanos;
  private final Silences silences;
  private final boolean[] isSilent;
  private final Tally tally = new Tally();
  private long settledNanos = Long.MIN_VALUE;
  private long firstNanos = Long.MAX_VALUE;
  private long newestNanos = Long.MIN_VALUE;

  /**
   * Makes a tracker for a store's plates; their levels and noise are learned from the readings.
   *
   * @param store its layout says which plates exist, its policy when a gondola counts as silent
   */
  public ShelfTracker(Store store, ShelfTrackerSettings settings) {
    silentAfterNanos = store.policy().silentAfterNanos();
    int highest = 0;
    for (Gondola gondola : store.layout().gondolas()) {
      highest = Math.max(highest, gondola.number());
    }
    byNumber = new GondolaTrack[highest + 1];
    gondolas = new GondolaTrack[store.layout().gondolas().size()];
    for (int i = 0; i < gondolas.length; i++) {
      Gondola gondola = store.layout().gondolas().get(i);
      gondolas[i] = new GondolaTrack(gondola, settings, silentAfterNanos, tally);
      byNumber[gondola.number()] = gondolas[i];
    }
    isSilent = new boolean[gondolas.length];
    silences = new Silences(gondolas, silentAfterNanos);
  }

  /** Takes the next event. Changes of one bin stand in the order of shelves. */
  public void onEvent(StoreEvent e) {
    if (e.kind == Kind.PLATES) {
      onBlock(e);
    }
    if (e.kind != Kind.END) {
      for (GondolaTrack gondola : gondolas) {
        gondola.release(e.watermarkNanos, settledNanos, e.changes);
      }
      noteTimes(e.watermarkNanos);
    } else {
      for (GondolaTrack gondola : gondolas) {
        gondola.finish(settledNanos, e.changes);
      }
      noteTimes(Long.MIN_VALUE);
      advance(Math.max(newestNanos, Math.max(e.watermarkNanos, e.captureNanos)));
    }
    if (e.kind != Kind.END) {
      advance(settled(e.watermarkNanos));
    }
    tellHealth(e);
    e.shelvesSettledNanos = settledNanos;
  }

  /** Of the gondola that has spoken, and of those that fell silent or speak again. */
  private void tellHealth(StoreEvent e) {
    for (int i = 0; i < gondolas.length; i++) {
      boolean silent = silences.isSilent(i);
      boolean spoke = e.kind == Kind.PLATES && gondolas[i].number() == e.plates.gondola;
      if (spoke || silent != isSilent[i] || e.kind == Kind.END) {
        isSilent[i] = silent;
        gondolas[i].tellHealth(newestNanos, silent, e.shelfHealth);
      }
    }
  }

  private void onBlock(StoreEvent e) {
    PlateBlock block = e.plates;
    GondolaTrack gondola =
        block.gondola > 0 && block.gondola < byNumber.length ? byNumber[block.gondola] : null;
    if (gondola == null) {
      tally.blocksUnknown++;
      return;
    }
    gondola.onBlock(block, e.watermarkNanos, settledNanos, e.changes);
  }

  private void noteTimes(long watermarkNanos) {
    for (GondolaTrack gondola : gondolas) {
      if (gondola.started()) {
        firstNanos = Math.min(firstNanos, gondola.endNanos());
        newestNanos = Math.max(newestNanos, gondola.endNanos());
      }
    }
    silences.timeIs(Math.max(newestNanos, watermarkNanos));
  }

  /**
   * The least over the gondolas that are alive. One that has sent nothing for the policy's silence
   * is not, nor one that never came, that long after the first; if none is, the watermark less that
   * silence.
   */
  private long settled(long watermarkNanos) {
    long now = Math.max(newestNanos, watermarkNanos);
    if (now < Long.MIN_VALUE + silentAfterNanos) {
      return Long.MIN_VALUE;
    }
    long silent = now - silentAfterNanos;
    long settled = Long.MAX_VALUE;
    for (GondolaTrack gondola : gondolas) {
      if (gondola.started() && gondola.endNanos() >= silent) {
        settled = Math.min(settled, gondola.settledNanos());
      } else if (!gondola.started() && firstNanos > silent && newestNanos != Long.MIN_VALUE) {
        return Long.MIN_VALUE;
      }
    }
    return settled == Long.MAX_VALUE ? silent : settled;
  }

  private void advance(long nanos) {
    settledNanos = Math.max(settledNanos, nanos);
  }

  /** What was found wrong with plates so far, in the order of gondolas, shelves and plates. */
  public List<PlateTrouble> troubles() {
    List<PlateTrouble> troubles = new ArrayList<>();
    for (GondolaTrack gondola : gondolas) {
      gondola.health().tellTroubles(troubles);
    }
    return troubles;
  }

  /** What it met so far. */
  public ShelfTrackerCounts counts() {
    List<String> shelves = new ArrayList<>();
    for (GondolaTrack gondola : gondolas) {
      gondola.health().tellStates(shelves);
    }
    return tally.snapshot(silences.silent(), silences.neverSeen(), troubles(), shelves);
  }
}
