package io.walkout.ingest.storefile;

import java.nio.file.Path;

/**
 * One thing that is wrong, or odd, in a store's files.
 *
 * @param file the file it is in
 * @param line the line it is on, from 1; 0 if it concerns the file as a whole
 * @param field where in the file: a path of keys such as {@code gondolas[0].size}, or a column
 * @param found what stands there
 * @param expected what should stand there
 */
public record Problem(Path file, int line, String field, String found, String expected) {
  /** One line for people: {@code store.yaml:12: floor: found ..., expected ...}. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (field.isEmpty() ? "" : field + ": ")
        + "found "
        + found
        + ", expected "
        + expected;
  }
}
