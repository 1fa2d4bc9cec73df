package io.walkout.billing;

import static io.walkout.billing.CardScript.Behaviour.ANSWER_TWICE;
import static io.walkout.billing.CardScript.Behaviour.APPROVE;
import static io.walkout.billing.CardScript.Behaviour.DECLINE;
import static io.walkout.billing.CardScript.Behaviour.TIME_OUT_AFTER;
import static io.walkout.billing.CardScript.Behaviour.TIME_OUT_BEFORE;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.eur;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.cart.Cart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the gateway does, a visit is charged once or not at all, and the books say which. */
class GatewayOutcomesTest {
  private static final Cart CART = cart(1, line(TEA, 1, 0.95));

  @TempDir Path dir;
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private Ledger ledger;

  @BeforeEach
  void openLedger() {
    ledger = Ledger.open(dir.resolve("ledger.db"));
    toClose.add(ledger);
  }

  private SimulatedCardProcessor open(CardScript script) {
    SimulatedCardProcessor cards = SimulatedCardProcessor.open(dir.resolve("cards.db"), script);
    toClose.add(cards);
    return cards;
  }

  private ExitBilling billing(PaymentGateway gateway) {
    return new ExitBilling("run", store(), ledger, gateway, BillingSettings.DEFAULT);
  }

  @AfterEach
  void booksAreInOrder() throws Exception {
    assertThat(ledger.verify()).isEmpty();
    for (AutoCloseable c : toClose) {
      c.close();
    }
  }

  @ParameterizedTest(name = "{0}, {1}, {2} ends as {3} with {4} taken")
  @CsvSource({
    "APPROVE, APPROVE, APPROVE, CHARGED, 499",
    "DECLINE, APPROVE, APPROVE, DECLINED, 0",
    "ANSWER_TWICE, APPROVE, APPROVE, CHARGED, 499",
    "TIME_OUT_BEFORE, APPROVE, APPROVE, CHARGED, 499",
    "TIME_OUT_BEFORE, TIME_OUT_BEFORE, APPROVE, CHARGED, 499",
    "TIME_OUT_BEFORE, TIME_OUT_BEFORE, TIME_OUT_BEFORE, IN_REVIEW, 0",
    "TIME_OUT_AFTER, APPROVE, APPROVE, CHARGED, 499",
    "TIME_OUT_BEFORE, TIME_OUT_AFTER, APPROVE, CHARGED, 499",
    "TIME_OUT_BEFORE, DECLINE, APPROVE, DECLINED, 0",
    "TIME_OUT_BEFORE, TIME_OUT_BEFORE, TIME_OUT_AFTER, IN_REVIEW, 499",
  })
  void givenTheseAnswers_whenSettled_thenTheReceiptSaysWhatIsKnown(
      CardScript.Behaviour first,
      CardScript.Behaviour second,
      CardScript.Behaviour third,
      Receipt.Status status,
      long taken) {
    SimulatedCardProcessor cards = open(CardScript.first(first, second, third));
    ExitBilling billing = billing(cards);
    cards.onDelivery(billing::delivered);

    Receipt receipt = billing.settle(CART);

    assertThat(receipt.status()).isEqualTo(status);
    assertThat(receipt.totalMinor()).isEqualTo(status == Receipt.Status.CHARGED ? 499 : 0);
    assertThat(receipt.dueMinor()).isEqualTo(499);
    assertThat(cards.taken().values().stream().mapToLong(m -> m.minor()).sum()).isEqualTo(taken);
    assertThat(billing.settle(CART).status())
        .as("asked again, what was unknown becomes known and nothing is taken twice")
        .isEqualTo(
            status == Receipt.Status.DECLINED ? Receipt.Status.DECLINED : Receipt.Status.CHARGED);
    assertThat(cards.taken()).hasSize(status == Receipt.Status.DECLINED ? 0 : 1);
  }

  @Test
  void givenADecline_whenSettled_thenNoLineSaysChargedAndTheDebtStays() {
    SimulatedCardProcessor cards =
        open(CardScript.always(APPROVE).forAccount("visit:run-1", DECLINE));

    Receipt receipt = billing(cards).settle(CART);

    assertThat(receipt.reason()).isEqualTo("payment declined: card refused");
    assertThat(receipt.lines().getFirst().status()).isEqualTo(ReceiptLine.Status.IN_REVIEW);
    assertThat(receipt.lines().getFirst().reason()).isEqualTo(receipt.reason());
    assertThat(ledger.summary().chargesByState()).containsEntry(ChargeState.DECLINED, 1L);
    assertThat(ledger.summary().chargedTotalMinor()).isEmpty();
  }

