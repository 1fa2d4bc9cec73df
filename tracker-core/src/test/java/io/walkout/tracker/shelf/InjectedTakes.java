package io.walkout.tracker.shelf;

import io.walkout.store.PlateId;
import io.walkout.store.Store;
import io.walkout.store.signal.PlateBlock;
import io.walkout.tracker.shelf.TrackedBlocks.Announced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Simulated takes and put-backs on top of a real recording's plates: the noise, the door and the
 * footsteps are real, the goods are not.
 */
final class InjectedTakes {
  private final RecordedPlates recorded;
  private final Store store;
  private final List<PlateId> plates;
  private final long firstNanos;
  private final double seconds;

  InjectedTakes(String name) throws IOException {
    recorded = RecordedPlates.read(name);
    store = Stores.of(recorded.plates());
    plates = new ArrayList<>(recorded.plates());
    for (PlateBlock block : recorded.blocks().subList(0, 20)) {
      plates.removeIf(p -> p.gondola() == block.gondola && p.shelf() > block.shelves);
    }
    firstNanos = recorded.blocks().getFirst().firstNanos;
    seconds = (recorded.blocks().getLast().firstNanos - firstNanos) / 1e9;
  }

  /** Injects one action of a mass, {@code runs} times at random places and moments. */
  Tallied run(double mass, int runs) {
    Tallied t = new Tallied();
    TrackedBlocks plain = new TrackedBlocks(store);
    plain.takeAll(recorded.blocks());
    plain.end();
    for (int seed = 1; seed <= runs; seed++) {
      Random r = new Random(seed);
      PlateId at = plates.get(r.nextInt(plates.size()));
      int spread = Math.min(1 + r.nextInt(3), at.plate());
      double start = 3 + (seconds - 6) * r.nextDouble();
      PlateAction a =
          r.nextInt(4) > 0
              ? PlateAction.take(at.shelf() - 1, at.plate() - spread, spread, mass, start, r)
              : PlateAction.put(at.shelf() - 1, at.plate() - spread, spread, mass, start, r);
      TrackedBlocks tracked = new TrackedBlocks(store);
      for (PlateBlock block : recorded.blocks()) {
        tracked.take(block.gondola == at.gondola() ? with(a, block, r) : block);
      }
      tracked.end();
      score(a, at, tracked, plain.announced.size(), t);
    }
    return t;
  }

  private PlateBlock with(PlateAction a, PlateBlock block, Random r) {
    PlateBlock changed = new PlateBlock(0);
    changed.copyFrom(block);
    for (int k = 0; k < block.samples; k++) {
      double now = (block.nanosOf(k) - firstNanos) / 1e9;
      double force = now > a.endSeconds() ? a.left() : a.grams(now, r);
      for (int p = 0; p < a.shares.length; p++) {
        int i = block.index(k, a.shelf, a.firstPlate + p);
        if (a.shelf < block.shelves && a.firstPlate + p < block.plates) {
          changed.grams[i] += (float) (force * a.shares[p]);
        }
      }
    }
    return changed;
  }

  private void score(PlateAction a, PlateId at, TrackedBlocks tracked, int without, Tallied t) {
    t.actions++;
    boolean found = false;
    for (Announced x : tracked.announced) {
      var c = x.change();
      double start = (c.startNanos() - firstNanos) / 1e9;
      if (!found
          && c.shelf().equals(at.shelfId())
          && Math.abs(start - a.startSeconds) < 1
          && Math.abs(c.deltaGrams() - a.massGrams) < 0.4 * Math.abs(a.massGrams)) {
        found = true;
        t.found++;
        t.errors.add((c.deltaGrams() - a.massGrams) / c.sigmaGrams());
        t.sigmas.add(c.sigmaGrams());
        t.starts.add(start - a.startSeconds);
        t.ends.add((c.endNanos() - firstNanos) / 1e9 - a.restSeconds());
        t.latencies.add((x.atNanos() - firstNanos) / 1e9 - a.restSeconds());
      }
    }
    t.extra += Math.max(0, tracked.announced.size() - without - (found ? 1 : 0));
  }
}
