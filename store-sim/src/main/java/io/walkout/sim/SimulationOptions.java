package io.walkout.sim;

import io.walkout.sim.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario is simulated. Start from {@link #NONE}.
 *
 * @param faults what is wrong, beside what the scenario itself says; see {@link Faults#parse}
 * @param watchers who looks on
 * @param cameras who films the shop; then people come from pictures, and no poses are sent
 */
public record SimulationOptions(
    List<String> faults, List<Watcher.Maker> watchers, Optional<VideoSink.Cameras> cameras) {
  /** Nothing is wrong that the scenario doesn't say, and nobody looks on. */
  public static final SimulationOptions NONE =
      new SimulationOptions(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public SimulationOptions {
    faults = List.copyOf(faults);
    watchers = List.copyOf(watchers);
  }

  /** The same with these faults. */
  public SimulationOptions withFaults(List<String> texts) {
    return new SimulationOptions(texts, watchers, cameras);
  }

  /** The same with these who look on. */
  public SimulationOptions watchedBy(List<Watcher.Maker> makers) {
    return new SimulationOptions(faults, makers, cameras);
  }

  /** The same with one more who looks on. */
  public SimulationOptions andWatchedBy(Watcher.Maker maker) {
    List<Watcher.Maker> all = new ArrayList<>(watchers);
    all.add(maker);
    return watchedBy(all);
  }

  /** The same, filmed. Only what is written as a recording can be. */
  public SimulationOptions filmedBy(VideoSink.Cameras crew) {
    return new SimulationOptions(faults, watchers, Optional.of(crew));
  }
}
