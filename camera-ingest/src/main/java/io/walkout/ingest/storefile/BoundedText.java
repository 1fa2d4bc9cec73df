package io.walkout.ingest.storefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole text file, UTF-8, up to a size; what is wrong with it becomes one error. */
final class BoundedText {
  private BoundedText() {}

  /** The text without a byte order mark, or empty after reporting why not. */
  static Optional<String> read(Path file, int maxBytes, Findings findings) {
    byte[] bytes;
    if (Files.isDirectory(file)) {
      findings.error(file, 0, "", "a directory", "a file");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(maxBytes + 1);
    } catch (NoSuchFileException e) {
      findings.error(file, 0, "", "no such file", "a file");
      return Optional.empty();
    } catch (IOException e) {
      findings.error(file, 0, "", "a file that can't be read (" + e.getMessage() + ")", "a file");
      return Optional.empty();
    }
    if (bytes.length > maxBytes) {
      findings.error(file, 0, "", "more than " + maxBytes + " bytes", "at most that many");
      return Optional.empty();
    }
    return decode(file, bytes, findings);
  }

  private static Optional<String> decode(Path file, byte[] bytes, Findings findings) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
      findings.error(file, line, "", "bytes that are no UTF-8", "text in UTF-8");
      return Optional.empty();
    }
    String text = out.toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
