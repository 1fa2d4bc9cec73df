package io.walkout.sim.autocheckout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.walkout.store.EventTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** One document per line, in mongoexport's extended JSON; plain or gzipped. */
final class JsonLines implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BufferedWriter out;
  private final int prefix;
  private long documents;

  /**
   * Opens {@code name.json} or {@code name.json.gz}.
   *
   * @param prefix tells the ids of this collection from those of others
   */
  JsonLines(Path dir, String name, int prefix, boolean gzip) throws IOException {
    OutputStream file = Files.newOutputStream(dir.resolve(name + (gzip ? ".json.gz" : ".json")));
    out =
        new BufferedWriter(
            new OutputStreamWriter(
                gzip ? new GZIPOutputStream(file, 1 << 16) : file, StandardCharsets.UTF_8));
    this.prefix = prefix;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * A new document with its {@code _id}: counted, not random, so that it is the same every time.
   */
  ObjectNode document() {
    documents++;
    ObjectNode node = object();
    node.putObject("_id").put("$oid", String.format(Locale.ROOT, "%08x%016x", prefix, documents));
    return node;
  }

  void write(JsonNode document) throws IOException {
    out.write(MAPPER.writeValueAsString(document));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Writes a file that holds one document, indented. */
  static void writeOne(Path file, JsonNode document) throws IOException {
    Files.writeString(
        file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
  }

  /** Header time: ISO 8601 with microseconds. */
  static String isoMicros(long nanos) {
    Instant t = EventTime.instant(nanos);
    String seconds = Instant.ofEpochSecond(t.getEpochSecond()).toString();
    return String.format(
        Locale.ROOT, "%s.%06dZ", seconds.substring(0, seconds.length() - 1), t.getNano() / 1000);
  }
}
