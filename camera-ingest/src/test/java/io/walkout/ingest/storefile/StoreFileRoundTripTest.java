package io.walkout.ingest.storefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.Catalogue;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is written comes back equal, to the last bit. */
class StoreFileRoundTripTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anyStoreComesBackEqual(long seed) throws IOException {
    Store store = RandomStores.store(seed);

    StoreFile.write(store, directory);

    assertThat(StoreFile.read(directory.resolve("store.yaml")))
        .as("seed %d", seed)
        .isEqualTo(store);
  }

  @Test
  void aStoreOnAnUpperFloorComesBackEqual() throws IOException {
    String yaml =
        Fixtures.YAML
            .replace("origin: [1.0, 3.5]", "origin: [1.0, 3.5, 3.6]")
            .replace("origin: [5.5, 1.0]", "origin: [5.5, 1.0, 7.25]");
    Store store =
        StoreFile.read(
            Fixtures.store(
                directory.resolve("given"), yaml, Fixtures.CATALOGUE, Fixtures.PLANOGRAM));

    StoreFile.write(store, directory);

    assertThat(StoreFile.read(directory.resolve("store.yaml"))).isEqualTo(store);
  }

  @Test
  void aStoreFileThatSaysNothingOfHandOversLeavesTheTakerOwing() throws IOException {
    Store store = StoreFile.read(Fixtures.store(directory));
    Store other =
        store.with(
            store.policy().with(Policy.HandOver.RECEIVER).withStaff(List.of("x: \"1\"", "2")));
    StoreFile.write(other, directory.resolve("other"));

    assertThat(store.policy().handOver()).isEqualTo(Policy.HandOver.TAKER);
    assertThat(store.policy().staffCredentials()).isEmpty();
    assertThat(StoreFile.read(directory.resolve("other").resolve("store.yaml"))).isEqualTo(other);
  }

  @Test
  void writingTwiceGivesTheSameBytes() throws IOException {
    Store store = RandomStores.store(42);
    StoreFile.write(store, directory.resolve("a"));
    StoreFile.write(store, directory.resolve("b"));

    for (String name : List.of("store.yaml", "catalogue.csv", "planogram.csv")) {
      assertThat(directory.resolve("a").resolve(name))
          .hasSameBinaryContentAs(directory.resolve("b").resolve(name));
    }
  }

  @Test
  void aStoreMeasuredByHandIsWrittenTheWayItWasMeasured() throws IOException {
    Path given = Fixtures.store(directory.resolve("given"));

    StoreFile.write(StoreFile.read(given), directory.resolve("out"));

    assertThat(directory.resolve("out/store.yaml"))
        .content()
        .contains("yawDegrees: 90", "size: [1.2, 0.45]", "plates: {count: 12}", "height: 0.3")
        .doesNotContain("box:");
    assertThat(directory.resolve("out/planogram.csv")).content().startsWith("code,plates\n");
  }

  @Test
  void aStoreNoFileMayHoldIsRefusedAndTheOldFilesStay() throws IOException {
    Path given = Fixtures.store(directory);
    Store good = StoreFile.read(given);
    String before = Files.readString(given);
    Product refund = new Product(new ProductCode("x"), "x", 100, new Money(-1, good.currency()));
    Store bad =
        new Store(
            "other",
            good.zone(),
            good.currency(),
            good.layout(),
            new Catalogue(List.of(refund)),
            new Planogram(List.of()),
            good.policy());

    assertThatThrownBy(() -> StoreFile.write(bad, directory))
        .isInstanceOf(StoreFileException.class)
        .hasMessageContaining(
            "catalogue.csv:2: price: found '-0.01', expected a price of at least 0");

    assertThat(given).hasContent(before);
    try (var left = Files.list(directory)) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void aPriceInAnotherCurrencyIsRefused() throws IOException {
    Store good = StoreFile.read(Fixtures.store(directory));
    Product foreign =
        new Product(new ProductCode("x"), "x", 100, new Money(1, Currency.getInstance("JPY")));
    Store bad =
        new Store(
            good.name(),
            good.zone(),
            good.currency(),
            good.layout(),
            new Catalogue(List.of(foreign)),
            new Planogram(List.of()),
            good.policy());

    assertThatThrownBy(() -> StoreFile.write(bad, directory))
        .hasMessage("product x costs 1 JPY in a store of EUR");
  }
}