  @Test
  void givenAnUnreachableProcessor_whenItComesBack_thenRecoveryFinishesTheCharge() {
    SimulatedCardProcessor cards = open(CardScript.always(APPROVE));
    cards.setReachable(false);
    Receipt open = billing(cards).settle(CART);
    assertThat(open.status()).isEqualTo(Receipt.Status.IN_REVIEW);
    assertThat(open.payment().state()).isEqualTo(ChargeState.UNKNOWN);
    assertThat(open.reason()).contains("not yet confirmed").contains("can't be reached");
    assertThat(ledger.recover(cards)).isEqualTo(new Recovery(0, 0, 1));

    cards.setReachable(true);

    assertThat(ledger.recover(cards)).isEqualTo(new Recovery(1, 0, 0));
    assertThat(ledger.recover(cards)).isEqualTo(Recovery.NONE);
    assertThat(ledger.receipt(open.visit()).orElseThrow().totalMinor()).isEqualTo(499);
    assertThat(cards.taken()).containsEntry("run-1/charge/1", eur(499));
  }

  @Test
  void givenAnAnswerDeliveredAgain_whenItAgrees_thenNothingChanges_andElseItIsRefused() {
    SimulatedCardProcessor cards = open(CardScript.always(ANSWER_TWICE));
    ExitBilling billing = billing(cards);
    Receipt receipt = billing.settle(CART);
    String key = "run-1/charge/1";

    billing.delivered(key, cards.find(key).orElseThrow());
    billing.delivered(key, new ChargeOutcome.Unknown("late"));

    assertThat(ledger.receipt(receipt.visit())).contains(receipt);
    assertThatThrownBy(() -> billing.delivered(key, new ChargeOutcome.Declined("late")))
        .isInstanceOf(IdempotencyConflictException.class)
        .hasMessageContaining(key);
    assertThatThrownBy(
            () -> billing.delivered(key, new ChargeOutcome.Approved("another", eur(499))))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThatThrownBy(() -> billing.delivered("no key", new ChargeOutcome.Declined("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givenAProcessorThatKnowsTheKeyWithAnotherAmount_whenSettled_thenNothingIsBooked() {
    SimulatedCardProcessor cards = open(CardScript.always(APPROVE));
    cards.charge(new ChargeRequest("run-1/charge/1", "visit:run-1", eur(1), "by another ledger"));

    Receipt receipt = billing(cards).settle(CART);

    assertThat(receipt.payment().state()).isEqualTo(ChargeState.UNKNOWN);
    assertThat(receipt.reason()).contains("another amount");
    assertThat(receipt.totalMinor()).isZero();
  }

  @Test
  void givenAProcessor_whenAskedWithOneKeyAndAnotherAmount_thenItRefusesWithoutActing() {
    SimulatedCardProcessor cards = open(CardScript.always(APPROVE));
    ChargeOutcome first = cards.charge(new ChargeRequest("k", "visit:a", eur(5), ""));

    assertThat(cards.charge(new ChargeRequest("k", "visit:a", eur(5), ""))).isEqualTo(first);
    assertThatThrownBy(() -> cards.charge(new ChargeRequest("k", "visit:a", eur(6), "")))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThatThrownBy(() -> cards.charge(new ChargeRequest("k", "visit:b", eur(5), "")))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThat(cards.taken()).hasSize(1).containsEntry("k", eur(5));
  }

  @Test
  void givenAGatewayThatBreaks_whenSettled_thenTheOutcomeIsUnknown() {
    open(CardScript.always(APPROVE));
    PaymentGateway broken =
        new PaymentGateway() {
          @Override
          public ChargeOutcome charge(ChargeRequest request) {
            throw new IllegalStateException("connection reset");
          }

          @Override
          public Optional<ChargeOutcome> find(String key) {
            throw new IllegalStateException("connection reset");
          }
        };

    assertThat(billing(broken).settle(CART).reason())
        .isEqualTo("payment not yet confirmed: connection reset");
  }

  @Test
  void givenAScriptOfRules_whenAsked_thenTheLastRuleThatAppliesWins() {
    CardScript script =
        CardScript.always(APPROVE)
            .everyNth(3, TIME_OUT_AFTER)
            .forAccount("visit:poor", DECLINE)
            .everyNth(6, TIME_OUT_BEFORE);
    ChargeRequest rich = new ChargeRequest("k", "visit:rich", eur(1), "");
    ChargeRequest poor = new ChargeRequest("k", "visit:poor", eur(1), "");

    assertThat(script.behaviour(rich, 1)).isEqualTo(APPROVE);
    assertThat(script.behaviour(rich, 3)).isEqualTo(TIME_OUT_AFTER);
    assertThat(script.behaviour(poor, 3)).isEqualTo(DECLINE);
    assertThat(script.behaviour(poor, 6)).isEqualTo(TIME_OUT_BEFORE);
  }
}
