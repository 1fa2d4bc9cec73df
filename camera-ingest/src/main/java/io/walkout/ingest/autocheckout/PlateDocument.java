package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * One document of {@code plate_data}: the samples of one gondola for a fifth of a second. Reused
 * from line to line.
 */
final class PlateDocument {
  /** Sampling rate of these plates, where a document does not say. */
  private static final double HERTZ = 60;

  private static final String FLOAT32 = "DATATYPE_FLOAT32";

  /** Rows, columns and samples beyond this are damage. */
  private static final int MAX_EXTENT = 4096;

  private long timestampNanos;
  private long issueNanos;
  private long storedNanos;
  private int gondola;
  private double hertz;
  private String type = FLOAT32;
  private final int[] shape = new int[3];
  private int axes;
  private byte[] data = {};
  private float[] values = {};

  /**
   * Reads a document.
   *
   * @return null, or in words why it holds no samples
   */
  @Nullable String read(JsonParser parser) throws IOException {
    timestampNanos = Fields.NO_TIME;
    issueNanos = Fields.NO_TIME;
    storedNanos = Fields.NO_TIME;
    gondola = -1;
    hertz = HERTZ;
    type = FLOAT32;
    axes = 0;
    data = new byte[0];
    Fields.each(parser, this::topLevel);
    return fault();
  }

  private void topLevel(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "timestamp" -> timestampNanos = Fields.ofSeconds(Fields.number(parser));
      case "date_time" -> storedNanos = Fields.storedDate(parser);
      case "gondola_id" -> gondola = Fields.index(parser);
      case "document" -> Fields.each(parser, this::document);
      default -> parser.skipChildren();
    }
  }

  private void document(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "header", "plate_data" -> Fields.each(parser, this::document);
      case "t_issue" -> issueNanos = Fields.date(parser);
      case "freq_samp" -> hertz = Fields.number(parser);
      case "plate_id", "shelf_id" -> Fields.each(parser, this::document);
      case "gondola_id" -> {
        int nested = Fields.index(parser);
        gondola = gondola > 0 ? gondola : nested;
      }
      case "values" -> Fields.each(parser, this::values);
      default -> parser.skipChildren();
    }
  }

  private void values(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "data", "$binary", "base64" -> {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          Fields.each(parser, this::values);
        } else {
          data = parser.getBinaryValue();
        }
      }
      case "shape" -> {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            int extent = Fields.index(parser);
            if (axes < 3) {
              shape[axes] = extent;
            }
            axes++;
          }
        }
      }
      case "type" -> type = String.valueOf(Fields.scalar(parser));
      default -> parser.skipChildren();
    }
  }

  private @Nullable String fault() {
    if (gondola < 1) {
      return "it names no gondola";
    }
    if (!type.equals(FLOAT32)) {
      return "its values are " + type + ", expected " + FLOAT32;
    }
    if (axes != 3
        || shape[0] < 1
        || shape[1] < 2
        || shape[2] < 2
        || Math.max(shape[0], Math.max(shape[1], shape[2])) > MAX_EXTENT) {
      return "its shape is not [samples, shelves + 1, plates + 1]";
    }
    long count = (long) shape[0] * shape[1] * shape[2];
    if (count * Float.BYTES != data.length) {
      return "its shape asks for "
          + count
          + " values, its data holds "
          + data.length / (double) Float.BYTES;
    }
    if (values.length < count) {
      values = new float[(int) count];
    }
    ByteBuffer.wrap(data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values, 0, (int) count);
    return null;
  }

  /** Time of its first sample, or {@link Fields#NO_TIME}. */
  long captureNanos() {
    return timestampNanos != Fields.NO_TIME ? timestampNanos : issueNanos;
  }

  /** When it was stored, or {@link Fields#NO_TIME}. */
  long storedNanos() {
    return storedNanos;
  }

  /** Number of the gondola, from 1. */
  int gondola() {
    return gondola;
  }

  /** Time from one sample to the next. */
  long periodNanos() {
    boolean stated = hertz >= 1 && hertz <= 10_000;
    return Math.round(1e9 / (stated ? hertz : HERTZ));
  }

  int samples() {
    return shape[0];
  }

  /** Number of the last shelf it has a channel for. */
  int lastShelf() {
    return shape[1] - 1;
  }

  /** Number of the last plate it has a channel for. */
  int lastPlate() {
    return shape[2] - 1;
  }

  /** Grams of a sample; shelf and plate from 1. NaN where there is none. */
  float grams(int sample, int shelf, int plate) {
    float grams = values[(sample * shape[1] + shelf) * shape[2] + plate];
    return Float.isInfinite(grams) ? Float.NaN : grams;
  }
}
