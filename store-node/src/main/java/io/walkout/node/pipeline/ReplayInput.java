package io.walkout.node.pipeline;

import io.walkout.ingest.journal.Journal;
import io.walkout.ingest.recording.Provenance;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.ring.EventSource;
import io.walkout.node.report.UserError;
import io.walkout.node.review.VideoClock;
import io.walkout.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be replayed: a recording, or the journal of an earlier run. */
public sealed interface ReplayInput {
  /** Opens whichever a path holds. Throws {@link UserError} if it holds neither. */
  static ReplayInput open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new UserError(
          path + ": expected a recording (a directory such as X.rec), found " + kindOf(path));
    }
    try {
      return Journal.isAt(path)
          ? new OfJournal(Journal.open(path))
          : new OfRecording(path, Recording.open(path));
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static String kindOf(Path path) {
    return Files.exists(path) ? "a file" : "nothing there";
  }

  /** Where it lies. */
  Path directory();

  /** The run's name, from which visit ids are made. */
  String name();

  /** The store. */
  Store store();

  /** First moment, event time. */
  long startNanos();

  /** Last moment, event time. */
  long endNanos();

  /** Whether events carry the watermark they had. */
  boolean isJournal();

  /** Where it was imported from, if it was. */
  Optional<Provenance> provenance() throws IOException;

  /** What was wrong with the input, complete once its streams have been read. */
  Map<String, Long> problems();

  /** The same in sentences that name the place. */
  List<String> problemSentences();

  /** Whether the input was cut off: what its people did afterwards is not known. */
  boolean isCutOff();

  /** What its videos show when. */
  VideoClock videoClock() throws IOException;

  /** Opens the streams. */
  ReplayStreams streams(Replay.Options options) throws IOException;

  /** A recording. */
  record OfRecording(Path directory, Recording recording) implements ReplayInput {
    /** The stream of another tracker's poses, as recordings name it. */
    private static final String POSES = "poses";

    /** Problems after which it is not known how the recording went on. */
    private static final Set<String> LOST_RECORDS =
        Set.of("torn records", "records missing", "damaged records");

    @Override
    public String name() {
      return recording.name();
    }

    @Override
    public Store store() {
      return recording.store();
    }

    @Override
    public long startNanos() {
      return recording.startNanos();
    }

    @Override
    public long endNanos() {
      return recording.endNanos();
    }

    @Override
    public boolean isJournal() {
      return false;
    }

    @Override
    public VideoClock videoClock() {
      return VideoClock.of(recording.videos());
    }

    @Override
    public Optional<Provenance> provenance() throws IOException {
      return recording.provenance();
    }

    @Override
    public Map<String, Long> problems() {
      return recording.problems();
    }

    @Override
    public List<String> problemSentences() {
      return recording.problemSentences();
    }

    /** Whether a file of the case that this was imported from was itself cut off. */
    private boolean importEndedEarly() {
      try {
        return recording.provenance().stream()
            .anyMatch(from -> from.counts().containsKey("files that end early"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isCutOff() {
      return !recording.isComplete()
          || recording.problems().keySet().stream().anyMatch(LOST_RECORDS::contains)
          || importEndedEarly();
    }

    @Override
    public ReplayStreams streams(Replay.Options options) throws IOException {
      ReplayStreams streams = new ReplayStreams();
      boolean hasPoses = false;
      for (EventSource source : recording.sensorSources()) {
        boolean poses = source.name().equals(POSES);
        if (poses && options.people() == Replay.PeopleFrom.PICTURES) {
          source.close();
        } else {
          hasPoses |= poses && source.peekArrivalNanos() != EventSource.ENDED;
          streams.add(source);
        }
      }
      boolean fromPictures =
          options.people() == Replay.PeopleFrom.PICTURES
              || (options.people() == Replay.PeopleFrom.AUTO && !hasPoses);
      if (fromPictures) {
        streams.addCameras(
            store().layout(), recording.videos(), options.sight(), options.workers());
      }
      return streams;
    }
  }

  /** A journal. */
  record OfJournal(Journal journal) implements ReplayInput {
    @Override
    public Path directory() {
      return journal.directory();
    }

    @Override
    public String name() {
      return journal.name();
    }

    @Override
    public Store store() {
      return journal.store();
    }

    @Override
    public long startNanos() {
      return 0;
    }

    @Override
    public long endNanos() {
      return 0;
    }

    @Override
    public boolean isJournal() {
      return true;
    }

    @Override
    public VideoClock videoClock() throws IOException {
      return VideoClock.ofJournal(journal.directory());
    }

    @Override
    public Optional<Provenance> provenance() {
      return Optional.empty();
    }

    @Override
    public Map<String, Long> problems() {
      return Map.of();
    }

    @Override
    public List<String> problemSentences() {
      return List.of();
    }

    /** A journal of a run that was through ends with its end; the feed tells. */
    @Override
    public boolean isCutOff() {
      return false;
    }

    @Override
    public ReplayStreams streams(Replay.Options options) throws IOException {
      ReplayStreams streams = new ReplayStreams();
      streams.addJournal(journal.events(), journal.sourceNames());
      return streams;
    }
  }
}
