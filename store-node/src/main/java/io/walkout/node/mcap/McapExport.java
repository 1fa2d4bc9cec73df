package io.walkout.node.mcap;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoPackets;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a recording, and what a replay decided of it, as an MCAP file for the field's viewers. All
 * messages stand at the time their sensor captured them, so that pictures, weights and decisions
 * lie side by side whatever arrived late. The same input gives the same bytes; memory does not grow
 * with the recording but for some hundred bytes a megabyte.
 */
public final class McapExport {
  private McapExport() {}

  /**
   * What was written.
   *
   * @param messages how many
   * @param bytes size of the file
   * @param problems videos that were left out, one sentence each
   */
  public record Outcome(long messages, long bytes, List<String> problems) {
    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Writes a file, replacing what has its name.
   *
   * @param recordingDirectory the recording
   * @param replayDirectory what a replay of it wrote, if decisions are wanted
   * @param file where, by custom ending in {@code .mcap}
   * @throws UserError if there is no such recording or replay, or the place can't be written to
   */
  public static Outcome write(Path recordingDirectory, Optional<Path> replayDirectory, Path file)
      throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UserError(file + " can't be written: its directory is not there");
    }
    Recording recording = open(recordingDirectory);
    List<String> problems = new ArrayList<>();
    List<Track> tracks = new ArrayList<>();
    try (McapWriter writer = new McapWriter(file)) {
      new StoreMessages(writer, recording.store(), recording.startNanos()).write();
      for (EventSource source : recording.sensorSources()) {
        tracks.add(new SensorTrack(source, writer, recording.store()));
      }
      for (VideoStream video : recording.videos()) {
        addVideo(video, writer, tracks, problems);
      }
      LogTopic log = new LogTopic(writer);
      recording
          .truth()
          .ifPresent(truth -> tracks.add(new TruthTrack(truth, recording.store(), writer, log)));
      if (replayDirectory.isPresent()) {
        Path events = replayDirectory.get().resolve("events.jsonl");
        if (!Files.isRegularFile(events)) {
          throw new UserError(
              replayDirectory.get() + ": expected what a replay wrote, found no events.jsonl");
        }
        tracks.add(new DecisionTrack(events, recording.store(), writer, log));
      }
      merge(tracks);
      writer.finish();
      return new Outcome(writer.messages(), writer.bytes(), problems);
    } finally {
      tracks.forEach(Track::close);
    }
  }

  private static Recording open(Path directory) throws IOException {
    try {
      return Recording.open(directory);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static void addVideo(
      VideoStream video, McapWriter writer, List<Track> tracks, List<String> problems) {
    try {
      VideoPackets packets = new VideoPackets(video.file());
      if (packets.isPassable()) {
        tracks.add(new VideoTrack(video, packets, writer));
      } else {
        packets.close();
        tracks.add(new ImageTrack(video, writer));
      }
    } catch (VideoException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /** Earliest first; of two at one time the one listed first. */
  private static void merge(List<Track> tracks) throws IOException {
    while (true) {
      Track earliest = null;
      long nanos = Track.ENDED;
      for (Track track : tracks) {
        if (track.nanos() < nanos) {
          nanos = track.nanos();
          earliest = track;
        }
      }
      if (earliest == null) {
        return;
      }
      earliest.write();
    }
  }
}
