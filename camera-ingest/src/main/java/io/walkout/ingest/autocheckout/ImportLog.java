package io.walkout.ingest.autocheckout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the report while importing. Deterministic: everything in the order it came. */
final class ImportLog {
  /** Sentences kept of each kind of problem; enough to find the rest by. */
  private static final int SENTENCES_PER_KIND = 3;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Integer> told = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void count(String name, long howMany) {
    if (howMany != 0) {
      counts.merge(name, howMany, Long::sum);
    }
  }

  /** Counts a problem and tells the first few of its kind. */
  void problem(String kind, String sentence) {
    problem(kind, 1, sentence);
  }

  void problem(String kind, long howMany, String sentence) {
    count(kind, howMany);
    int number = told.merge(kind, 1, Integer::sum);
    if (number <= SENTENCES_PER_KIND) {
      problems.add(sentence);
    }
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  ImportReport report(String caseName) {
    return new ImportReport(caseName, counts, problems, notes);
  }
}
