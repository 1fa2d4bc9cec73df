package io.walkout.node.mcap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.walkout.store.EventTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One topic of an MCAP file: writes JSON objects with their times. Single-threaded. */
final class JsonTopic {
  private static final JsonFactory JSON = new JsonFactory();

  private final McapWriter writer;
  private final int channel;
  private final Open bytes = new Open();

  /** Writes the fields of one message. */
  interface Fields {
    /** Writes them into an object that is open. */
    void write(JsonGenerator json) throws IOException;
  }

  /** Bytes that can be read without a copy. */
  private static final class Open extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }

  JsonTopic(McapWriter writer, String topic, String schemaName, String schema) {
    this.writer = writer;
    channel = writer.channel(topic, writer.schema(schemaName, schema));
  }

  /** Writes a message of that time. */
  void write(long nanos, Fields fields) throws IOException {
    bytes.reset();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    writer.message(channel, nanos, bytes.array(), bytes.size());
  }

  /** As {@link #write}, with the time as the field {@code timestamp} in front. */
  void stamped(long nanos, Fields fields) throws IOException {
    write(
        nanos,
        json -> {
          time(json, "timestamp", nanos);
          fields.write(json);
        });
  }

  static void time(JsonGenerator json, String field, long nanos) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("sec", Math.floorDiv(nanos, EventTime.SECOND));
    json.writeNumberField("nsec", Math.floorMod(nanos, EventTime.SECOND));
    json.writeEndObject();
  }

  static void vector(JsonGenerator json, String field, double x, double y, double z)
      throws IOException {
    json.writeObjectFieldStart(field);
    number(json, "x", x);
    number(json, "y", y);
    number(json, "z", z);
    json.writeEndObject();
  }

  /** A number to the tenth of a millimetre or milligram; nothing where it is not known. */
  static void number(JsonGenerator json, String field, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(field, Math.round(value * 1e4) / 1e4);
    }
  }
}
