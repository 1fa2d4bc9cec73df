package io.walkout.ingest.recording;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.store.CameraId;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import io.walkout.store.signal.PriceChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a recording. Each stream's events come in the order of their arrival. What was flushed can
 * be read again even if the recording is never closed. One thread.
 */
public final class RecordingWriter implements AutoCloseable {
  /** Ending of a video that is written in place. */
  private static final String IN_PLACE = ".mp4";

  private final Path dir;
  private final String caseName;
  private final EventCodec codec = new EventCodec();
  private final StoreEvent slot = new StoreEvent();
  private final Map<StoreEvent.Kind, RecordLogWriter> logs = new EnumMap<>(StoreEvent.Kind.class);
  private final Map<StoreEvent.Kind, Long> lastArrival = new EnumMap<>(StoreEvent.Kind.class);
  private final Map<CameraId, String> videos = new LinkedHashMap<>();
  private long startNanos = Long.MAX_VALUE;
  private long endNanos = Long.MIN_VALUE;
  private boolean closed;

  /** Whether a write failed half-way: such a recording is never marked as complete. */
  private boolean broken;

  private RecordingWriter(Path dir, String caseName) {
    this.dir = dir;
    this.caseName = caseName;
  }

  /**
   * Begins a recording in a directory that is made here, or is empty.
   *
   * @param store written beside the recording's streams
   * @param caseName the recording's name
   * @throws FileAlreadyExistsException if something lies in the directory
   */
  public static RecordingWriter create(Path dir, Store store, String caseName) throws IOException {
    Files.createDirectories(dir);
    try (var entries = Files.newDirectoryStream(dir)) {
      if (entries.iterator().hasNext()) {
        throw new FileAlreadyExistsException(
            dir.toString(), null, "is not empty; a recording needs a directory of its own");
      }
    }
    StoreFile.write(store, dir);
    Files.createDirectory(dir.resolve(RecordingFiles.SENSORS));
    Files.createDirectory(dir.resolve(RecordingFiles.VIDEO));
    RecordingIndex.begun(caseName).write(dir.resolve(RecordingFiles.INDEX));
    return new RecordingWriter(dir, caseName);
  }

  /** Records a block of plate samples; its capture time is its first sample's. */
  public void plates(PlateBlock block, long arrivalNanos) throws IOException {
    slot.reset(StoreEvent.Kind.PLATES);
    slot.plates.copyFrom(block);
    append(block.firstNanos, arrivalNanos);
  }

  /** Records the poses of one moment, also if nobody was seen. */
  public void poses(PoseSet poses, long captureNanos, long arrivalNanos) throws IOException {
    slot.reset(StoreEvent.Kind.POSES);
    slot.poses.copyFrom(poses);
    append(captureNanos, arrivalNanos);
  }

  /** Records a door event. */
  public void door(DoorEvent door, long arrivalNanos) throws IOException {
    slot.reset(StoreEvent.Kind.DOOR);
    slot.door = door;
    append(door.captureNanos(), arrivalNanos);
  }

  /** Records a price change. */
  public void price(PriceChange price, long arrivalNanos) throws IOException {
    slot.reset(StoreEvent.Kind.PRICE);
    slot.price = price;
    append(price.captureNanos(), arrivalNanos);
  }

  /**
   * Copies a camera's video file unchanged; each frame arrives when it is captured.
   *
   * @param file any file; its ending is kept
   * @param captureNanos capture time of each frame
   * @throws IllegalArgumentException if the camera has a video already
   */
  public void video(CameraId camera, Path file, long[] captureNanos) throws IOException {
    String original = String.valueOf(file.getFileName());
    int dot = original.lastIndexOf('.');
    String name = RecordingFiles.fileName(camera) + (dot < 0 ? "" : original.substring(dot));
    checkFirst(camera);
    broken = true;
    new VideoTimes(captureNanos, captureNanos).write(RecordingFiles.timesFile(dir, camera));
    AtomicFile.copy(file, dir.resolve(RecordingFiles.VIDEO).resolve(name));
    broken = false;
    note(camera, name, captureNanos, captureNanos);
  }

  /** Where a camera's video may be written straight into the recording, as an MP4 file. */
  public Path videoPlace(CameraId camera) {
    return dir.resolve(RecordingFiles.VIDEO).resolve(RecordingFiles.fileName(camera) + IN_PLACE);
  }

  /**
   * Where the true boxes of people in a camera's pictures may be written, as MOTChallenge text; its
   * directory is made.
   */
  public Path boxesPlace(CameraId camera) throws IOException {
    Files.createDirectories(dir.resolve(RecordingFiles.TRUTH_FOLDER));
    return RecordingFiles.truthFile(dir, RecordingFiles.fileName(camera) + ".gt.txt");
  }

