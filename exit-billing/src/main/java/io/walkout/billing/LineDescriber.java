package io.walkout.billing;

import io.walkout.store.EventTime;
import io.walkout.store.Money;
import io.walkout.store.PersonId;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.VisitId;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the resolver says of a line into the words of a receipt: visits for people, names and
 * prices for products, grams as they should be. Decides nothing. One line's.
 */
final class LineDescriber {
  private final Store store;
  private final Scene scene;
  private final PersonId own;
  private final Function<PersonId, VisitId> visits;
  private final Function<ProductCode, PriceHistory.Quote> quotes;

  /**
   * A describer of one line.
   *
   * @param own whose cart the line is in
   * @param visits the visit of a person
   * @param quotes what one unit of a product would cost, were the line of that product
   */
  LineDescriber(
      Store store,
      Scene scene,
      PersonId own,
      Function<PersonId, VisitId> visits,
      Function<ProductCode, PriceHistory.Quote> quotes) {
    this.store = store;
    this.scene = scene;
    this.own = own;
    this.visits = visits;
    this.quotes = quotes;
  }

  LineEvidence evidence(Cart.Line line) {
    return new LineEvidence(
        grams(line.product()),
        quotes.apply(line.product()).problem(),
        line.evidence().stream().map(this::event).toList());
  }

  ReceiptLine.Alternative alternative(Cart.Alternative a) {
    ProductCode product = a.product();
    return new ReceiptLine.Alternative(
        code(product),
        product == null ? null : name(product),
        a.quantity(),
        visit(a.person()),
        ReceiptJson.probability(a.probability()),
        product == null ? null : price(product),
        product == null ? null : grams(product));
  }

  /** A product's name, or its code where the catalogue does not know it. */
  String name(ProductCode code) {
    return Pricing.wellFormed(store.catalogue().find(code).map(Product::name).orElse(code.value()));
  }

  private LineEvidence.Event event(Cart.Evidence e) {
    ShelfChange change = e.assignment().change();
    Assignment.Explanation best = e.assignment().best();
    return new LineEvidence.Event(
        best.kind(),
        own.equals(best.person()) ? null : visit(best.person()),
        EventTime.iso(change.startNanos()),
        EventTime.iso(change.endNanos()),
        change.shelf().toString(),
        best.quantity(),
        ReceiptJson.probability(best.probability()),
        ReceiptJson.measure(change.deltaGrams(), 2),
        ReceiptJson.measure(change.sigmaGrams(), 2),
        expected(best),
        change.plates().stream()
            .map(
                p ->
                    new LineEvidence.Plate(
                        p.plate().toString(),
                        ReceiptJson.measure(p.deltaGrams(), 2),
                        ReceiptJson.measure(p.sigmaGrams(), 2)))
            .toList(),
        ReceiptJson.measure(e.reachMetres(), 3),
        e.reachedWith(),
        scene.near(change).stream().map(this::near).toList(),
        e.assignment().alternatives().stream().map(this::explanation).toList(),
        e.said().stream().map(LineDescriber::says).toList(),
        scene.clips(change));
  }

  private static LineEvidence.Says says(Cart.Said said) {
    Double log = ReceiptJson.measure(said.log(), 2);
    return new LineEvidence.Says(said.source(), log == null ? 0 : log);
  }

  private LineEvidence.Near near(Scene.Near n) {
    Double metres = ReceiptJson.measure(n.metres(), 3);
    return new LineEvidence.Near(
        visits.apply(n.person()).value(), metres == null ? 0 : metres, n.with());
  }

  private LineEvidence.Explanation explanation(Assignment.Explanation x) {
    ProductCode product = x.product();
    return new LineEvidence.Explanation(
        x.kind(),
        visit(x.person()),
        code(product),
        product == null ? null : name(product),
        x.quantity(),
        ReceiptJson.probability(x.probability()),
        product == null ? null : price(product),
        product == null ? null : grams(product));
  }

  private @Nullable Double expected(Assignment.Explanation x) {
    ProductCode product = x.product();
    Double unit = product == null ? null : grams(product);
    if (unit == null) {
      return null;
    }
    return switch (x.kind()) {
      case TAKE -> ReceiptJson.measure(-unit * x.quantity(), 2);
      case PUT_BACK -> ReceiptJson.measure(unit * x.quantity(), 2);
      case NOTHING -> 0.0;
    };
  }

  private @Nullable Double grams(ProductCode code) {
    return store
        .catalogue()
        .find(code)
        .filter(Product::hasMass)
        .map(p -> ReceiptJson.measure(p.massGrams(), 2))
        .orElse(null);
  }

  private @Nullable Long price(ProductCode code) {
    Money price = quotes.apply(code).price();
    return price == null ? null : price.minor();
  }

  private @Nullable String visit(@Nullable PersonId person) {
    return person == null ? null : visits.apply(person).value();
  }

  private static @Nullable String code(@Nullable ProductCode code) {
    return code == null ? null : Pricing.wellFormed(code.value());
  }
}
