package io.walkout.node.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.recording.Truth;
import io.walkout.store.Catalogue;
import io.walkout.store.Layout;
import io.walkout.store.Money;
import io.walkout.store.Planogram;
import io.walkout.store.Policy;
import io.walkout.store.Product;
import io.walkout.store.ProductCode;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Store STORE =
      new Store(
          "test",
          ZoneOffset.UTC,
          USD,
          new Layout(
              FloorPolygon.rectangle(0, 0, 1, 1), List.of(), List.of(), List.of(), List.of()),
          new Catalogue(List.of(product("a", 100), product("b", 250))),
          new Planogram(List.of()),
          Policy.DEFAULT);

  @Test
  void countsUnitsInBothMultisets() {
    Score score =
        score(visit("p", 450, line("a", 2, true), line("b", 1, true)), truth("p", item("a", 3)));
    assertThat(score.truePositives()).isEqualTo(2);
    assertThat(score.f1()).isEqualTo(2.0 * 2 / (3 + 3));
    assertThat(score.moneyError()).isCloseTo(150.0 / 300, within(1e-12));
    assertThat(score.extra().get("p")).containsEntry("b", 1);
    assertThat(score.missing().get("p")).containsEntry("a", 1);
  }

  @Test
  void somebodyWhoTookNothingAndPaysNothingIsExact() {
    Score score = score(visit("p", 0), truth("p"));
    assertThat(score.f1()).isEqualTo(1);
    assertThat(score.exactReceipts()).isEqualTo(1);
    assertThat(score.moneyError()).isZero();
  }

  @Test
  void theRightThingOnTheWrongPersonIsRightOnlyWithPeopleIgnored() {
    Score score = score(visit("q", 100, line("a", 1, true)), truth("p", item("a", 1)));
    assertThat(score.f1()).isZero();
    assertThat(score.f1WithoutPeople()).isEqualTo(1);
    assertThat(score.people()).isEqualTo(2);
  }

  @Test
  void linesInReviewCountAsPredictedAndApart() {
    Score score =
        score(
            visit("p", 100, line("a", 1, true), line("b", 1, false)),
            truth("p", item("a", 1), item("b", 1)));
    assertThat(score.f1()).isEqualTo(1);
    assertThat(score.f1Charged()).isEqualTo(2.0 / 3);
    assertThat(score.reviewPerThousand()).isEqualTo(500);
  }

  @Test
  void aReviewerWhoSeesChargesWhatALineOffersIfItIsOwed() {
    Score score =
        score(
            visit("p", 0, inReview("a", 1, new Score.Offer(null, "b", 1))),
            truth("p", item("b", 1)));
    assertThat(score.moneyError()).isEqualTo(1);
    assertThat(score.moneyErrorAfterReview()).isZero();
  }

  @Test
  void aLineThatOffersNothingTrueIsChargedAsItStands() {
    Score score =
        score(
            visit("p", 0, inReview("a", 1, new Score.Offer(null, "a", 2))),
            truth("p", item("b", 1)));
    assertThat(score.moneyErrorAfterReview()).isCloseTo(150.0 / 250, within(1e-12));
  }

  @Test
  void whatNobodyTookIsDroppedWhereNoneIsOffered() {
    Score score =
        score(
            visit("p", 250, line("b", 1, true), inReview("a", 1, new Score.Offer(null, null, 0))),
            truth("p", item("b", 1)));
    assertThat(score.moneyErrorAfterReview()).isZero();
  }

  @Test
  void oneUnitIsChargedOnceThoughTwoLinesOfferIt() {
    Truth truth =
        new Truth(
            "case",
            List.of(
                new Truth.Receipt("p", List.of()), new Truth.Receipt("q", List.of(item("a", 1)))),
            List.of());
    Score score =
        new Scorer(STORE, truth, new RunLog(), null)
            .score(
                List.of(
                    visit(
                        "p",
                        0,
                        inReview(
                            "a",
                            1,
                            new Score.Offer("v-q", "a", 1),
                            new Score.Offer(null, null, 0))),
                    visit("q", 0, inReview("a", 1))));
    assertThat(score.moneyError()).isEqualTo(1);
    assertThat(score.moneyErrorAfterReview()).isZero();
  }

  @Test
  void ofSeveralUnitsThoseAreChargedThatAreOwed() {
    Score score =
        score(
            visit(
                "p",
                0,
                inReview("a", 3, new Score.Offer(null, "a", 1), new Score.Offer(null, "a", 2))),
            truth("p", item("a", 2)));
    assertThat(score.moneyErrorAfterReview()).isZero();
  }

  private static Score.Line inReview(String barcode, int quantity, Score.Offer... offers) {
    return new Score.Line(barcode, quantity, false, 0.5, false, List.of(offers));
  }

  private static Score score(Score.Visit visit, Truth truth) {
    return new Scorer(STORE, truth, new RunLog(), null).score(List.of(visit));
  }

  private static Score.Visit visit(String target, long total, Score.Line... lines) {
    return new Score.Visit("v-" + target, target, 0, 1, total, List.of(lines));
  }

  private static Score.Line line(String barcode, int quantity, boolean charged) {
    return new Score.Line(barcode, quantity, charged, null);
  }

  private static Truth truth(String target, Truth.Item... items) {
    return new Truth("case", List.of(new Truth.Receipt(target, List.of(items))), List.of());
  }

  private static Truth.Item item(String barcode, int quantity) {
    return new Truth.Item(new ProductCode(barcode), quantity, "");
  }

  private static Product product(String code, long priceMinor) {
    return new Product(new ProductCode(code), code, 100, new Money(priceMinor, USD));
  }
}
