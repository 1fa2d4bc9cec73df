package io.walkout.billing;

import static io.walkout.billing.TestStore.DOLLARS;
import static io.walkout.billing.TestStore.FREE_SAMPLE;
import static io.walkout.billing.TestStore.FRONT;
import static io.walkout.billing.TestStore.GOLD;
import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.ODD;
import static io.walkout.billing.TestStore.ODD_NAME;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.UNKNOWN;
import static io.walkout.billing.TestStore.UNPRICED;
import static io.walkout.billing.TestStore.appeared;
import static io.walkout.billing.TestStore.at;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.entry;
import static io.walkout.billing.TestStore.eur;
import static io.walkout.billing.TestStore.evidence;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.price;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.DoorId;
import io.walkout.store.Money;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.cart.Assignment;
import io.walkout.store.cart.Assignment.Kind;
import io.walkout.store.cart.Cart;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.signal.PriceChange;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is charged, and to whom, when a visit is settled. */
class ExitBillingTest {
  @TempDir Path dir;
  private Ledger ledger;
  private SimulatedCardProcessor cards;
  private ExitBilling billing;

  @BeforeEach
  void open() {
    ledger = Ledger.open(dir.resolve("ledger.db"));
    cards =
        SimulatedCardProcessor.open(
            dir.resolve("cards.db"), CardScript.always(CardScript.Behaviour.APPROVE));
    billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
  }

  @AfterEach
  void booksBalanceAfterEveryTest() {
    assertThat(ledger.verify()).isEmpty();
    cards.close();
    ledger.close();
  }

  @Test
  void givenCertainLines_whenSettled_thenTheyAreChargedOnceAndTheLedgerEqualsTheReceipt() {
    Receipt receipt = billing.settle(cart(1, line(TEA, 2, 0.97), line(NUTS, 1, 0.91)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt.totalMinor()).isEqualTo(2 * 499 + 199);
    assertThat(cards.taken()).containsOnly(Map.entry("run-1/charge/1", eur(1197)));
    assertThat(ledger.summary().chargedByVisit()).containsEntry(receipt.visit(), eur(1197));
    assertThat(ledger.summary().chargedTotalMinor()).containsEntry("EUR", 1197L);
  }

  @Test
  void givenAnUncertainLine_whenSettled_thenOnlyTheCertainOneIsCharged() {
    Receipt receipt = billing.settle(cart(1, line(TEA, 1, 0.95), line(NUTS, 1, 0.79999)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt.totalMinor()).isEqualTo(499);
    ReceiptLine review = receipt.lines().get(1);
    assertThat(review.status()).isEqualTo(ReceiptLine.Status.IN_REVIEW);
    assertThat(review.certainty()).as("shown below the threshold, too").isEqualTo(0.7999);
    assertThat(review.reason()).contains("0.8");
    assertThat(review.alternatives()).hasSize(1);
  }

  @Test
  void givenALineAtTheThreshold_whenSettled_thenItIsCharged() {
    assertThat(billing.settle(cart(1, line(TEA, 1, 0.8))).totalMinor()).isEqualTo(499);
  }

  @Test
  void givenOnlyUncertainLines_whenSettled_thenNothingIsChargedOrPosted() {
    Receipt receipt = billing.settle(cart(1, line(NUTS, 1, 0.5)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.IN_REVIEW);
    assertThat(receipt.totalMinor()).isZero();
    assertThat(cards.requests()).isZero();
    assertThat(ledger.summary().charges()).isZero();
  }

  @Test
  void givenAnEmptyCart_whenSettled_thenTheReceiptIsEmpty() {
    Receipt receipt = billing.settle(cart(1));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.EMPTY);
    assertThat(cards.requests()).isZero();
  }

  @Test
  void givenAFreeProduct_whenSettled_thenItIsChargedAtNothingWithoutAskingTheGateway() {
    Receipt receipt = billing.settle(cart(1, line(FREE_SAMPLE, 3, 0.99)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt.totalMinor()).isZero();
    assertThat(cards.requests()).isZero();
  }

  @Test
  void givenLinesWithoutAUsablePrice_whenSettled_thenTheyGoToReviewWithTheReason() {
    Receipt receipt =
        billing.settle(
            cart(1, line(UNPRICED, 1, 0.99), line(UNKNOWN, 1, 0.99), line(DOLLARS, 1, 0.99)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.IN_REVIEW);
    assertThat(receipt.lines())
        .extracting(ReceiptLine::reason)
        .containsExactly(
            "no price: the catalogue has no price for it",
            "no price: the catalogue does not know this product",
            "no price: its price is in USD, the store's in EUR");
  }

  @Test
  void givenAPriceThatRises_whenSettled_thenTheShopperPaysWhatItWasWhenTaken() {
    billing.price(price(NUTS, 60, 300));
    assertThat(billing.settle(cart(1, line(NUTS, 2, 0.95))).totalMinor()).isEqualTo(2 * 199);
  }

  @Test
  void givenAPriceThatFalls_whenSettled_thenTheShopperPaysWhatItIsAtExit() {
    billing.price(price(NUTS, 60, 100));
    assertThat(billing.settle(cart(1, line(NUTS, 2, 0.95))).totalMinor()).isEqualTo(2 * 100);
  }

  @Test
  void givenAPriceThatDippedInBetween_whenSettled_thenTheDipDoesNotCount() {
    billing.price(price(NUTS, 60, 1));
    billing.price(price(NUTS, 70, 500));
    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.95))).totalMinor()).isEqualTo(199);
  }

