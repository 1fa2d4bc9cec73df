package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a document as they stream by, and the wrappers that mongoexport puts around
 * numbers and dates ({@code $numberLong}, {@code $date}).
 */
final class Fields {
  /** What stands for a time that is missing or can't be read. */
  static final long NO_TIME = Long.MIN_VALUE;

  /** Times beyond the year 2200 can't be meant, and would not fit nanoseconds after 2262. */
  private static final double LAST_SECONDS = 7.258e9;

  private Fields() {}

  /** Takes one field. */
  interface Field {
    /** Reads the value that the parser stands at, to its last token, or skips it. */
    void value(String name, JsonParser parser) throws IOException;
  }

  /** Reads all fields of the object that the parser stands at; anything else is skipped. */
  static void each(JsonParser parser, Field field) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      field.value(name, parser);
    }
  }

  /** Text of the scalar that the parser stands at, or of the first one inside its wrapper. */
  static @Nullable String scalar(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }
    String found = null;
    for (int depth = 1; depth > 0; ) {
      JsonToken next = parser.nextToken();
      if (next == null) {
        return null;
      }
      if (next.isStructStart()) {
        depth++;
      } else if (next.isStructEnd()) {
        depth--;
      } else if (found == null && next.isScalarValue()) {
        found = parser.getText();
      }
    }
    return found;
  }

  /** Number at the parser; NaN if it is none. */
  static double number(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        || parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getDoubleValue();
    }
    return number(scalar(parser));
  }

  static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Whole number at the parser; -1 if it is none. */
  static int index(JsonParser parser) throws IOException {
    double number = number(parser);
    return number >= 0 && number <= 1_000_000 && number == Math.rint(number) ? (int) number : -1;
  }

  /** Event time of epoch seconds; {@link #NO_TIME} outside 1970 to 2200. */
  static long ofSeconds(double seconds) {
    return seconds > 0 && seconds < LAST_SECONDS ? EventTime.ofSeconds(seconds) : NO_TIME;
  }

  /**
   * A time of storing at the parser. One that can't be read or meant gives the epoch, which lies
   * before any capture; so it stays apart from one that is not there.
   */
  static long storedDate(JsonParser parser) throws IOException {
    long date = date(parser);
    return date == NO_TIME ? 0 : date;
  }

  /** Event time of an ISO 8601 text, or milliseconds since the epoch, at the parser. */
  static long date(JsonParser parser) throws IOException {
    String text = scalar(parser);
    if (text == null) {
      return NO_TIME;
    }
    double millis = number(text);
    if (!Double.isNaN(millis)) {
      return ofSeconds(millis / 1000);
    }
    try {
      Instant instant = Instant.parse(text.strip());
      double seconds = instant.getEpochSecond();
      return seconds > 0 && seconds < LAST_SECONDS ? EventTime.of(instant) : NO_TIME;
    } catch (DateTimeParseException e) {
      return NO_TIME;
    }
  }
}
