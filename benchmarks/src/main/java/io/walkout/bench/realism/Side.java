package io.walkout.bench.realism;

import io.walkout.bench.realism.figure.Measured;
import io.walkout.bench.realism.plates.GondolaTape;
import io.walkout.bench.realism.plates.Handling;
import io.walkout.bench.realism.plates.MotionMeasures;
import io.walkout.bench.realism.plates.NoiseMeasures;
import io.walkout.bench.realism.plates.PlateTape;
import io.walkout.bench.realism.plates.StepMeasures;
import io.walkout.bench.realism.poses.PoseTape;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.store.CameraId;
import io.walkout.store.Store;
import java.util.List;
import java.util.Map;

/**
 * Everything that one side has to be measured on: the recording, or one simulation.
 *
 * @param name what to call it
 * @param store as the recording has it
 * @param plates what its plates sent
 * @param poses what its pose stream sent; may be empty
 * @param handlings what was taken and put back, by its truth
 * @param videos its pictures, where it has any, by camera
 * @param trail where its first shopper was, on the tape's scale of time; may be empty
 */
record Side(
    String name,
    Store store,
    PlateTape plates,
    PoseTape poses,
    List<Handling> handlings,
    Map<CameraId, VideoStream> videos,
    Trail trail) {
  /** Measures plates and poses; pictures are measured as they are shown. */
  Measured measureSensors() {
    List<GondolaTape> gondolas = plates.gondolas();
    Measured m = new Measured();
    m.putAll(NoiseMeasures.of(gondolas, handlings));
    m.putAll(MotionMeasures.of(gondolas, handlings));
    m.putAll(StepMeasures.of(gondolas, handlings));
    m.putAll(poses.measure());
    return m;
  }
}