  /**
   * Takes note of a camera's video that now lies, finished, at its {@link #videoPlace}.
   *
   * @param captureNanos capture time of each frame
   * @param arrivalNanos arrival time of each frame, never falling
   * @throws IllegalArgumentException if the camera has a video already, or the times are not so
   * @throws IOException if there is no such file, or the times can't be written
   */
  public void videoInPlace(CameraId camera, long[] captureNanos, long[] arrivalNanos)
      throws IOException {
    checkFirst(camera);
    if (captureNanos.length != arrivalNanos.length) {
      throw new IllegalArgumentException("camera " + camera + ": not one arrival for each frame");
    }
    for (int i = 1; i < arrivalNanos.length; i++) {
      if (arrivalNanos[i] < arrivalNanos[i - 1]) {
        throw new IllegalArgumentException(
            "camera " + camera + ": frame " + i + " arrives before the frame before it");
      }
    }
    Path place = videoPlace(camera);
    if (!Files.isRegularFile(place)) {
      throw new NoSuchFileException(place.toString(), null, "no video was written there");
    }
    broken = true;
    new VideoTimes(captureNanos, arrivalNanos).write(RecordingFiles.timesFile(dir, camera));
    broken = false;
    note(camera, String.valueOf(place.getFileName()), captureNanos, arrivalNanos);
  }

  private void checkFirst(CameraId camera) {
    if (videos.containsKey(camera)) {
      throw new IllegalArgumentException("camera " + camera + " has a video already");
    }
  }

  private void note(CameraId camera, String name, long[] captureNanos, long[] arrivalNanos) {
    videos.put(camera, name);
    for (int i = 0; i < captureNanos.length; i++) {
      extend(captureNanos[i], arrivalNanos[i]);
    }
  }

  /** Writes the truth beside the recording. */
  public void truth(Truth truth) throws IOException {
    truth.write(dir.resolve(RecordingFiles.TRUTH));
  }

  /** Notes where the recording was imported from, and what that cost. */
  public void provenance(Provenance provenance) throws IOException {
    provenance.write(dir.resolve(RecordingFiles.IMPORT));
  }

  /** Hands all that was recorded so far to the operating system. */
  public void flush() throws IOException {
    for (RecordLogWriter log : logs.values()) {
      log.flush();
    }
  }

  private void append(long captureNanos, long arrivalNanos) throws IOException {
    long last = lastArrival.getOrDefault(slot.kind, Long.MIN_VALUE);
    if (arrivalNanos < last) {
      throw new IllegalArgumentException(
          "events of a stream are recorded in the order of their arrival: "
              + slot.kind
              + " at "
              + arrivalNanos
              + " after "
              + last);
    }
    slot.captureNanos = captureNanos;
    slot.arrivalNanos = arrivalNanos;
    broken = true;
    RecordLogWriter log = log(slot.kind);
    ByteBuffer buffer = log.begin(codec.maxBytes(slot));
    codec.encode(slot, buffer);
    log.commit();
    broken = false;
    lastArrival.put(slot.kind, arrivalNanos);
    extend(captureNanos, arrivalNanos);
  }

  private void extend(long captureNanos, long arrivalNanos) {
    startNanos = Math.min(startNanos, captureNanos);
    endNanos = Math.max(endNanos, Math.max(captureNanos, arrivalNanos));
  }

  private RecordLogWriter log(StoreEvent.Kind kind) throws IOException {
    RecordLogWriter log = logs.get(kind);
    if (log == null) {
      log = RecordLog.create(RecordingFiles.sensorFile(dir, kind), RecordingFiles.SENSOR_FORMAT);
      logs.put(kind, log);
    }
    return log;
  }

  /**
   * Writes what is left to the disk, and then the recording's index that says it is whole, unless a
   * write failed before: then the recording stays one that was cut off.
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    Map<StoreEvent.Kind, Long> records = new LinkedHashMap<>();
    IOException failure = null;
    for (Map.Entry<StoreEvent.Kind, RecordLogWriter> entry : logs.entrySet()) {
      try (RecordLogWriter log = entry.getValue()) {
        log.force();
        records.put(entry.getKey(), log.records());
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (broken) {
      return;
    }
    boolean empty = startNanos == Long.MAX_VALUE;
    new RecordingIndex(
            caseName, true, empty ? 0 : startNanos, empty ? 0 : endNanos, records, videos)
        .write(dir.resolve(RecordingFiles.INDEX));
  }
}
