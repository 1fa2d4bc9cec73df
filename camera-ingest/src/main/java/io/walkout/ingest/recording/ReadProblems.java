package io.walkout.ingest.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was wrong with a recording, counted by name, with sentences for people. Safe for any thread;
 * the order of both is that of the alphabet, so that it does not depend on which stream was read
 * first.
 */
final class ReadProblems {
  /** Sentences kept; further ones are counted only. */
  private static final int MAX_SENTENCES = 100;

  private final Map<String, Long> counts = new TreeMap<>();
  private final TreeSet<String> sentences = new TreeSet<>();

  synchronized void count(String name, long howMany) {
    counts.merge(name, howMany, Long::sum);
  }

  synchronized void count(String name, long howMany, String sentence) {
    count(name, howMany);
    if (sentences.size() < MAX_SENTENCES) {
      sentences.add(sentence);
    }
  }

  synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  synchronized List<String> sentences() {
    return new ArrayList<>(sentences);
  }
}
