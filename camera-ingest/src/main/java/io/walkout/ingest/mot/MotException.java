package io.walkout.ingest.mot;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file in MOTChallenge's layout that can't be used: names the file, the line and what to mend.
 */
public final class MotException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names a file and what is wrong with it. */
  public MotException(Path file, String wrong) {
    super(file + ": " + wrong);
  }

  /** Names a line, from 1, and what is wrong with it. */
  public MotException(Path file, long line, String wrong) {
    super(file + ":" + line + ": " + wrong);
  }
}
