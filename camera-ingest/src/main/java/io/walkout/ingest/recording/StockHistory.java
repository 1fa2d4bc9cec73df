package io.walkout.ingest.recording;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What truly stood on each facing over time: {@code truth/stock.csv}. First everything at the
 * start, then each change, in the order of time. Immutable.
 *
 * @param levels in the order of the file: times never decrease
 */
public record StockHistory(List<Level> levels) {
  private static final String FILE = "stock.csv";
  private static final List<String> COLUMNS =
      List.of("capture_nanos", "gondola", "shelf", "first_plate", "barcode", "units");

  /** Copies the list. */
  public StockHistory {
    levels = List.copyOf(levels);
  }

  /**
   * From this moment on, so many units of a product stand on a facing.
   *
   * @param captureNanos when, on the plates' clock
   * @param facing the first plate of the facing, by which it is named
   * @param barcode the product: the planogram's, or another's that somebody left there
   * @param units how many, at least 0
   */
  public record Level(long captureNanos, PlateId facing, ProductCode barcode, int units) {
    /** Throws {@link IllegalArgumentException} on less than no units. */
    public Level {
      if (units < 0) {
        throw new IllegalArgumentException(units + " units of " + barcode + " on " + facing);
      }
    }
  }

  /**
   * Units of a product on a facing at a moment.
   *
   * @param facing its first plate
   * @return 0 if nothing says that there are any
   */
  public int units(PlateId facing, ProductCode barcode, long nanos) {
    int units = 0;
    for (Level level : levels) {
      if (level.captureNanos > nanos) {
        break;
      }
      if (level.facing.equals(facing) && level.barcode.equals(barcode)) {
        units = level.units;
      }
    }
    return units;
  }

  /** Units of each product in the whole store at a moment, products without any left out. */
  public TreeMap<ProductCode, Integer> total(long nanos) {
    TreeMap<String, Level> last = new TreeMap<>();
    for (Level level : levels) {
      if (level.captureNanos <= nanos) {
        last.put(level.facing + " " + level.barcode, level);
      }
    }
    TreeMap<ProductCode, Integer> total = new TreeMap<>();
    for (Level level : last.values()) {
      if (level.units > 0) {
        total.merge(level.barcode, level.units, Math::addExact);
      }
    }
    return total;
  }

  /**
   * Reads a recording's history of stock.
   *
   * @param recording the recording's directory
   * @return empty if it has none
   * @throws IOException naming file, line and column at fault
   */
  public static Optional<StockHistory> read(Path recording) throws IOException {
    Path file = RecordingFiles.truthFile(recording, FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<Level> levels = new ArrayList<>();
    TruthTable.read(
        file,
        COLUMNS,
        row -> {
          Level level = level(row);
          if (!levels.isEmpty() && level.captureNanos < levels.getLast().captureNanos) {
            throw row.wrong("capture_nanos: expected no time before that of the line above");
          }
          levels.add(level);
        });
    return Optional.of(new StockHistory(levels));
  }

  private static Level level(TruthTable row) throws IOException {
    if (row.text(4).isBlank()) {
      throw row.wrong("barcode: expected a product's code, found nothing");
    }
    return new Level(
        row.whole(0, Long.MIN_VALUE),
        new PlateId(row.number(1, 1), row.number(2, 1), row.number(3, 1)),
        new ProductCode(row.text(4)),
        row.number(5, 0));
  }

  /** Writes it into a recording's directory, replacing what is there in one step. */
  public void write(Path recording) throws IOException {
    StringBuilder out = new StringBuilder();
    TruthTable.append(out, COLUMNS.toArray());
    for (Level level : levels) {
      TruthTable.append(
          out,
          level.captureNanos,
          level.facing.gondola(),
          level.facing.shelf(),
          level.facing.plate(),
          level.barcode,
          level.units);
    }
    Path file = RecordingFiles.truthFile(recording, FILE);
    Files.createDirectories(recording.resolve(RecordingFiles.TRUTH_FOLDER));
    AtomicFile.write(file, out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
