package io.walkout.billing;

import static io.walkout.billing.ReviewAnswer.Decision.CHOOSE;
import static io.walkout.billing.ReviewAnswer.Decision.CONFIRM;
import static io.walkout.billing.ReviewAnswer.Decision.DROP;
import static io.walkout.billing.TestStore.FREE_SAMPLE;
import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.UNPRICED;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.eur;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.billing.ReviewAnswer.Decision;
import io.walkout.store.ProductCode;
import io.walkout.store.VisitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer may decide of a line, and what becomes of receipts and books. */
class ReviewsTest {
  @TempDir Path dir;
  private Ledger ledger;
  private SimulatedCardProcessor cards;
  private Reviews reviews;

  @BeforeEach
  void settleThreeVisits() {
    open(CardScript.always(CardScript.Behaviour.APPROVE));
    ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
    billing.settle(cart(1, line(TEA, 2, 0.95), line(NUTS, 1, 0.5)));
    billing.settle(cart(2, line(TEA, 1, 0.6), line(UNPRICED, 1, 0.9), line(FREE_SAMPLE, 1, 0.3)));
    billing.settle(cart(3));
  }

  private void open(CardScript script) {
    ledger = Ledger.open(dir.resolve("ledger.db"));
    cards = SimulatedCardProcessor.open(dir.resolve("cards.db"), script);
    reviews = new Reviews("run", store(), ledger, cards);
  }

  @AfterEach
  void booksBalanceAfterEveryTest() {
    assertThat(ledger.verify()).isEmpty();
    cards.close();
    ledger.close();
  }

  private ReviewAnswer answer(String review, Decision decision) {
    return answer(review, decision, null, null, null);
  }

  private ReviewAnswer answer(
      String review,
      Decision decision,
      @Nullable ProductCode product,
      @Nullable Integer quantity,
      @Nullable String visit) {
    String fingerprint =
        reviews.all().stream()
            .filter(r -> r.id().equals(review))
            .map(Review::fingerprint)
            .findFirst()
            .orElse("none");
    return new ReviewAnswer(
        "answers[0]",
        review,
        fingerprint,
        decision,
        product == null ? null : product.value(),
        quantity,
        visit,
        null,
        null);
  }

  private Receipt receipt(int person) {
    return ledger.receipt(new VisitId("run-" + person)).orElseThrow();
  }

  @Test
  void givenUncertainLines_whenSettled_thenEachWaitsUnderItsOwnNameAndIsNotCharged() {
    assertThat(reviews.all())
        .extracting(Review::id)
        .containsExactly("run-1/2", "run-2/1", "run-2/2", "run-2/3");
    assertThat(reviews.all()).allMatch(Review::isOpen);
    assertThat(receipt(1).totalMinor()).isEqualTo(998);
    assertThat(receipt(1).lines().get(1).review())
        .isEqualTo(new ReceiptLine.ReviewMark("run-1/2", null));
  }

  @Test
  void givenALineInReview_whenConfirmed_thenItIsChargedByASecondChargeOfItsVisit() {
    assertThat(reviews.apply(List.of(answer("run-1/2", CONFIRM))))
        .isEqualTo(new Reviews.Applied(1, 0, 1));

    Receipt receipt = receipt(1);
    assertThat(receipt.totalMinor()).isEqualTo(998 + 199);
    assertThat(receipt.lines())
        .extracting(ReceiptLine::status)
        .containsOnly(ReceiptLine.Status.CHARGED);
    assertThat(receipt.lines().get(1).certainty()).as("what the resolver gave it").isEqualTo(0.5);
    assertThat(cards.taken())
        .containsExactly(
            Map.entry("run-1/charge/1", eur(998)), Map.entry("run-1/charge/2", eur(199)));
    assertThat(ledger.summary().chargedByVisit()).containsEntry(new VisitId("run-1"), eur(1197));
    assertThat(reviews.all().getFirst().isOpen()).isFalse();
  }

  @Test
  void givenALineInReview_whenDropped_thenItIsGoneAndNothingIsCharged() {
    reviews.apply(List.of(answer("run-1/2", DROP)));

    Receipt receipt = receipt(1);
    assertThat(receipt.totalMinor()).isEqualTo(998);
    assertThat(receipt.lines()).hasSize(1);
    assertThat(receipt.decidedAway())
        .containsExactly(new Receipt.DecidedAway("run-1/2", DROP, NUTS.value(), 1, null));
    assertThat(cards.requests()).isEqualTo(1);
  }

  @Test
  void givenAllLinesDropped_whenLookedAt_thenTheVisitTookNothing() {
    reviews.apply(
        List.of(answer("run-2/1", DROP), answer("run-2/2", DROP), answer("run-2/3", DROP)));

    assertThat(receipt(2).status()).isEqualTo(Receipt.Status.EMPTY);
  }

  @Test
  void givenAnotherProductAndQuantity_whenChosen_thenThatIsChargedAtItsOwnPrice() {
    reviews.apply(List.of(answer("run-2/1", CHOOSE, NUTS, 3, null)));

    ReceiptLine line = receipt(2).lines().getFirst();
    assertThat(line.gtin()).isEqualTo(NUTS.value());
    assertThat(line.name()).isEqualTo("Nuts");
    assertThat(line.quantity()).isEqualTo(3);
    assertThat(receipt(2).totalMinor()).isEqualTo(3 * 199);
    assertThat(cards.taken()).containsEntry("run-2/charge/2", eur(597));
  }

