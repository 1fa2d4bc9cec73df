package io.walkout.sim;

import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.ingest.recording.Truth;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes what the sensors deliver as a recording. */
final class RecordingSink implements SensorSink, AutoCloseable {
  private final Path dir;
  private @Nullable RecordingWriter writer;

  RecordingSink(Path dir) {
    this.dir = dir;
  }

  @Override
  public void begin(Store store, String caseName) throws IOException {
    writer = RecordingWriter.create(dir, store, caseName);
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

  void truth(Truth truth) throws IOException {
    open().truth(truth);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private RecordingWriter open() {
    if (writer == null) {
      throw new IllegalStateException("the recording has not begun");
    }
    return writer;
  }
}
