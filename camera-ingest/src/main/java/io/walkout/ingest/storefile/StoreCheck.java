package io.walkout.ingest.storefile;

import io.walkout.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a store's files found.
 *
 * @param store the store; empty if there is any error, never half-read
 * @param errors what makes the files unusable
 * @param warnings what is odd but can be lived with
 */
public record StoreCheck(Optional<Store> store, List<Problem> errors, List<Problem> warnings) {
  /** Copies the lists. */
  public StoreCheck {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }
}
