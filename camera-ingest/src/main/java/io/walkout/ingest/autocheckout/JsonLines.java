package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a collection line by line, one document each, in memory of the longest line. A line that is
 * no document is reported and skipped; a file that ends early (a cut gzip) is read as far as it
 * goes.
 */
final class JsonLines {
  /** Longest line taken; a plate document has some 20 KB, a picture in a document some MB. */
  private static final int MAX_LINE_BYTES = 32 << 20;

  private static final int CHUNK_BYTES = 64 << 10;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** Takes one document. */
  interface Handler {
    /**
     * Reads a document.
     *
     * @param document stands at the document's first token
     * @param line its line, from 1
     */
    void document(JsonParser document, int line) throws IOException;
  }

  private final CaseFiles files;
  private final Path file;
  private final ImportLog log;
  private byte[] line = new byte[CHUNK_BYTES];
  private int length;
  private int number;
  private boolean unterminated;
  private boolean tooLong;

  private JsonLines(CaseFiles files, Path file, ImportLog log) {
    this.files = files;
    this.file = file;
    this.log = log;
  }

  /** Reads all documents of a file. Throws only what the handler does, or if it can't be opened. */
  static void read(CaseFiles files, Path file, ImportLog log, Handler handler) throws IOException {
    new JsonLines(files, file, log).read(handler);
  }

  private void read(Handler handler) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = CaseFiles.open(file)) {
      for (int n = nextChunk(in, chunk); n >= 0; n = nextChunk(in, chunk)) {
        int from = 0;
        for (int i = 0; i < n; i++) {
          if (chunk[i] == '\n') {
            add(chunk, from, i);
            endLine(handler);
            from = i + 1;
          }
        }
        add(chunk, from, n);
      }
    }
    if (length > 0 || tooLong) {
      unterminated = true;
      endLine(handler);
    }
  }

  /** A gzip that was cut off throws at its end: what came before it is good. */
  private int nextChunk(InputStream in, byte[] chunk) {
    try {
      return in.read(chunk);
    } catch (IOException e) {
      log.problem(
          "files that end early",
          files.name(file)
              + " can be read up to line "
              + number
              + " only ("
              + e.getMessage()
              + "); the rest is missing");
      length = 0;
      return -1;
    }
  }

  private void add(byte[] chunk, int from, int to) {
    int more = to - from;
    if (length + more > MAX_LINE_BYTES) {
      tooLong = true;
      return;
    }
    if (line.length < length + more) {
      line =
          Arrays.copyOf(line, Math.max(length + more, Math.min(2 * line.length, MAX_LINE_BYTES)));
    }
    System.arraycopy(chunk, from, line, length, more);
    length += more;
  }

  private void endLine(Handler handler) throws IOException {
    number++;
    if (tooLong) {
      bad("is longer than " + (MAX_LINE_BYTES >> 20) + " MiB");
    } else {
      try (JsonParser parser = JSON.createParser(line, 0, length)) {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
          handler.document(parser, number);
        } else if (first != null) {
          bad("is no document; expected one JSON object per line");
        }
      } catch (JsonProcessingException e) {
        bad("is no document: " + Json.why(e));
      } catch (CharConversionException e) {
        bad("is no document: it holds bytes that are no text");
      }
    }
    length = 0;
    tooLong = false;
  }

  private void bad(String why) {
    if (unterminated) {
      log.problem(
          "files that end early",
          files.name(file) + " ends within line " + number + ": the rest is missing");
      return;
    }
    log.problem("lines that are no document", files.name(file) + ", line " + number + " " + why);
  }
}
