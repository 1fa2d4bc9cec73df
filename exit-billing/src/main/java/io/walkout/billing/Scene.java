package io.walkout.billing;

import io.walkout.store.PersonId;
import io.walkout.store.shelf.ShelfChange;
import java.util.List;

/**
 * What else is known of the place and time of a shelf change, for the evidence of a line. It
 * decides nothing.
 */
public interface Scene {
  /** Nothing else is known. */
  Scene UNSEEN =
      new Scene() {
        @Override
        public List<Near> near(ShelfChange change) {
          return List.of();
        }

        @Override
        public List<LineEvidence.Clip> clips(ShelfChange change) {
          return List.of();
        }
      };

  /** Everybody who was near the place at the time, nearest first. */
  List<Near> near(ShelfChange change);

  /** Cameras that see the place, best first, each with the moments to look at. */
  List<LineEvidence.Clip> clips(ShelfChange change);

  /**
   * Somebody near a shelf change.
   *
   * @param person who
   * @param metres how near their nearest known part came, finite
   * @param with which part that was: a joint's name or "BODY"
   */
  record Near(PersonId person, double metres, String with) {}
}
