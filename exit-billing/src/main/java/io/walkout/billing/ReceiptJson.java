package io.walkout.billing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How receipts look as JSON: one spelling per value, so that the same receipt is always the same
 * bytes. Decimals are written plainly (0.0001, never 1.0E-4).
 */
final class ReceiptJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new PlainDecimal())
                  .addSerializer(double.class, new PlainDecimal()))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // Lines of an older ledger lack lists that were added since.
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private ReceiptJson() {}

  /** Anything of a receipt as compact JSON. */
  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a receipt can't be written as JSON", e);
    }
  }

  /** A file for people and programs: indented, with line feeds, and one at its end. */
  static byte[] pretty(Object value) throws IOException {
    var lineFeeds = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(lineFeeds).withArrayIndenter(lineFeeds);
    byte[] json = MAPPER.writer(printer).writeValueAsBytes(value);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  /** The lines as compact JSON. */
  static String lines(List<ReceiptLine> lines) {
    return text(lines);
  }

  /** A line that {@link #text} wrote. Throws {@link IllegalStateException} on anything else. */
  static ReceiptLine readLine(String json) {
    try {
      return MAPPER.readValue(json, ReceiptLine.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger holds a decided line that can't be read", e);
    }
  }

  /** The lines that {@link #lines} wrote. Throws {@link IllegalStateException} on anything else. */
  static List<ReceiptLine> readLines(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<List<ReceiptLine>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger holds a receipt that can't be read", e);
    }
  }

  /**
   * A probability cut (not rounded) to four decimals: what is shown never claims more than was
   * decided on, so a line just under the store's threshold never shows as having reached it. What
   * rounding pushed out of 0..1 is put back in; NaN claims nothing and is 0.
   */
  static double probability(double value) {
    return Double.isNaN(value)
        ? 0
        : BigDecimal.valueOf(Math.clamp(value, 0.0, 1.0))
            .setScale(4, RoundingMode.FLOOR)
            .doubleValue();
  }

  /** A measure rounded to so many decimals, or null if it is not finite. */
  static @Nullable Double measure(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue()
        : null;
  }

  private static final class PlainDecimal extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    PlainDecimal() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(BigDecimal.valueOf(value).stripTrailingZeros());
    }
  }
}
