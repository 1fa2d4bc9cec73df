package io.walkout.sim;

import io.walkout.ingest.recording.Provenance;
import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.ingest.recording.Truth;
import io.walkout.store.CameraId;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the sensors deliver as a recording. */
final class RecordingSink implements SensorSink, VideoSink, AutoCloseable {
  private static final String INDEX = "recording.json";

  /** The stream that is written most: whoever is killed is killed in the middle of it. */
  private static final String TORN_LOG = "sensors/plates.log";

  /** Bytes that the torn record lacks; less than any block of plates has. */
  private static final int TORN_BYTES = 100;

  private final Path dir;
  private @Nullable RecordingWriter writer;
  private byte[] begunIndex = {};
  private boolean torn;

  RecordingSink(Path dir) {
    this.dir = dir;
  }

  @Override
  public void begin(Store store, String caseName) throws IOException {
    writer = RecordingWriter.create(dir, store, caseName);
    begunIndex = Files.readAllBytes(dir.resolve(INDEX));
  }

  @Override
  public void plates(PlateBlock block, long arrivalNanos) throws IOException {
    open().plates(block, arrivalNanos);
  }

  @Override
  public void poses(PoseSet poses, long captureNanos, long arrivalNanos) throws IOException {
    open().poses(poses, captureNanos, arrivalNanos);
  }

  @Override
  public void door(DoorEvent door, long arrivalNanos) throws IOException {
    open().door(door, arrivalNanos);
  }

  @Override
  public Path place(CameraId camera) {
    return open().videoPlace(camera);
  }

  @Override
  public Path boxesPlace(CameraId camera) throws IOException {
    return open().boxesPlace(camera);
  }

  @Override
  public void recorded(CameraId camera, long[] captureNanos, long[] arrivalNanos)
      throws IOException {
    open().videoInPlace(camera, captureNanos, arrivalNanos);
  }

  void truth(Truth truth) throws IOException {
    open().truth(truth);
  }

  /** Notes in the recording what was wrong; a replay repeats it in its summary. */
  void note(List<String> faults) throws IOException {
    if (!faults.isEmpty()) {
      open().provenance(new Provenance("simulation", Map.of(), List.of(), faults));
    }
  }

  @Override
  public void tear() {
    torn = true;
  }

  @Override
  public void close() throws IOException {
    if (writer == null) {
      return;
    }
    writer.close();
    Path log = dir.resolve(TORN_LOG);
    if (torn) {
      Files.write(dir.resolve(INDEX), begunIndex);
    }
    if (torn && Files.exists(log)) {
      try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
        channel.truncate(Math.max(0, channel.size() - TORN_BYTES));
      }
    }
  }

  private RecordingWriter open() {
    if (writer == null) {
      throw new IllegalStateException("the recording has not begun");
    }
    return writer;
  }
}
