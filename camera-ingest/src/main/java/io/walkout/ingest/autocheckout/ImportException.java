package io.walkout.ingest.autocheckout;

import java.io.IOException;

/** A case directory can't be imported. The message is one sentence naming the file at fault. */
public final class ImportException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what was expected. */
  ImportException(String sentence) {
    super(sentence);
  }
}
