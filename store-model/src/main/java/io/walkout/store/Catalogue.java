package io.walkout.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products a store sells, by code, in the order they were listed. Immutable. */
public final class Catalogue {
  private final Map<ProductCode, Product> products = new LinkedHashMap<>();

  /** Throws {@link IllegalArgumentException} if a code is listed twice. */
  public Catalogue(List<Product> products) {
    for (Product p : products) {
      if (this.products.put(p.code(), p) != null) {
        throw new IllegalArgumentException("product " + p.code() + " is listed twice");
      }
    }
  }

  /** The product of that code, if the store sells it. */
  public Optional<Product> find(ProductCode code) {
    return Optional.ofNullable(products.get(code));
  }

  /** All products, in the order they were listed. */
  public List<Product> products() {
    return new ArrayList<>(products.values());
  }

  /** Equal if the same products are listed in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Catalogue other && products().equals(other.products());
  }

  @Override
  public int hashCode() {
    return products.hashCode();
  }

  @Override
  public String toString() {
    return "Catalogue" + products.values();
  }
}
