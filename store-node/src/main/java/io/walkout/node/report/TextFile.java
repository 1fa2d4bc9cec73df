package io.walkout.node.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small text file that a user gives. Stateless. */
public final class TextFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /**
   * Reads a file of at most 1 MiB, without the byte order mark that some editors put in front.
   *
   * @param what it is to be, as "a file of points"
   * @throws UserError naming the file, if it can't be that
   */
  public static String read(Path file, String what) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UserError(file + ": expected " + what + ", found what can't be read as a file");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new UserError(file + ": expected " + what + ", found more than 1 MiB");
    }
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserError(file + ": expected " + what + ", found what is no text (UTF-8)", e);
    }
  }
}
