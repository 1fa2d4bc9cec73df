package io.walkout.ingest.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where everybody truly stood: {@code truth/floor.txt} with its {@code floor.json}, and {@code
 * people.csv}. Positions in metres on the floor plan, frame by frame at a steady rate, one row for
 * each person who was inside the store at that moment. Immutable; any thread.
 */
public final class TruthTracks {
  static final String ROWS = "floor.txt";
  static final String HEAD = "floor.json";

  /** Rows that are read at most: 30 people for 18 hours at ten frames a second. More is refused. */
  private static final int MOST_ROWS = 20_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final long startNanos;
  private final double framesPerSecond;
  private final List<TruthPerson> people;
  private int[] firstRow;
  private int[] ids = new int[1024];
  private double[] x = new double[1024];
  private double[] y = new double[1024];

  private TruthTracks(
      long startNanos, double framesPerSecond, int frames, List<TruthPerson> people) {
    this.startNanos = startNanos;
    this.framesPerSecond = framesPerSecond;
    this.people = List.copyOf(people);
    firstRow = new int[frames + 1];
  }

  /**
   * Reads a recording's tracks.
   *
   * @param recording the recording's directory
   * @return empty if it has none
   * @throws IOException naming file and line or field at fault
   */
  public static Optional<TruthTracks> read(Path recording) throws IOException {
    Path rows = RecordingFiles.truthFile(recording, ROWS);
    Path head = RecordingFiles.truthFile(recording, HEAD);
    if (!Files.isRegularFile(rows) || !Files.isRegularFile(head)) {
      return Optional.empty();
    }
    JsonNode json;
    try {
      json = JSON.readTree(Files.readAllBytes(head));
    } catch (JsonProcessingException e) {
      throw new IOException(
          head + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
    double rate = json.path("framesPerSecond").asDouble(Double.NaN);
    JsonNode frames = json.path("frames");
    JsonNode start = json.path("startNanos");
    if (!(rate > 0 && rate <= 1000)) {
      throw new IOException(head + ": framesPerSecond: expected a rate, found " + rate);
    }
    if (!start.isIntegralNumber() || !start.canConvertToLong()) {
      throw new IOException(head + ": startNanos: expected nanoseconds, found " + start);
    }
    if (!frames.isIntegralNumber() || frames.asLong() < 0 || frames.asLong() > MOST_ROWS) {
      throw new IOException(head + ": frames: expected how many there are, found " + frames);
    }
    TruthTracks tracks =
        new TruthTracks(start.longValue(), rate, frames.intValue(), TruthPerson.read(recording));
    tracks.readRows(rows);
    return Optional.of(tracks);
  }

  private void readRows(Path file) throws IOException {
    int frame = 1;
    int row = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (row == ids.length) {
          grow(file);
        }
        int at = parse(line, row);
        if (at < frame || at >= firstRow.length || isTwice(frame, at, row)) {
          throw new IOException(
              file
                  + ", line "
                  + (row + 1)
                  + ": expected frame,id,x,y of frames in order up to "
                  + (firstRow.length - 1)
                  + ", each id once a frame, found '"
                  + line
                  + "'");
        }
        while (frame < at) {
          firstRow[frame++] = row;
        }
        row++;
      }
    }
    while (frame < firstRow.length) {
      firstRow[frame++] = row;
    }
    ids = Arrays.copyOf(ids, row);
    x = Arrays.copyOf(x, row);
    y = Arrays.copyOf(y, row);
  }

  /** Reads one line into a row; its frame, or -1 if it is no such line. */
  private int parse(String line, int row) {
    String[] cells = line.split(",", -1);
    if (cells.length < 4) {
      return -1;
    }
    try {
      ids[row] = Integer.parseInt(cells[1]);
      x[row] = Double.parseDouble(cells[2]);
      y[row] = Double.parseDouble(cells[3]);
      return Double.isFinite(x[row]) && Double.isFinite(y[row]) ? Integer.parseInt(cells[0]) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private boolean isTwice(int frame, int at, int row) {
    for (int r = row - 1; at == frame && r >= firstRow[frame - 1]; r--) {
      if (ids[r] == ids[row]) {
        return true;
      }
    }
    return false;
  }

  private void grow(Path file) throws IOException {
    if (ids.length >= MOST_ROWS) {
      throw new IOException(file + ": more than " + MOST_ROWS + " rows");
    }
    int room = Math.min(MOST_ROWS, 2 * ids.length);
    ids = Arrays.copyOf(ids, room);
    x = Arrays.copyOf(x, room);
    y = Arrays.copyOf(y, room);
  }

  /** Number of frames; they count from 1. */
  public int frames() {
    return firstRow.length - 1;
  }

  /** Frames in a second. */
  public double framesPerSecond() {
    return framesPerSecond;
  }

  /** When a frame was, on the plates' clock; frame 1 is the start. */
  public long nanos(int frame) {
    return startNanos + Math.round((frame - 1) * 1e9 / framesPerSecond);
  }

  /** Who was there, in the order of the file; may be empty. */
  public List<TruthPerson> people() {
    return people;
  }

  /** First row of a frame; the rows end where those of the next frame begin. */
  public int firstRow(int frame) {
    return firstRow[frame - 1];
  }

  /** Row behind a frame's last one. */
  public int endRow(int frame) {
    return firstRow[frame];
  }

  /** Number of the person of a row ({@link TruthPerson#id}). */
  public int id(int row) {
    return ids[row];
  }

  /** Where the person of a row stood, metres. */
  public double x(int row) {
    return x[row];
  }

  /** Where the person of a row stood, metres. */
  public double y(int row) {
    return y[row];
  }
}
