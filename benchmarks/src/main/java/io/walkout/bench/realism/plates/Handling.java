package io.walkout.bench.realism.plates;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.Facing;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A take or put-back by the truth, on a tape's scale of time.
 *
 * @param seconds when
 * @param kind which of the two
 * @param shelf where
 * @param product what
 */
public record Handling(double seconds, Truth.Event.Kind kind, ShelfId shelf, ProductCode product) {
  /**
   * Those of a truth, in order of time. One whose place is unknown is taken to have happened at the
   * product's first facing; without one it is left out.
   */
  public static List<Handling> of(Truth truth, Store store, PlateTape tape) {
    List<Handling> all = new ArrayList<>();
    for (Truth.Event event : truth.events()) {
      Optional<ShelfId> shelf =
          event.plates().isEmpty()
              ? store.planogram().facings().stream()
                  .filter(f -> f.product().equals(event.barcode()))
                  .map(Facing::shelf)
                  .findFirst()
              : Optional.of(event.plates().getFirst().shelfId());
      shelf.ifPresent(
          at ->
              all.add(
                  new Handling(
                      tape.seconds(event.captureNanos()), event.kind(), at, event.barcode())));
    }
    all.sort((a, b) -> Double.compare(a.seconds(), b.seconds()));
    return all;
  }
}
