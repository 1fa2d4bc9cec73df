package io.walkout.billing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
          .build();

  private ReceiptJson() {}

  /** The lines as compact JSON. */
  static String lines(List<ReceiptLine> lines) {
    try {
      return MAPPER.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("receipt lines can't be written as JSON", e);
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
