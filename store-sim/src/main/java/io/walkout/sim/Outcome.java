package io.walkout.sim;

import io.walkout.ingest.recording.Truth;
import java.util.List;

/**
 * What a simulation did.
 *
 * @param scenario its name
 * @param seed its seed
 * @param seconds length of the recording
 * @param people how many came in
 * @param takes true takes, each of one or more units
 * @param putBacks true put-backs
 * @param plateSamples samples of single plates that were delivered
 * @param poseSets pose sets that were delivered, empty ones included
 * @param truth who owes for what, and what happened when
 * @param faults what was wrong with the sensors and the store file, one sentence each
 */
public record Outcome(
    String scenario,
    long seed,
    double seconds,
    int people,
    int takes,
    int putBacks,
    long plateSamples,
    long poseSets,
    Truth truth,
    List<String> faults) {
  /** Copies the list. */
  public Outcome {
    faults = List.copyOf(faults);
  }
}
