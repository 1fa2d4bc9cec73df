package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.sim.world.Dice;
import io.walkout.store.EventTime;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.Store;
import io.walkout.store.signal.PlateBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * The plate_data collection: a document for each block, its values base64 of little-endian floats
 * [sample, shelf + 1, plate + 1] with NaN in row and column 0.
 */
final class PlateDocuments implements AutoCloseable {
  /** Channels that a gondola may send beyond its plates. */
  private static final int JUNK_CHANNELS = 3;

  /** What such a channel reads for ever. */
  private static final float JUNK_GRAMS = 4711.25f;

  private final JsonLines lines;
  private final CaseQuirks quirks;
  private final Set<PlateId> dead = new HashSet<>();

  PlateDocuments(Store store, CaseQuirks quirks, Dice dice, Path dir) throws IOException {
    this.quirks = quirks;
    for (Shelf shelf : store.layout().shelves()) {
      for (Plate plate : shelf.plates()) {
        if (dice.chance(quirks.sensors().nanPlateShare())) {
          dead.add(plate.id());
        }
      }
    }
    lines = new JsonLines(dir, "plate_data", 1, quirks.gzip());
  }

  void write(PlateBlock block, long arrivalNanos) throws IOException {
    int rows = block.shelves + 1;
    int columns = block.plates + 1 + (quirks.sensors().junkChannels() ? JUNK_CHANNELS : 0);
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * block.samples * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (int k = 0; k < block.samples; k++) {
      for (int s = 0; s < rows; s++) {
        for (int p = 0; p < columns; p++) {
          bytes.putFloat(value(block, k, s, p));
        }
      }
    }
    ObjectNode document = lines.document();
    document.put("timestamp", block.firstNanos / 1e9);
    document.putObject("date_time").put("$date", EventTime.iso(arrivalNanos));
    ObjectNode inner = document.putObject("document");
    ObjectNode header = inner.putObject("header");
    header.put("t_origin", JsonLines.isoMicros(block.firstNanos - 100 * EventTime.MILLI));
    header.put("t_issue", JsonLines.isoMicros(block.firstNanos));
    ObjectNode data = inner.putObject("plate_data");
    data.putObject("plate_id")
        .putObject("shelf_id")
        .putObject("gondola_id")
        .put("id", block.gondola);
    data.put("freq_samp", 60.0);
    ObjectNode values = data.putObject("values");
    values.put("data", Base64.getEncoder().encodeToString(bytes.array()));
    values.putArray("shape").add(block.samples).add(rows).add(columns);
    values.put("type", "DATATYPE_FLOAT32");
    document.put("gondola_id", block.gondola);
    document.put("shelf_index", 0);
    document.put("plate_index", 0);
    lines.write(document);
  }

  private float value(PlateBlock block, int k, int row, int column) {
    if (row == 0 || column == 0) {
      return Float.NaN;
    }
    if (column > block.plates) {
      return JUNK_GRAMS;
    }
    if (dead.contains(new PlateId(block.gondola, row, column))) {
      return Float.NaN;
    }
    return block.grams[block.index(k, row - 1, column - 1)];
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
