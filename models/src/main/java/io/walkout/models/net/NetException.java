package io.walkout.models.net;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A net that can't be used. The message names the file, what was found and what was expected. */
public final class NetException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the file and what is wrong with it. */
  NetException(Path file, String wrong) {
    super(file + ": " + wrong);
  }

  /** Names the file and what is wrong with it, keeping what ONNX Runtime said. */
  NetException(Path file, String wrong, @Nullable Throwable cause) {
    super(file + ": " + wrong, cause);
  }
}
