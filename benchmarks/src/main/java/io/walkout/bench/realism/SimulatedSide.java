package io.walkout.bench.realism;

import io.walkout.bench.realism.plates.Handling;
import io.walkout.bench.realism.plates.PlateTape;
import io.walkout.bench.realism.poses.PoseTape;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.scenario.Play;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.video.Level;
import io.walkout.sim.world.SimStore;
import io.walkout.store.CameraId;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulates the recording's visit in the recording's store. */
final class SimulatedSide {
  private final Recording real;
  private final Scenario visit;

  /** For the visit of a recording, which must have a truth with events. */
  SimulatedSide(Recording real) {
    this.real = real;
    SimStore shop = SimStore.of(real.store());
    Play play = new Play(RealVisit.plans(real));
    visit =
        new Scenario(
            real.name(),
            "as in the recording",
            List.of(),
            () -> shop,
            List.of(),
            (s, dice) -> play);
  }

  /** One simulation, sensors only. */
  Side sensors(long seed) throws IOException {
    TapeSink sink = new TapeSink();
    Trail trail = new Trail();
    Outcome outcome = Simulation.run(visit, seed, sink, watched(trail));
    return side(seed, sink.tape(), sink.poses(), outcome.truth(), Map.of(), trail);
  }

  /** The same visit filmed by cameras that hang where the recording's hang. */
  Side pictures(long seed, Path dir) throws IOException {
    Trail trail = new Trail();
    Outcome outcome = Simulation.run(visit, seed, dir, Level.PICTURE.of(watched(trail)));
    Map<CameraId, VideoStream> videos = new LinkedHashMap<>();
    for (VideoStream video : Recording.open(dir).videos()) {
      videos.put(video.camera(), video);
    }
    Store store = real.store();
    PlateTape empty = new PlateTape(store.layout(), Simulation.EPOCH_NANOS);
    return side(seed, empty, new PoseTape(), outcome.truth(), videos, trail);
  }

  private Side side(
      long seed,
      PlateTape plates,
      PoseTape poses,
      Truth truth,
      Map<CameraId, VideoStream> videos,
      Trail trail) {
    return new Side(
        "seed " + seed,
        real.store(),
        plates,
        poses,
        Handling.of(truth, real.store(), plates),
        videos,
        trail);
  }

  private static SimulationOptions watched(Trail trail) {
    return SimulationOptions.NONE.watchedBy(List.of(stage -> new TrailWatcher(stage, trail)));
  }
}
