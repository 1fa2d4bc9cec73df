package io.walkout.node.score;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.Catalogue;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.PlateId;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small cases, told in a line each: a truth, a run's log, and receipts. Times are in seconds. */
final class Cases {
  private static final Currency USD = Currency.getInstance("USD");

  static final Store STORE =
      new Store(
          "test",
          ZoneOffset.UTC,
          USD,
          new Layout(
              FloorPolygon.rectangle(0, 0, 1, 1), List.of(), List.of(), List.of(), List.of()),
          new Catalogue(List.of(product("a", 100), product("b", 250))),
          new Planogram(List.of()),
          Policy.DEFAULT);

  private final List<Truth.Receipt> receipts = new ArrayList<>();
  private final List<Truth.Event> events = new ArrayList<>();
  private final List<Truth.Deed> deeds = new ArrayList<>();
  private final List<Score.Visit> visits = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  private static Product product(String code, long priceMinor) {
    return new Product(new ProductCode(code), code, 100, new Money(priceMinor, USD));
  }

  static String letter(int character) {
    return String.valueOf((char) character);
  }

  /** A person of the truth, on whose account, and what they left with, such as "a", "b". */
  Cases party(String person, @Nullable String party, String... products) {
    List<Truth.Item> items = new ArrayList<>();
    for (String product : products) {
      items.add(new Truth.Item(new ProductCode(product), 1, ""));
    }
    receipts.add(new Truth.Receipt(person, items, party, null, null));
    return this;
  }

  Cases owes(String person, String... products) {
    return party(person, null, products);
  }

  /** Truly took one from a gondola. */
  Cases took(double at, String person, String product, int gondola) {
    return moved(Truth.Event.Kind.TAKE, at, person, product, gondola);
  }

  /** Truly put one back. */
  Cases putBack(double at, String person, String product, int gondola) {
    return moved(Truth.Event.Kind.PUT_BACK, at, person, product, gondola);
  }

  private Cases moved(
      Truth.Event.Kind kind, double at, String person, String product, int gondola) {
    events.add(
        new Truth.Event(
            EventTime.ofSeconds(at),
            kind,
            person,
            new ProductCode(product),
            1,
            List.of(new PlateId(gondola, 1, 1))));
    return this;
  }

  /** Truly handed one over. */
  Cases handed(double at, String from, String to, String product) {
    deeds.add(
        new Truth.Deed(
            EventTime.ofSeconds(at),
            Truth.Deed.Kind.HAND_OVER,
            from,
            to,
            new ProductCode(product),
            1,
            List.of(),
            null));
    return this;
  }

  /** A receipt of a person, one line for each product. */
  Cases receipt(String person, String... products) {
    List<Score.Line> lines = new ArrayList<>();
    for (String product : products) {
      lines.add(new Score.Line(product, 1, true, 0.9));
    }
    return receipt(person, lines);
  }

  Cases receipt(String person, List<Score.Line> lines) {
    visits.add(new Score.Visit("v-" + person, person, 0, 1, 0, lines));
    return this;
  }

  /** The run held that somebody moved one. */
  Cases decided(double at, String person, String kind, String product, int gondola) {
    log.add(
        String.format(
            Locale.ROOT,
            "{\"type\":\"assignment\",\"at\":\"%s\",\"endAt\":\"%s\",\"shelf\":\"%d/1\","
                + "\"kind\":\"%s\",\"visitId\":\"v-%s\",\"gtin\":\"%s\",\"quantity\":1}",
            EventTime.iso(EventTime.ofSeconds(at)),
            EventTime.iso(EventTime.ofSeconds(at + 0.2)),
            gondola,
            kind,
            person,
            product));
    return this;
  }

  Truth truth() {
    return new Truth("case", receipts, events, deeds, Truth.Origin.UNKNOWN);
  }

  Score score(Path scratch) throws IOException {
    Path file = Files.write(scratch.resolve("events.jsonl"), log);
    return new Scorer(STORE, truth(), RunLog.read(file), null).score(visits);
  }
}