  @Test
  void givenAnotherPerson_whenChosen_thenTheLineAndItsChargeAreTheirs() {
    reviews.apply(List.of(answer("run-1/2", CHOOSE, null, null, "run-3")));

    assertThat(receipt(1).lines()).hasSize(1);
    assertThat(receipt(1).decidedAway().getFirst().visitId()).isEqualTo("run-3");
    assertThat(receipt(3).status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt(3).lines()).extracting(ReceiptLine::gtin).containsExactly(NUTS.value());
    assertThat(cards.taken()).containsEntry("run-3/charge/2", eur(199));
  }

  @Test
  void givenAFreeLine_whenConfirmed_thenItStandsAsChargedAtNothing() {
    reviews.apply(List.of(answer("run-2/3", CONFIRM)));

    assertThat(receipt(2).status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt(2).totalMinor()).isZero();
    assertThat(cards.taken()).hasSize(1);
  }

  @Test
  void givenTheSameAnswersAgain_whenApplied_thenNothingChanges() {
    List<ReviewAnswer> answers =
        List.of(answer("run-1/2", CONFIRM), answer("run-2/1", CHOOSE, NUTS, 1, "run-1"));
    reviews.apply(answers);
    List<Receipt> before = ledger.receipts();

    assertThat(reviews.apply(answers)).isEqualTo(new Reviews.Applied(0, 2, 0));
    assertThat(reviews.apply(answers.reversed()).decided()).isZero();

    assertThat(ledger.receipts()).isEqualTo(before);
    assertThat(cards.taken()).hasSize(2).containsEntry("run-1/charge/2", eur(398));
  }

  @Test
  void givenAnswersOneByOneOrAllAtOnce_whenApplied_thenTheReceiptsAreTheSame() throws Exception {
    reviews.apply(List.of(answer("run-2/1", CHOOSE, null, null, "run-3")));
    reviews.apply(List.of(answer("run-1/2", CHOOSE, null, null, "run-3")));
    byte[] oneByOne = ReceiptsFile.bytes("run", reviews.receipts());

    cards.close();
    ledger.close();
    dir = dir.resolve("other");
    java.nio.file.Files.createDirectory(dir);
    settleThreeVisits();
    reviews.apply(
        List.of(
            answer("run-1/2", CHOOSE, null, null, "run-3"),
            answer("run-2/1", CHOOSE, null, null, "run-3")));

    assertThat(ReceiptsFile.bytes("run", reviews.receipts())).isEqualTo(oneByOne);
  }

  @Test
  void givenALineDecidedOtherwise_whenAnsweredAgain_thenItIsRefused() {
    reviews.apply(List.of(answer("run-1/2", CONFIRM)));
    refused(answer("run-1/2", DROP), "already decided otherwise: 1 x nuts charged to run-1");
  }

  @Test
  void givenTwoAnswersThatContradict_whenAppliedTogether_thenNeitherIs() {
    assertThatThrownBy(
            () -> reviews.apply(List.of(answer("run-1/2", CONFIRM), answer("run-1/2", DROP))))
        .isInstanceOf(ReviewRefusedException.class);
    assertThat(reviews.all()).allMatch(Review::isOpen);
  }

  @Test
  void givenWhatDoesNotFitTheBooks_whenAnswered_thenOneSentenceSaysSoAndNothingIsApplied() {
    refused(answer("run-9/1", DROP), "visit run-9, which has no receipt");
    refused(answer("other-1/1", DROP), "visit other-1, which is none of run");
    refused(answer("run-1/1", DROP), "not in review");
    refused(answer("run-1/7", DROP), "not in review");
    refused(answer("nonsense", DROP), "expected VISIT/LINE");
    refused(answer("run-1/2", CHOOSE, null, null, "run-9"), "visit run-9");
    refused(answer("run-1/2", CHOOSE, UNPRICED, null, null), "none of the products");
    refused(answer("run-2/2", CONFIRM), "no price");
    refused(
        new ReviewAnswer(
            "answers[0]", "run-1/2", "0123456789abcdef", DROP, null, null, null, null, null),
        "look at it again");
  }

  private void refused(ReviewAnswer answer, String why) {
    List<Receipt> before = ledger.receipts();
    assertThatThrownBy(() -> reviews.apply(List.of(answer("run-2/1", CONFIRM), answer)))
        .isInstanceOf(ReviewRefusedException.class)
        .hasMessageStartingWith("answers[0]: review ")
        .hasMessageContaining(why);
    assertThat(ledger.receipts()).isEqualTo(before);
  }

  @Test
  void givenAGatewayThatRefuses_whenConfirmed_thenWhatWasPaidStandsAndTheRestIsOwed() {
    cards.close();
    ledger.close();
    open(CardScript.always(CardScript.Behaviour.DECLINE));

    reviews.apply(List.of(answer("run-1/2", CONFIRM)));

    Receipt receipt = receipt(1);
    assertThat(receipt.status()).isEqualTo(Receipt.Status.CHARGED);
    assertThat(receipt.totalMinor()).isEqualTo(998);
    assertThat(receipt.dueMinor()).isEqualTo(1197);
    assertThat(receipt.lines().get(1).reason()).contains("declined");
  }

  @Test
  void givenASilentGateway_whenConfirmed_thenTheSameAnswersLaterFinishTheCharge() {
    ReviewAnswer answer = answer("run-1/2", CONFIRM);
    cards.setReachable(false);
    reviews.apply(List.of(answer));
    assertThat(receipt(1).totalMinor()).isEqualTo(998);
    assertThat(receipt(1).lines().get(1).reason()).contains("not yet confirmed");

    cards.setReachable(true);
    reviews.apply(List.of(answer));

    assertThat(receipt(1).totalMinor()).isEqualTo(1197);
    assertThat(cards.taken()).hasSize(2);
  }
}
