package io.walkout.ingest.video;

import java.io.IOException;
import java.nio.file.Path;

/** A video file that can't be used. The message names the file, what is wrong and what to do. */
public final class VideoException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the file and what is wrong with it. */
  VideoException(Path file, String wrong) {
    super(file + ": " + wrong);
  }
}
