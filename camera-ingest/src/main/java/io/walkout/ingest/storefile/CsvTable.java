package io.walkout.ingest.storefile;

import static io.walkout.ingest.storefile.Findings.quote;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file (RFC 4180, with a header line) row by row. Spaces around a cell count only
 * inside quotes.
 */
final class CsvTable {
  /** Chosen: a million products with long names. */
  static final int MAX_BYTES = 128 << 20;

  static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(false)
          .setRecordSeparator('\n')
          .get();

  private final Path file;
  private final Findings findings;
  private final List<Row> rows = new ArrayList<>();

  /** One line: its cells by column; absent cells are empty texts. */
  final class Row {
    private final int line;
    private final Map<String, String> cells;

    private Row(int line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    int line() {
      return line;
    }

    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    void wrong(String column, String found, String expected) {
      findings.error(file, line, column, found, expected);
    }

    void odd(String column, String found, String expected) {
      findings.warning(file, line, column, found, expected);
    }
  }

  private CsvTable(Path file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * Reads the rows; what is wrong with the file itself is reported.
   *
   * @return empty if the columns can't be told
   */
  static Optional<List<Row>> read(
      Path file, List<String> required, List<String> optional, Findings findings) {
    CsvTable table = new CsvTable(file, findings);
    return BoundedText.read(file, MAX_BYTES, findings)
        .flatMap(text -> table.parse(text, required, optional));
  }

  private Optional<List<Row>> parse(String text, List<String> required, List<String> optional) {
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = records.hasNext() ? List.of(records.next().values()) : List.of();
      if (!headerIsGood(header, required, optional)) {
        return Optional.empty();
      }
      line = (int) parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        addRow(line, header, cells);
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("\\R", " ");
      findings.error(file, line, "", "broken CSV (" + reason + ")", "cells quoted as in RFC 4180");
    }
    return Optional.of(rows);
  }

  private boolean headerIsGood(List<String> header, List<String> required, List<String> optional) {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    String expected = "the columns " + String.join(",", known);
    if (header.size() <= 1) {
      String only = header.isEmpty() ? "" : header.getFirst();
      String found = only.isBlank() ? "no header line" : "one column " + quote(only);
      boolean semicolons = only.indexOf(';') >= 0;
      findings.error(
          file, 1, "header", found, expected + (semicolons ? ", with commas between them" : ""));
      return false;
    }
    boolean good = true;
    for (String column : required) {
      if (!header.contains(column)) {
        findings.error(file, 1, "header", "no column " + column, expected);
        good = false;
      }
    }
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (!known.contains(column)) {
        findings.warning(
            file,
            1,
            "header",
            "an unknown column " + quote(column) + Nearest.hint(column, known),
            expected);
      } else if (header.indexOf(column) < i) {
        findings.error(file, 1, "header", "the column " + column + " twice", "each column once");
        good = false;
      }
    }
    return good;
  }

  private void addRow(int line, List<String> header, CSVRecord cells) {
    if (cells.size() == 1 && cells.get(0).isEmpty()) {
      return;
    }
    if (cells.size() > header.size()) {
      findings.error(
          file,
          line,
          "",
          cells.size() + " cells",
          header.size() + " cells (is a comma in a name not quoted, or in a number?)");
      return;
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(header.get(i), cells.get(i));
    }
    rows.add(new Row(line, row));
  }
}
