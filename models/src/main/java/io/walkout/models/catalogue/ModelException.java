package io.walkout.models.catalogue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A net could not be had or used. The message is one sentence that says what to do. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean input;

  private ModelException(boolean input, String sentence, Throwable cause) {
    super(sentence, cause);
    this.input = input;
  }

  private ModelException(boolean input, String sentence) {
    super(sentence);
    this.input = input;
  }

  /** What the user gave can't be used: an unknown name, a wrong file. */
  public static ModelException input(String sentence) {
    return new ModelException(true, sentence);
  }

  /** What the user gave can't be used, and what lies behind it. */
  public static ModelException input(String sentence, Throwable cause) {
    return new ModelException(true, sentence, cause);
  }

  /** The work failed for a reason outside: network, disk, a program that is missing. */
  public static ModelException failure(String sentence) {
    return new ModelException(false, sentence);
  }

  /** The work failed for a reason outside, and what lies behind it. */
  public static ModelException failure(String sentence, Throwable cause) {
    return new ModelException(false, sentence, cause);
  }

  /** A folder or file could not be written. */
  static ModelException writing(Path path, IOException cause) {
    return failure(path + ": " + reason(cause), cause);
  }

  /** Whether the user can mend it by giving something else. */
  public boolean isInput() {
    return input;
  }

  private static String reason(IOException e) {
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    String text = said == null ? e.toString() : said;
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")
        || lower.contains("not enough space")
        || lower.contains("quota exceeded")) {
      return "the disk is full; make room and pull again, nothing that was checked is lost";
    }
    return e instanceof AccessDeniedException ? "permission denied" : "can't be written: " + text;
  }
}
