package io.walkout.billing;

import io.walkout.store.Catalogue;
import io.walkout.store.DoorId;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.PersonId;
import io.walkout.store.Planogram;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.ShelfId;
import io.walkout.store.Store;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PriceChange;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small store and the events of its visits, to settle in tests. Times count from {@link #T0}. */
final class TestStore {
  static final Currency EUR = Currency.getInstance("EUR");
  static final long T0 = EventTime.parse("2026-01-31T12:00:00Z");
  static final DoorId FRONT = new DoorId("front");

  static final ProductCode TEA = new ProductCode("4006381333931");
  static final ProductCode NUTS = new ProductCode("nuts");
  static final ProductCode FREE_SAMPLE = new ProductCode("sample");
  static final ProductCode UNPRICED = new ProductCode("unpriced");
  static final ProductCode UNKNOWN = new ProductCode("no such product");
  static final ProductCode GOLD = new ProductCode("gold");
  static final ProductCode DOLLARS = new ProductCode("dollars");
  static final ProductCode ODD = new ProductCode("odd\"; DROP TABLE entry; --");

  /** A name with quotes, markup, an escape sequence, a NUL, wide letters and half a surrogate. */
  static final String ODD_NAME = "Ta'fel \"<b>\u001b[31m 茶\u0000 \uD83C\uDF75 \uD83C";

  private TestStore() {}

  static Money eur(long minor) {
    return new Money(minor, EUR);
  }

  static Store store() {
    return new Store(
        "Corner Shop",
        ZoneId.of("Europe/Berlin"),
        EUR,
        new Layout(FloorPolygon.rectangle(0, 0, 5, 5), List.of(), List.of(), List.of(), List.of()),
        new Catalogue(
            List.of(
                new Product(TEA, "Green tea, loose leaves, second flush 250 g", 250, eur(499)),
                new Product(NUTS, "Nuts", 100, eur(199)),
                new Product(FREE_SAMPLE, "Sample", 10, eur(0)),
                new Product(UNPRICED, "Unpriced", 100, null),
                new Product(GOLD, "Gold", 100, eur(Long.MAX_VALUE / 2)),
                new Product(DOLLARS, "Dollars", 100, new Money(100, Currency.getInstance("USD"))),
                new Product(ODD, ODD_NAME, 100, eur(250)))),
        new Planogram(List.of()),
        Policy.DEFAULT);
  }

  static long at(double seconds) {
    return T0 + (long) (seconds * EventTime.SECOND);
  }

  static Cart cart(long person, Cart.Line... lines) {
    return new Cart(new PersonId(person), null, at(10), at(100), FRONT, List.of(lines));
  }

  /** A line that one take at second 50 explains. */
  static Cart.Line line(ProductCode product, int quantity, double certainty) {
    return new Cart.Line(
        product,
        quantity,
        certainty,
        List.of(new Cart.Alternative(NUTS, 1, null, 1 - certainty)),
        List.of(evidence(Assignment.Kind.TAKE, product, quantity, 50)));
  }

  static Cart.Line line(ProductCode product, int quantity, Cart.Evidence... evidence) {
    return new Cart.Line(product, quantity, 0.95, List.of(), List.of(evidence));
  }

  static Cart.Evidence evidence(
      Assignment.Kind kind, ProductCode product, int quantity, double atSeconds) {
    var change =
        new ShelfChange(
            new ShelfId(1, 5),
            at(atSeconds),
            at(atSeconds + 1),
            -250.004 * quantity,
            1.234,
            List.of(new ShelfChange.PlateDelta(new PlateId(1, 5, 10), -250.004 * quantity, 0.9)));
    var best = new Assignment.Explanation(kind, new PersonId(1), product, quantity, 0.98765);
    var other = new Assignment.Explanation(Assignment.Kind.NOTHING, null, null, 0, 0.00001);
    return new Cart.Evidence(new Assignment(change, best, List.of(other)), 0.1234, "RIGHT_WRIST");
  }

  static PersonEvent appeared(long person, double atSeconds, @Nullable DoorId door) {
    return new PersonEvent.Appeared(
        new PersonId(person), at(atSeconds), new FloorPoint(1, 1), door, null);
  }

  static DoorEvent entry(double atSeconds, String credential) {
    return new DoorEvent(FRONT, at(atSeconds), DoorEvent.Kind.ENTRY, credential);
  }

  static PriceChange price(ProductCode product, double atSeconds, long minor) {
    return new PriceChange(product, at(atSeconds), eur(minor));
  }
}
