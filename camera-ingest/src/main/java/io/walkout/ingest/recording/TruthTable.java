package io.walkout.ingest.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of the truth: CSV as in RFC 4180 behind a line that names its columns. Reads row by row;
 * whatever is wrong is told with file, line and column.
 */
final class TruthTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Path file;
  private final List<String> columns;
  private CSVRecord row;
  private long line;

  /** Takes one row. */
  interface Reader {
    void row(TruthTable row) throws IOException;
  }

  private TruthTable(Path file, List<String> columns, CSVRecord header) {
    this.file = file;
    this.columns = columns;
    this.row = header;
  }

  /**
   * Reads all rows.
   *
   * @param columns the first columns, by name; more may follow and are ignored
   * @throws IOException naming file and line if it is no such table
   */
  static void read(Path file, List<String> columns, Reader reader) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(in, FORMAT)) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        throw new IOException(file + ", line 1: expected '" + String.join(",", columns) + "'");
      }
      CSVRecord header = records.next();
      if (header.size() < columns.size()
          || !header.toList().subList(0, columns.size()).equals(columns)) {
        throw new IOException(
            file
                + ", line 1: expected '"
                + String.join(",", columns)
                + "', found '"
                + String.join(",", header.toList())
                + "'");
      }
      TruthTable table = new TruthTable(file, columns, header);
      table.line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        table.row = records.next();
        if (table.row.size() < columns.size()) {
          throw table.wrong("expected " + columns.size() + " columns, found " + table.row.size());
        }
        reader.row(table);
        table.line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new IOException(file + ": broken CSV (" + e.getMessage() + ")", e);
    }
  }

  /** A cell's text; empty if there is none. */
  String text(int column) {
    return row.get(column);
  }

  /** A cell's whole number from {@code least} on. */
  long whole(int column, long least) throws IOException {
    String text = row.get(column);
    try {
      long value = Long.parseLong(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the sentence below, which says all there is to say.
    }
    throw wrong(
        columns.get(column)
            + ": expected a whole number"
            + (least == Long.MIN_VALUE ? "" : " from " + least)
            + ", found '"
            + text
            + "'");
  }

  /** As {@link #whole}, for numbers that an int holds. */
  int number(int column, int least) throws IOException {
    long value = whole(column, least);
    if (value > Integer.MAX_VALUE) {
      throw wrong(columns.get(column) + ": " + value + " is too large");
    }
    return (int) value;
  }

  /** What is wrong with this row, with its place. */
  IOException wrong(String what) {
    return new IOException(file + ", line " + line + ": " + what);
  }

  /** One row as it stands in a file. */
  static void append(StringBuilder out, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i].toString();
      boolean plain =
          text.chars().allMatch(c -> c >= ' ' && c != ',' && c != '"') && text.equals(text.strip());
      out.append(i == 0 ? "" : ",").append(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }
    out.append('\n');
  }
}
