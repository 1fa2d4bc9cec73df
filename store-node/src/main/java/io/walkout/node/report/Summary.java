package io.walkout.node.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run counted, in groups: what came in, what was skipped and why, what was decided. Written
 * as {@code summary.json}, in the order it was noted, without anything that differs from run to
 * run. One thread.
 */
public final class Summary {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Map<String, Object>> groups = new LinkedHashMap<>();

  /** An empty summary. */
  public Summary() {}

  /** Notes a figure or a word. */
  public void put(String group, String name, Object value) {
    groups.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(name, value);
  }

  /** Notes several counts of one group; the group appears even if there are none. */
  public void putAll(String group, Map<String, ?> values) {
    groups.computeIfAbsent(group, g -> new LinkedHashMap<>()).putAll(values);
  }

  /** The groups, in order. */
  public Map<String, Map<String, Object>> groups() {
    return groups;
  }

  /** The summary of an earlier run. */
  public static Summary read(Path file) throws IOException {
    Summary summary = new Summary();
    summary.groups.putAll(
        JSON.readValue(
            Files.readAllBytes(file),
            new TypeReference<LinkedHashMap<String, Map<String, Object>>>() {}));
    return summary;
  }

  /** Notes a group anew, in the place it had. */
  public void replace(String group, Map<String, ?> values) {
    groups.put(group, new LinkedHashMap<>(values));
  }

  /** Writes the file, replacing an earlier run's. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(groups) + "\n");
  }
}
