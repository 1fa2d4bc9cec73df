package io.walkout.ingest.mot;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The rows of a file in MOTChallenge's layout ({@code frame,id,left,top,width,height,...}), plain
 * or gzipped, by frame. Rows may stand in any order; those of one frame keep theirs. Numbers are
 * kept as they stand: what a column means is its reader's to say. Unchanging after reading.
 */
public final class MotRows {
  /** Columns kept; more are ignored, fewer are filled with NaN. */
  public static final int COLUMNS = 10;

  /** Last frame a file may name: 38 days at 30 frames a second. A larger one is a wrong column. */
  public static final int LAST_FRAME = 100_000_000;

  /** Most rows read; at 80 bytes each they still fit a small machine's memory. */
  public static final int MOST_ROWS = 20_000_000;

  /** What some editors put in front of UTF-8, as it is read here: byte by byte. */
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final Path file;
  private final double[] values;
  private final int[] order;
  private final int rows;

  private MotRows(Path file, double[] values, int rows) {
    this.file = file;
    this.values = values;
    this.rows = rows;
    this.order = byFrame(values, rows);
  }

  /**
   * Reads a file.
   *
   * @param leastColumns how many columns every row must have
   * @throws MotException if a row has fewer columns or something that is no number, or names an
   *     impossible frame; {@code NaN} and {@code inf} are numbers here
   * @throws IOException if the file can't be read
   */
  public static MotRows read(Path file, int leastColumns) throws IOException {
    double[] values = new double[COLUMNS * 1024];
    int rows = 0;
    long at = 0;
    try (InputStream in = open(file);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        at++;
        if (at == 1 && line.startsWith(BYTE_ORDER_MARK)) {
          line = line.substring(BYTE_ORDER_MARK.length());
        }
        if (line.isBlank()) {
          continue;
        }
        if (rows == MOST_ROWS) {
          throw new MotException(file, at, "more than " + MOST_ROWS + " rows");
        }
        if (values.length == COLUMNS * rows) {
          values = Arrays.copyOf(values, 2 * values.length);
        }
        parse(file, at, line.strip(), leastColumns, values, COLUMNS * rows);
        rows++;
      }
    } catch (ZipException e) {
      throw new MotException(file, "is damaged as a gzip file (" + e.getMessage() + ")");
    } catch (java.io.EOFException e) {
      throw new MotException(file, "ends in the middle of its gzip data");
    }
    return new MotRows(file, values, rows);
  }

  /** Told by its first two bytes, whatever its name. */
  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new MotException(file, "is a directory, not a file of boxes");
    }
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return zipped ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void parse(Path file, long at, String line, int least, double[] values, int from)
      throws MotException {
    String[] parts = line.indexOf(',') >= 0 ? line.split(",", -1) : line.split("\\s+");
    int count = parts.length;
    while (count > 0 && parts[count - 1].isBlank()) {
      count--; // a comma at the end of the row
    }
    if (count < least) {
      throw new MotException(file, at, count + " columns, at least " + least + " expected");
    }
    for (int c = 0; c < COLUMNS; c++) {
      values[from + c] = c < count ? number(file, at, c, parts[c].strip()) : Double.NaN;
    }
    double frame = values[from];
    if (!(frame >= 1 && frame <= LAST_FRAME && frame == Math.rint(frame))) {
      throw new MotException(
          file,
          at,
          "frame "
              + parts[0].strip()
              + ": a whole number from 1 to "
              + LAST_FRAME
              + " is expected");
    }
  }

  private static double number(Path file, long at, int column, String text) throws MotException {
    try {
      return switch (text) {
        case "nan", "NAN" -> Double.NaN;
        case "inf", "+inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      throw new MotException(
          file, at, "column " + (column + 1) + ": '" + shown + "' is not a number");
    }
  }

  private static int[] byFrame(double[] values, int rows) {
    long[] keys = new long[rows];
    for (int r = 0; r < rows; r++) {
      keys[r] = ((long) values[COLUMNS * r] << 32) | r;
    }
    Arrays.sort(keys);
    int[] order = new int[rows];
    for (int r = 0; r < rows; r++) {
      order[r] = (int) keys[r];
    }
    return order;
  }

  /** Where the rows came from. */
  public Path file() {
    return file;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Frame of a row, from 1; never falls from one row to the next. */
  public int frame(int row) {
    return (int) value(row, 0);
  }

  /** What stands in a column, from 0, of a row, from 0; NaN where the row is shorter. */
  public double value(int row, int column) {
    return values[COLUMNS * order[row] + column];
  }

  /** The last frame that has a row; 0 for an empty file. */
  public int lastFrame() {
    return rows == 0 ? 0 : frame(rows - 1);
  }
}
