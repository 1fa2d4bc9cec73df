package io.walkout.ingest.recording;

import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording to replay. Opens also what was cut off at any moment: then everything up to each
 * stream's last whole record is there, and what is missing is counted. Safe for any thread; each
 * source belongs to one.
 */
public final class Recording {
  private final Path dir;
  private final String name;
  private final boolean complete;
  private final Store store;
  private final Map<StoreEvent.Kind, Long> records;
  private final List<VideoStream> videos;
  private final Optional<Truth> truth;
  private final ReadProblems problems;
  private final long startNanos;
  private final long endNanos;

  private Recording(
      Path dir, RecordingIndex index, Store store, Optional<Truth> truth, ReadProblems problems)
      throws IOException {
    this.dir = dir;
    this.name = index.name();
    this.complete = index.complete();
    this.store = store;
    this.records = index.records();
    this.truth = truth;
    this.problems = problems;
    this.videos = new RecordedVideos(dir, problems).find(index, store);
    if (complete) {
      startNanos = index.startNanos();
      endNanos = index.endNanos();
    } else {
      problems.count(
          "recording not closed", 1, dir + " was never closed: what is there is replayed");
      RecordedSpan span = RecordedSpan.of(dir, videos);
      startNanos = span.startNanos();
      endNanos = span.endNanos();
    }
  }

  /**
   * Opens a recording.
   *
   * @throws IOException if it is none, or is written in a version that this program does not know;
   *     one sentence, naming the file
   * @throws io.walkout.ingest.storefile.StoreFileException if its store is wrong, with all problems
   */
  public static Recording open(Path dir) throws IOException {
    Path storeFile = dir.resolve(RecordingFiles.STORE);
    if (!Files.isRegularFile(storeFile)) {
      throw new IOException(
          dir
              + " is no recording: it has no "
              + RecordingFiles.STORE
              + " (expected a directory"
              + " as docs/recording-format.md says)");
    }
    Path indexFile = dir.resolve(RecordingFiles.INDEX);
    RecordingIndex index =
        Files.isRegularFile(indexFile)
            ? RecordingIndex.read(indexFile)
            : RecordingIndex.begun(String.valueOf(dir.toAbsolutePath().getFileName()));
    Path truthFile = dir.resolve(RecordingFiles.TRUTH);
    Optional<Truth> truth =
        Files.isRegularFile(truthFile) ? Optional.of(Truth.read(truthFile)) : Optional.empty();
    ReadProblems problems = new ReadProblems();
    return new Recording(dir, index, StoreFile.read(storeFile), truth, problems);
  }

  /** The store it was recorded in. */
  public Store store() {
    return store;
  }

  /** The case's name. */
  public String name() {
    return name;
  }

  /** Whether it was closed as it should. */
  public boolean isComplete() {
    return complete;
  }

  /** Earliest capture time of anything in it; 0 if it is empty. */
  public long startNanos() {
    return startNanos;
  }

  /** Latest arrival of anything in it; 0 if it is empty. */
  public long endNanos() {
    return endNanos;
  }

  /**
   * Opens the sensor streams that it has, each from its beginning: plates, poses, doors, prices, so
   * named. Each yields its events in the order of arrival, in memory that does not depend on the
   * length, and allocates nothing per event (but for doors and prices). Close them.
   */
  public List<EventSource> sensorSources() throws IOException {
    List<EventSource> sources = new ArrayList<>();
    for (StoreEvent.Kind kind : RecordingFiles.SENSOR_KINDS) {
      Path file = RecordingFiles.sensorFile(dir, kind);
      long announced = records.getOrDefault(kind, 0L);
      if (Files.isRegularFile(file)) {
        try {
          sources.add(new LogEventSource(kind, file, announced, problems));
        } catch (IOException e) {
          sources.forEach(EventSource::close);
          throw e;
        }
      } else if (announced > 0) {
        problems.count(
            "records missing", announced, file + " is missing, with " + announced + " records");
      }
    }
    return sources;
  }

  /** The cameras' videos, in the order of the store's cameras. */
  public List<VideoStream> videos() {
    return videos;
  }

