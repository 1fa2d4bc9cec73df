package io.walkout.store;

/**
 * Names a product's code exactly as the catalogue spells it: a GTIN, or an in-store code.
 *
 * @param value the code; case and leading zeros matter
 */
public record ProductCode(String value) implements Comparable<ProductCode> {
  /** Throws {@link IllegalArgumentException} if the text is blank. */
  public ProductCode {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a ProductCode must not be blank");
    }
  }

  @Override
  public int compareTo(ProductCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
