package io.walkout.ingest.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a recording comes from that another system made: what the importer found, left out and
 * assumed. Kept in {@code import.json}, so that a replay can say what it never got to see.
 *
 * @param format the other system's format
 * @param counts how often each thing was met, in the order of first meeting
 * @param problems what was wrong, in sentences
 * @param notes what was assumed or chosen, in sentences
 */
public record Provenance(
    String format, Map<String, Long> counts, List<String> problems, List<String> notes) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies all. */
  public Provenance {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  static Provenance read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), Provenance.class);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IOException(file + " is no import report: " + e.getMessage(), e);
    }
  }

  void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }
}
