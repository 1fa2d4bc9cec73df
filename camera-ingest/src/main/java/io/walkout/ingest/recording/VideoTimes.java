package io.walkout.ingest.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The table of times beside a video: CSV with the columns {@code frame} (from 0, without gaps),
 * {@code capture_nanos}, and {@code arrival_nanos}, which is left out where every frame arrived
 * when it was captured. A last line without a line end is torn and does not count.
 *
 * @param captureNanos capture time of each frame
 * @param arrivalNanos arrival time of each frame
 */
record VideoTimes(long[] captureNanos, long[] arrivalNanos) {
  private static final String HEADER = "frame,capture_nanos";
  private static final String HEADER_WITH_ARRIVALS = HEADER + ",arrival_nanos";

  void write(Path file) throws IOException {
    boolean late = !Arrays.equals(captureNanos, arrivalNanos);
    StringBuilder table = new StringBuilder(late ? HEADER_WITH_ARRIVALS : HEADER).append('\n');
    for (int i = 0; i < captureNanos.length; i++) {
      table.append(i).append(',').append(captureNanos[i]);
      if (late) {
        table.append(',').append(arrivalNanos[i]);
      }
      table.append('\n');
    }
    AtomicFile.write(file, table.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the table. Throws {@link IOException} naming file and line if it is no such table. */
  static VideoTimes read(Path file) throws IOException {
    boolean endsWithLine = endsWithLineEnd(file);
    long[] captures = new long[1024];
    long[] arrivals = new long[1024];
    int count = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      String line = reader.readLine();
      boolean withArrivals = HEADER_WITH_ARRIVALS.equals(line);
      if (!withArrivals && !HEADER.equals(line)) {
        throw new IOException(
            file
                + ", line 1: expected '"
                + HEADER
                + "' or '"
                + HEADER_WITH_ARRIVALS
                + "', found '"
                + line
                + "'");
      }
      for (line = reader.readLine(); line != null; count++) {
        String next = reader.readLine();
        if (next == null && !endsWithLine) {
          break;
        }
        if (count == captures.length) {
          captures = Arrays.copyOf(captures, 2 * count);
          arrivals = Arrays.copyOf(arrivals, 2 * count);
        }
        String[] fields = line.split(",", -1);
        int wanted = withArrivals ? 3 : 2;
        captures[count] = time(file, count, line, fields, 1, wanted);
        arrivals[count] =
            withArrivals ? time(file, count, line, fields, 2, wanted) : captures[count];
        line = next;
      }
    }
    return new VideoTimes(Arrays.copyOf(captures, count), Arrays.copyOf(arrivals, count));
  }

  private static long time(
      Path file, int frame, String line, String[] fields, int column, int wanted)
      throws IOException {
    try {
      if (fields.length == wanted && fields[0].equals(Integer.toString(frame))) {
        return Long.parseLong(fields[column]);
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence below, which says all there is to say.
    }
    throw new IOException(
        file
            + ", line "
            + (frame + 2)
            + ": expected '"
            + frame
            + ",' and "
            + (wanted == 3 ? "two times" : "a time")
            + " in nanoseconds, found '"
            + line
            + "'");
  }

  /**
   * The times with arrivals that never fall ({@link FrameArrivals}); the count of those changed
   * goes to {@code problems}. Capture times stay as they are: whoever uses the pictures judges
   * them.
   */
  VideoTimes inOrderOfArrival(ReadProblems problems) {
    boolean prompt = Arrays.equals(captureNanos, arrivalNanos);
    long[] inOrder = FrameArrivals.inOrder(arrivalNanos, prompt);
    long changed = 0;
    for (int i = 0; i < inOrder.length; i++) {
      changed += inOrder[i] == arrivalNanos[i] ? 0 : 1;
    }
    if (changed > 0) {
      problems.count("frames out of order of arrival", changed);
    }
    return new VideoTimes(captureNanos, inOrder);
  }

  private static boolean endsWithLineEnd(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      if (channel.size() == 0) {
        return false;
      }
      var last = java.nio.ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) == '\n';
    }
  }
}
