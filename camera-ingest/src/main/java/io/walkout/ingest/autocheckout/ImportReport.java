package io.walkout.ingest.autocheckout;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import found.
 *
 * @param caseName the case's name
 * @param counts how many of each thing were imported, changed or left out, by name, in the order in
 *     which they were first met
 * @param problems what was wrong with the case, in sentences; of each kind the first few, all being
 *     counted
 * @param notes what was assumed or chosen, in sentences
 */
public record ImportReport(
    String caseName, Map<String, Long> counts, List<String> problems, List<String> notes) {
  /** Copies all. */
  public ImportReport {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** How often; 0 if never. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
