package io.walkout.sim.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the intents of plans stand in a file.
 *
 * @param file the file, or the name of what is none
 * @param strict whether appointments that can't be kept are refused (else they are kept late)
 * @param places of each plan: where the plan begins, then each of its intents, then its end
 */
public record Lines(Path file, boolean strict, List<List<Place>> places) {
  /** For plans that come from no file. */
  public static final Lines NONE = new Lines(Path.of("scenario"), false, List.of());

  /**
   * A place in a file.
   *
   * @param line from 1; 0 if unknown
   * @param field the keys that lead there
   */
  public record Place(int line, String field) {}

  /** Copies the list. */
  public Lines {
    places = places.stream().map(List::copyOf).toList();
  }

  /** Where an intent of a plan stands; -1 for the plan's beginning. */
  Place at(int plan, int intent) {
    if (plan >= places.size()) {
      return new Place(0, "");
    }
    List<Place> of = places.get(plan);
    return of.get(Math.min(intent + 1, of.size() - 1));
  }
}
