package io.walkout.billing;

import org.jspecify.annotations.Nullable;

/**
 * A ledger or a processor's book could not be opened, read or written: disk full, disk failing,
 * file in use or foreign. The message names the file and says what was kept. Of the step that
 * failed nothing is half-applied; the step may be tried again.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String message) {
    super(message);
  }

  StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
