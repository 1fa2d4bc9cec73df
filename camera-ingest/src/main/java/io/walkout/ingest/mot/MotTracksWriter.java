package io.walkout.ingest.mot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes tracks as MOTChallenge rows: {@code frame,id,left,top,width,height,score,-1,-1,-1}, pixels
 * to a hundredth, by '.' whatever the country. Rows are written as they come. One thread.
 */
public final class MotTracksWriter implements AutoCloseable {
  private final BufferedWriter out;
  private final StringBuilder row = new StringBuilder(96);

  /** Starts a file, over any that is there. */
  public MotTracksWriter(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
  }

  /** One box of one track. */
  public void write(
      int frame, long id, double left, double top, double width, double height, double score)
      throws IOException {
    row.setLength(0);
    row.append(frame).append(',').append(id).append(',');
    decimals(left, 2).append(',');
    decimals(top, 2).append(',');
    decimals(width, 2).append(',');
    decimals(height, 2).append(',');
    decimals(score, 4).append(",-1,-1,-1\n");
    out.append(row);
  }

  private StringBuilder decimals(double value, int places) {
    long unit = places == 2 ? 100 : 10_000;
    long scaled = Math.round(value * unit);
    if (scaled < 0) {
      row.append('-');
      scaled = -scaled;
    }
    row.append(scaled / unit).append('.');
    for (long digit = unit / 10; digit > 0; digit /= 10) {
      row.append((char) ('0' + scaled / digit % 10));
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