  /** What really happened, where it is known. */
  public Optional<Truth> truth() {
    return truth;
  }

  /** What an importer found, left out and assumed; empty for a recording of our own. */
  public Optional<Provenance> provenance() throws IOException {
    Path file = dir.resolve(RecordingFiles.IMPORT);
    return Files.isRegularFile(file) ? Optional.of(Provenance.read(file)) : Optional.empty();
  }

  /**
   * How often each thing was wrong with the recording, so far: call after its sources have been
   * read to their ends. Reading them again counts again.
   */
  public Map<String, Long> problems() {
    return problems.counts();
  }

  /** What was wrong, for people: at most 100 sentences, each naming file and place. */
  public List<String> problemSentences() {
    return problems.sentences();
  }

  /** Finds the videos that are whole: a file of pictures with its table of times. */
  private record RecordedVideos(Path dir, ReadProblems problems) {
    List<VideoStream> find(RecordingIndex index, Store store) throws IOException {
      List<VideoStream> found = new ArrayList<>();
      for (Camera camera : store.layout().cameras()) {
        Path times = RecordingFiles.timesFile(dir, camera.id());
        Path file = file(index, camera.id());
        boolean announced = index.videos().containsKey(camera.id()) || Files.exists(times);
        if (Files.isRegularFile(times) && Files.isRegularFile(file)) {
          found.add(stream(camera.id(), file, VideoTimes.read(times)));
        } else if (announced) {
          problems.count(
              "videos missing",
              1,
              "camera " + camera.id() + ": its video or table of times is missing in " + dir);
        }
      }
      return List.copyOf(found);
    }

    private VideoStream stream(CameraId camera, Path file, VideoTimes read) {
      VideoTimes times = read.inOrderOfArrival(problems);
      return new VideoStream(camera, file, times.captureNanos(), times.arrivalNanos());
    }

    private Path file(RecordingIndex index, CameraId camera) throws IOException {
      Path video = dir.resolve(RecordingFiles.VIDEO);
      String listed = index.videos().get(camera);
      if (listed != null || !Files.isDirectory(video)) {
        return video.resolve(listed != null ? listed : "-");
      }
      String prefix = RecordingFiles.fileName(camera);
      try (var entries = Files.newDirectoryStream(video)) {
        for (Path entry : entries) {
          String name = entry.getFileName().toString();
          int dot = name.lastIndexOf('.');
          boolean ours = (dot < 0 ? name : name.substring(0, dot)).equals(prefix);
          if (ours && !name.endsWith(".part")) {
            return entry;
          }
        }
      }
      return video.resolve("-");
    }
  }

  /** From when to when an unclosed recording goes: found by reading all of it once. */
  private record RecordedSpan(long startNanos, long endNanos) {
    static RecordedSpan of(Path dir, List<VideoStream> videos) throws IOException {
      long start = Long.MAX_VALUE;
      long end = Long.MIN_VALUE;
      for (StoreEvent.Kind kind : RecordingFiles.SENSOR_KINDS) {
        Path file = RecordingFiles.sensorFile(dir, kind);
        if (!Files.isRegularFile(file)) {
          continue;
        }
        try (RecordLogReader log = RecordLog.open(file, RecordingFiles.SENSOR_FORMAT)) {
          for (ByteBuffer record = log.next(); record != null; record = log.next()) {
            if (record.remaining() >= EventCodec.COMMON_BYTES) {
              start = Math.min(start, EventCodec.captureNanos(record));
              end = Math.max(end, EventCodec.arrivalNanos(record));
            }
          }
        }
      }
      for (VideoStream video : videos) {
        long[] arrivals = video.arrivalNanos();
        for (long nanos : video.captureNanos()) {
          start = Math.min(start, nanos);
          end = Math.max(end, nanos);
        }
        end = arrivals.length == 0 ? end : Math.max(end, arrivals[arrivals.length - 1]);
      }
      return start == Long.MAX_VALUE ? new RecordedSpan(0, 0) : new RecordedSpan(start, end);
    }
  }
}
