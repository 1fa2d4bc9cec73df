package io.walkout.ingest.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The table of capture times beside a video: CSV with the columns {@code frame} (from 0, without
 * gaps) and {@code capture_nanos}. A last line without a line end is torn and does not count.
 */
final class VideoTimes {
  private static final String HEADER = "frame,capture_nanos";

  private VideoTimes() {}

  static void write(Path file, long[] captureNanos) throws IOException {
    StringBuilder table = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < captureNanos.length; i++) {
      table.append(i).append(',').append(captureNanos[i]).append('\n');
    }
    AtomicFile.write(file, table.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the table. Throws {@link IOException} naming file and line if it is no such table. */
  static long[] read(Path file) throws IOException {
    boolean endsWithLine = endsWithLineEnd(file);
    long[] times = new long[1024];
    int count = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      String line = reader.readLine();
      if (!HEADER.equals(line)) {
        throw new IOException(file + ", line 1: expected '" + HEADER + "', found '" + line + "'");
      }
      for (line = reader.readLine(); line != null; count++) {
        String next = reader.readLine();
        if (next == null && !endsWithLine) {
          break;
        }
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count] = time(file, count, line);
        line = next;
      }
    }
    return Arrays.copyOf(times, count);
  }

  private static long time(Path file, int frame, String line) throws IOException {
    String prefix = frame + ",";
    try {
      if (line.startsWith(prefix)) {
        return Long.parseLong(line.substring(prefix.length()));
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence below, which says all there is to say.
    }
    throw new IOException(
        file
            + ", line "
            + (frame + 2)
            + ": expected '"
            + prefix
            + "' and a time in nanoseconds, found '"
            + line
            + "'");
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
