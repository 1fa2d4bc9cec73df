package io.walkout.ingest.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what {@link TruthTracks} reads. Rows go to the disk as they come; the file is whole only
 * once {@link #finish} has said how many frames there were. One thread.
 */
public final class TruthTracksWriter implements AutoCloseable {
  private final Path recording;
  private final long startNanos;
  private final int framesPerSecond;
  private final BufferedWriter rows;
  private final StringBuilder row = new StringBuilder(48);
  private int last = 1;

  /**
   * Begins the tracks of a recording.
   *
   * @param recording the recording's directory, which must be there
   * @param startNanos when frame 1 is
   * @param framesPerSecond how many frames are in a second
   */
  public TruthTracksWriter(Path recording, long startNanos, int framesPerSecond)
      throws IOException {
    this.recording = recording;
    this.startNanos = startNanos;
    this.framesPerSecond = framesPerSecond;
    Files.createDirectories(recording.resolve(RecordingFiles.TRUTH_FOLDER));
    rows =
        Files.newBufferedWriter(
            RecordingFiles.truthFile(recording, TruthTracks.ROWS), StandardCharsets.US_ASCII);
  }

  /**
   * Notes where somebody stands.
   *
   * @param frame from 1, never going back
   * @param id the person's number
   * @throws IllegalArgumentException on a frame before the last one's
   */
  public void row(int frame, int id, double xMetres, double yMetres) throws IOException {
    if (frame < last) {
      throw new IllegalArgumentException("frame " + frame + " after " + last);
    }
    last = frame;
    row.setLength(0);
    row.append(frame).append(',').append(id).append(',');
    millimetres(xMetres);
    row.append(',');
    millimetres(yMetres);
    rows.append(row.append('\n'));
  }

  /** Three decimals, without the cost of a formatter: there are millions of these. */
  private void millimetres(double metres) {
    long mm = Math.round(metres * 1000);
    if (mm < 0) {
      row.append('-');
    }
    long abs = Math.abs(mm);
    row.append(abs / 1000).append('.');
    long part = abs % 1000;
    row.append(part < 10 ? "00" : part < 100 ? "0" : "").append(part);
  }

  /**
   * Ends the tracks.
   *
   * @param frames how many there were, those without anybody included
   * @param people who was there
   */
  public void finish(int frames, List<TruthPerson> people) throws IOException {
    rows.close();
    TruthPerson.write(recording, people);
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("startNanos", startNanos);
    head.put("framesPerSecond", framesPerSecond);
    head.put("frames", frames);
    AtomicFile.write(
        RecordingFiles.truthFile(recording, TruthTracks.HEAD),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(head));
  }

  /** Leaves unfinished tracks as they are: without {@code floor.json} nobody reads them. */
  @Override
  public void close() throws IOException {
    rows.close();
  }
}