  @Test
  void givenAChangeAfterExit_whenSettled_thenItDoesNotCount() {
    billing.price(price(NUTS, 100.5, 1));
    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.95))).totalMinor()).isEqualTo(199);
  }

  @Test
  void givenChangesThatArriveOutOfOrder_whenSettled_thenTheirCaptureTimesCount() {
    billing.price(price(NUTS, 70, 500));
    billing.price(price(NUTS, 40, 150));
    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.95))).totalMinor()).isEqualTo(150);
  }

  @Test
  void givenTwoTakesAtTwoPrices_whenSettled_thenNoUnitIsChargedAboveTheLower() {
    billing.price(price(NUTS, 30, 180));
    billing.price(price(NUTS, 60, 300));
    Cart.Line line =
        line(NUTS, 2, evidence(Kind.TAKE, NUTS, 1, 20), evidence(Kind.TAKE, NUTS, 1, 50));
    assertThat(billing.settle(cart(1, line)).totalMinor()).isEqualTo(2 * 180);
  }

  @Test
  void givenANegativeOrForeignPriceChange_whenSettled_thenTheLineGoesToReview() {
    billing.price(price(NUTS, 60, -5));
    billing.price(new PriceChange(TEA, at(60), new Money(5, Currency.getInstance("USD"))));

    Receipt receipt = billing.settle(cart(1, line(NUTS, 1, 0.95), line(TEA, 1, 0.95)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.IN_REVIEW);
    assertThat(receipt.lines().get(0).reason()).contains("negative");
    assertThat(receipt.lines().get(1).reason()).contains("USD");
  }

  @Test
  void givenAnAmountNoShopAsks_whenSettled_thenThatLineGoesToReviewAndTheOthersAreCharged() {
    Receipt receipt =
        billing.settle(cart(1, line(GOLD, 3, 0.95), line(NUTS, 1, 0.95), line(GOLD, 1, 0.95)));

    assertThat(receipt.status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt.totalMinor()).isEqualTo(199);
    assertThat(receipt.lines())
        .extracting(ReceiptLine::status)
        .containsExactly(
            ReceiptLine.Status.IN_REVIEW, ReceiptLine.Status.CHARGED, ReceiptLine.Status.IN_REVIEW);
    assertThat(receipt.lines().getFirst().reason())
        .isEqualTo(
            "no usable price: 3 x 46116860184273879.03 EUR is more than the 10000000000.00 EUR"
                + " that a visit may come to");
    assertThat(billing.counts()).containsEntry("linesTooDear", 2L);
  }

  @Test
  void givenLinesThatTogetherPassTheMostAVisitMayCost_whenSettled_thenTheOnesBeyondAreInReview() {
    billing.price(price(TEA, 20, 600_000_000_000L));
    billing.price(price(NUTS, 20, 600_000_000_000L));

    Receipt receipt =
        billing.settle(
            cart(1, line(TEA, 1, 0.95), line(NUTS, 1, 0.95), line(FREE_SAMPLE, 1, 0.95)));

    assertThat(receipt.totalMinor()).isEqualTo(600_000_000_000L);
    assertThat(receipt.lines().get(1).status()).isEqualTo(ReceiptLine.Status.IN_REVIEW);
    assertThat(receipt.lines().get(2).status()).isEqualTo(ReceiptLine.Status.CHARGED);
  }

  @Test
  void givenALineInDoubt_whenSettled_thenItGoesToReviewWithTheReasonAndIsCounted() {
    Receipt receipt =
        billing.settle(
            cart(1, line(TEA, 1, 0.95), line(NUTS, 1, 0.95)),
            line -> line.product().equals(TEA) ? "its shelf was silent" : null);

    assertThat(receipt.totalMinor()).isEqualTo(199);
    assertThat(receipt.lines().getFirst().reason()).isEqualTo("its shelf was silent");
    assertThat(billing.counts()).containsEntry("linesInDoubt", 1L);
  }

  @Test
  void givenWhatCouldNotBeUsed_whenCounted_thenEachHasItsNameInAFixedOrder() {
    billing.price(price(TEA, 60, -5));
    billing.settle(cart(1, line(TEA, 1, 0.95), line(UNPRICED, 1, 0.4), line(NUTS, 1, 0.4)));
    billing.settle(cart(1, line(TEA, 1, 0.95), line(UNPRICED, 1, 0.4), line(NUTS, 1, 0.4)));

    assertThat(List.copyOf(billing.counts().entrySet()))
        .containsExactly(
            Map.entry("visitsNotOpened", 0L),
            Map.entry("credentialsDropped", 0L),
            Map.entry("priceChangesUnusable", 1L),
            Map.entry("priceChangesForgotten", 0L),
            Map.entry("linesUncertain", 2L),
            Map.entry("linesInDoubt", 0L),
            Map.entry("linesWithoutPrice", 1L),
            Map.entry("linesTooDear", 0L));
  }

  @Test
  void givenASettledVisit_whenSettledAgain_thenTheReceiptIsTheSameAndNothingMoreIsCharged() {
    Cart cart = cart(1, line(TEA, 1, 0.95), line(NUTS, 1, 0.5));
    Receipt first = billing.settle(cart);
    billing.price(price(TEA, 20, 1));

    assertThat(billing.settle(cart)).isEqualTo(first);
    assertThat(cards.requests()).isEqualTo(1);
  }

  @Test
  void givenASettledVisit_whenSettledWithAnotherCart_thenItIsRefusedByName() {
    billing.settle(cart(1, line(TEA, 1, 0.95)));

    assertThatThrownBy(() -> billing.settle(cart(1, line(TEA, 2, 0.95))))
        .isInstanceOf(AlreadySettledException.class)
        .hasMessageContaining("run-1");
    assertThat(ledger.summary().chargedTotalMinor()).containsEntry("EUR", 499L);
  }

  @Test
  void givenEvidenceWithUnknownNumbers_whenSettled_thenTheReceiptLeavesThemOut() {
    var change =
        new ShelfChange(
            new ShelfId(1, 1),
            at(50),
            at(51),
            -100,
            Double.POSITIVE_INFINITY,
            List.of(new ShelfChange.PlateDelta(new PlateId(1, 1, 1), Double.NaN, Double.NaN)));
    var best = new Assignment.Explanation(Kind.TAKE, null, NUTS, 1, Double.NaN);
    var evidence = new Cart.Evidence(new Assignment(change, best, List.of()), Double.NaN, "BODY");
    Cart.Line line =
        new Cart.Line(
            NUTS, 1, 0.9, List.of(new Cart.Alternative(null, 0, null, -1e-17)), List.of(evidence));

    ReceiptLine settled = billing.settle(cart(1, line)).lines().getFirst();

    var event = settled.evidence().events().getFirst();
    assertThat(event.sigmaGrams()).isNull();
    assertThat(event.reachMetres()).isNull();
    assertThat(event.plates().getFirst().deltaGrams()).isNull();
    assertThat(event.probability()).isZero();
    assertThat(settled.alternatives().getFirst().probability()).isZero();
  }

  @Test
  void givenWhatEachSourceSaid_whenSettled_thenTheReceiptTellsItAndTheLedgerKeepsIt() {
    Cart.Evidence felt = evidence(Kind.TAKE, NUTS, 1, 50);
    List<Cart.Said> said =
        List.of(new Cart.Said("mass", 3.21987), new Cart.Said("a new sensor", -0.004));
    Cart.Evidence heard = new Cart.Evidence(felt.assignment(), 0.1, "RIGHT_WRIST", said);

    Receipt receipt = billing.settle(cart(1, line(NUTS, 1, heard), line(TEA, 1, felt)));

    String json = ReceiptJson.lines(receipt.lines());
    assertThat(json)
        .contains(
            "\"sources\":[{\"source\":\"mass\",\"log\":3.22},"
                + "{\"source\":\"a new sensor\",\"log\":0}]")
        .as("a line of which it is not known says nothing of it")
        .containsOnlyOnce("\"sources\"");
    assertThat(ledger.receipt(receipt.visit())).contains(receipt);
  }

  @Test
  void givenGoodsThatAnotherTookAndHandedOver_whenSettled_thenTheReceiptSaysWhoTookThem() {
    Cart.Evidence byTheFirst = evidence(Kind.TAKE, NUTS, 1, 50);

    Receipt own = billing.settle(cart(1, line(NUTS, 1, byTheFirst)));
    Receipt receivers = billing.settle(cart(2, line(NUTS, 1, byTheFirst)));

    assertThat(own.lines().getFirst().evidence().events().getFirst().by()).isNull();
    assertThat(ReceiptJson.lines(own.lines())).doesNotContain("\"by\"");
    assertThat(receivers.lines().getFirst().evidence().events().getFirst().by())
        .isEqualTo(own.visit().value());
    assertThat(ReceiptText.of(store(), receivers).replaceAll("\\s+", " "))
        .contains("taken at 1/5 by visit " + own.visit().value() + ", and handed over, -250 g");
    assertThat(ReceiptText.of(store(), own)).doesNotContain("handed over");
    assertThat(ledger.receipt(receivers.visit())).contains(receivers);
  }

  @Test
  void givenOddNames_whenSettled_thenTheReceiptKeepsThem() {
    Receipt receipt = billing.settle(cart(1, line(ODD, 1, 0.95)));

    assertThat(receipt.lines().getFirst().gtin()).isEqualTo(ODD.value());
    assertThat(receipt.lines().getFirst().name())
        .as("half a surrogate pair can't be written; all else is kept")
        .isEqualTo(ODD_NAME.substring(0, ODD_NAME.length() - 1) + "?");
    assertThat(ledger.receipt(receipt.visit())).contains(receipt);
  }

  @Test
  void givenTwoPeopleAndTwoCredentials_whenSettled_thenEachPaysOnTheNearerInTime() {
    billing.door(entry(10.0, "alice"));
    billing.door(entry(11.5, "bob"));
    billing.person(appeared(2, 12.0, FRONT));
    billing.person(appeared(1, 10.4, FRONT));

    assertThat(billing.settle(cart(2, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("account:bob");
    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("account:alice");
  }

  @Test
  void givenOneCredentialAndTwoPeople_whenSettled_thenTheOtherIsAGuest() {
    billing.person(appeared(1, 9.0, FRONT));
    billing.person(appeared(2, 10.2, FRONT));
    billing.door(entry(10.0, "alice"));

    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("visit:run-1");
    assertThat(billing.settle(cart(2, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("account:alice");
  }

  @Test
  void givenOneCredentialShownTwice_whenSettled_thenBothVisitsAreOnThatAccount() {
    billing.door(entry(10, "alice"));
    billing.door(entry(12, "alice"));
    billing.person(appeared(1, 10, FRONT));
    billing.person(appeared(2, 12, FRONT));

    assertThat(billing.settle(cart(1, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("account:alice");
    assertThat(billing.settle(cart(2, line(NUTS, 1, 0.9))).payment().account())
        .isEqualTo("account:alice");
  }

  @Test
  void givenACredentialTooLongAgoOrAtAnotherDoor_whenSettled_thenTheVisitIsAGuests() {
    billing.door(entry(1, "early"));
    billing.person(appeared(1, 6.5, FRONT));
    billing.person(appeared(2, 10, new DoorId("back")));
    billing.person(appeared(3, 10, null));

    for (int person = 1; person <= 3; person++) {
      Receipt receipt = billing.settle(cart(person, line(NUTS, 1, 0.9)));
      assertThat(receipt.payment().isGuest()).isTrue();
    }
    assertThat(billing.openVisits()).isEmpty();
  }
}
