package io.walkout.billing;

import static io.walkout.billing.TestStore.FREE_SAMPLE;
import static io.walkout.billing.TestStore.FRONT;
import static io.walkout.billing.TestStore.GOLD;
import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.ODD;
import static io.walkout.billing.TestStore.ODD_NAME;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.UNPRICED;
import static io.walkout.billing.TestStore.appeared;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.entry;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.walkout.store.cart.Cart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** receipts.json and the terminal's receipt, as others will read them. */
class ReceiptsFileTest {
  @TempDir Path dir;

  private List<Receipt> receipts(String ledgerName, CardScript script, Cart... carts) {
    try (Ledger ledger = Ledger.open(dir.resolve(ledgerName + ".db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(dir.resolve(ledgerName + "-cards.db"), script)) {
      var billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      List<Receipt> receipts = new ArrayList<>();
      for (Cart cart : carts) {
        receipts.add(billing.settle(cart));
      }
      assertThat(ledger.receipts()).containsExactlyInAnyOrderElementsOf(receipts);
      return receipts;
    }
  }

  private List<Receipt> receipts(String ledgerName) {
    Cart external = cart(3, line(FREE_SAMPLE, 1, 1));
    return receipts(
        ledgerName,
        CardScript.always(CardScript.Behaviour.APPROVE)
            .forAccount("visit:run-4", CardScript.Behaviour.DECLINE),
        cart(2),
        cart(1, line(TEA, 2, 0.98765), line(NUTS, 1, 0.00012), line(UNPRICED, 1, 0.9)),
        new Cart(
            external.person(),
            "18446744073709551615",
            external.enteredNanos(),
            external.exitedNanos() + 123_456,
            null,
            external.lines()),
        cart(4, line(ODD, 1, 0.9), line(NUTS, 12, 0.5)));
  }

  @Test
  void givenReceipts_whenWritten_thenEveryFieldIsAsTheContractSays() throws Exception {
    Path file = dir.resolve("receipts.json");
    ReceiptsFile.write(file, "a \"recording\"", receipts("ledger"));
    JsonNode root = JsonMapper.builder().build().readTree(file.toFile());

    assertThat(root.get("recording").asText()).isEqualTo("a \"recording\"");
    JsonNode first = root.get("receipts").get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "visitId", "enteredAt", "exitedAt", "currency", "totalMinor", "status", "lines");
    assertThat(first.get("visitId").asText()).isEqualTo("run-1");
    assertThat(first.get("enteredAt").asText()).isEqualTo("2026-01-31T12:00:10.000Z");
    assertThat(first.get("totalMinor").isIntegralNumber()).isTrue();
    assertThat(first.get("totalMinor").asLong()).isEqualTo(998);
    JsonNode line = first.get("lines").get(0);
    assertThat(line.get("gtin").asText()).isEqualTo("4006381333931");
    assertThat(line.get("certainty").asText()).isEqualTo("0.9876");
    JsonNode event = line.get("evidence").get("events").get(0);
    assertThat(event.get("kind").asText()).isEqualTo("TAKE");
    assertThat(event.get("plates").get(0).get("plate").asText()).isEqualTo("1/5/10");
    assertThat(event.get("deltaGrams").asText()).isEqualTo("-500.01");
    assertThat(event.get("reachMetres").asText()).isEqualTo("0.123");
    assertThat(first.get("lines").get(1).get("status").asText()).isEqualTo("IN_REVIEW");
    assertThat(first.get("lines").get(1).get("alternatives")).isNotEmpty();
    assertThat(first.get("lines").get(2).get("unitPriceMinor").asLong()).isZero();
    assertThat(root.get("receipts").get(1).get("status").asText()).isEqualTo("EMPTY");
    assertThat(root.get("receipts").get(2).get("target_id").asText())
        .isEqualTo("18446744073709551615");
    JsonNode declined = root.get("receipts").get(3);
    assertThat(declined.get("status").asText()).isEqualTo("DECLINED");
    assertThat(declined.get("totalMinor").asLong()).isZero();
    assertThat(declined.get("lines").get(0).get("name").asText())
        .startsWith(ODD_NAME.substring(0, 10));
    assertThat(Files.readString(file)).contains("0.0001").doesNotContain("E-").doesNotContain("\r");
  }

  @Test
  void givenTwoVisitsOnOneAccount_whenWritten_thenBothNameTheFirstAndNoCredentialIsTold()
      throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    try (Ledger ledger = Ledger.open(dir.resolve("party.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(
                dir.resolve("party-cards.db"), CardScript.always(CardScript.Behaviour.APPROVE))) {
      var billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      billing.door(entry(10, "s3cret"));
      billing.door(entry(12, "s3cret"));
      billing.door(entry(14, "alone"));
      billing.person(appeared(1, 10, FRONT));
      billing.person(appeared(2, 12, FRONT));
      billing.person(appeared(3, 14, FRONT));
      billing.person(appeared(4, 30, FRONT));
      for (int person : List.of(2, 1, 3, 4)) {
        receipts.add(billing.settle(cart(person, line(NUTS, 1, 0.9))));
      }
    }
    byte[] bytes = ReceiptsFile.bytes("r", receipts);
    JsonNode root = JsonMapper.builder().build().readTree(bytes);

    assertThat(root.get("receipts"))
        .extracting(r -> r.path("visitId").asText() + " " + r.path("account").asText("-"))
        .containsExactly("run-1 run-1", "run-2 run-1", "run-3 -", "run-4 -");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("s3cret");
  }

  @Test
  void givenTheSameVisits_whenRunTwice_thenTheBytesAreTheSame() throws Exception {
    List<Receipt> once = receipts("one");
    List<Receipt> again = receipts("two").reversed();

    assertThat(ReceiptsFile.bytes("r", again)).isEqualTo(ReceiptsFile.bytes("r", once));
  }

  @Test
  void givenAFileOfThatName_whenWritten_thenItIsReplacedAndNothingIsLeftBeside() throws Exception {
    Path file = dir.resolve("receipts.json");
    Files.writeString(file, "old");
    ReceiptsFile.write(file, "r", List.of());

    assertThat(ReceiptsFile.read(file).receipts()).isEmpty();
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void givenOurFile_whenRead_thenItTellsWhatWasBought() throws Exception {
    Path file = dir.resolve("receipts.json");
    ReceiptsFile.write(file, "r", receipts("ledger"));

    List<ReadReceipt> read = ReceiptsFile.read(file).receipts();

    assertThat(read).extracting(ReadReceipt::visitId).startsWith("run-1", "run-2");
    assertThat(read.getFirst().totalMinor()).isEqualTo(998L);
    assertThat(read.getFirst().lines())
        .extracting(ReadReceipt.Line::isInReview)
        .containsExactly(false, true, true);
    assertThat(read.get(2).targetId()).isEqualTo("18446744073709551615");
  }

  @Test
  void givenAFileByOthers_whenRead_thenLittleIsEnough() throws Exception {
    Path file = dir.resolve("theirs.json");
    Files.writeString(
        file,
        """
        {"testcase": 1, "receipts": [
          {"target_id": 17, "products": [{"barcode": "0812", "quantity": 2}]},
          {"visitId": "v", "lines": []}]}
        """);

    List<ReadReceipt> read = ReceiptsFile.read(file).receipts();

    assertThat(read.getFirst().targetId()).isEqualTo("17");
    assertThat(read.getFirst().lines())
        .containsExactly(new ReadReceipt.Line("0812", "0812", 2, null, null, "CHARGED", false));
    assertThat(read.getLast().lines()).isEmpty();
  }

  @Test
  void givenAReceiptThatWasDeclined_whenRead_thenNothingWasChargedForItsLines() throws Exception {
    Path file = dir.resolve("declined.json");
    Files.writeString(
        file,
        """
        {"recording": "day 3", "receipts": [{"visitId": "v", "totalMinor": 0, "status": "DECLINED",
          "lines": [{"gtin": "1", "quantity": 1, "unitPriceMinor": 500, "status": "CHARGED"}]}]}
        """);

    ReadReceipts read = ReceiptsFile.read(file);

    assertThat(read.recording()).isEqualTo("day 3");
    assertThat(read.receipts().getFirst().totalMinor()).isZero();
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                     | this is no JSON",
        "[]                                                    | receipts: expected a list",
        "{\"receipts\":[{}]}                                   | receipts[0]: expected a visitId",
        "{\"receipts\":[{\"visitId\":\"a\"}]}                  | receipts[0].lines: expected a list",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[],\"exitedAt\":\"yesterday\"}]}"
            + " | receipts[0].exitedAt: expected a time such as",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[]},{\"visitId\":\"a\",\"lines\":[]}]}"
            + " | receipts[1].visitId: expected each visit once",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{}]}]}   | receipts[0].lines[0]: expected a gtin",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1.5}]}]}"
            + " | receipts[0].lines[0].quantity: expected a whole number",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\"}]}]}"
            + " | receipts[0].lines[0].quantity: expected a whole number",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1000000000000000000}]}]}"
            + " | receipts[0].lines[0].quantity: expected a whole number from 0 to 10000, found 10",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1,\"status\":\"FOO\"}]}]}"
            + " | receipts[0].lines[0].status: expected CHARGED, IN_REVIEW, found",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1,\"certainty\":7}]}]}"
            + " | receipts[0].lines[0].certainty: expected a number from 0 to 1, found 7",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1,\"unitPriceMinor\":-500}]}]}"
            + " | receipts[0].lines[0].unitPriceMinor: expected a whole number from 0",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":2,\"unitPriceMinor\":150}],\"totalMinor\":301}]}"
            + " | receipts[0].totalMinor: expected the sum of its charged lines, 300, found 301",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1,\"unitPriceMinor\":5,\"status\":\"IN_REVIEW\"}],\"totalMinor\":5}]}"
            + " | receipts[0].totalMinor: expected the sum of its charged lines, 0",
        "{\"receipts\":[{\"visitId\":\"a\",\"lines\":[{\"gtin\":\"1\",\"quantity\":1}],\"status\":\"PAID\"}]}"
            + " | receipts[0].status: expected CHARGED, IN_REVIEW, EMPTY, DECLINED",
      })
  void givenAFileThatIsWrong_whenRead_thenFileAndFieldAreNamed(String json, String message)
      throws Exception {
    Path file = dir.resolve("wrong.json");
    Files.writeString(file, json);

    assertThatThrownBy(() -> ReceiptsFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong.json")
        .hasMessageContaining(message);
  }

  @Test
  void givenReceipts_whenPrinted_thenNoLineIsWiderThanTheRollAndNothingSteersTheTerminal() {
    for (Receipt receipt : receipts("ledger")) {
      String text = ReceiptText.of(store(), receipt);
      System.out.println(text);
      assertThat(text.lines()).allMatch(l -> TextColumns.width(l) <= ReceiptText.COLUMNS);
      assertThat(text).doesNotContain("\u001b").doesNotContain("\u0000");
    }
  }

  @Test
  void givenAChargedReceipt_whenPrinted_thenItSaysWhatWasPaidAndWhatWasNot() {
    String text = ReceiptText.of(store(), receipts("ledger").get(1));

    assertThat(text)
        .contains("Corner Shop", "run-1", "2026-01-31 13:00:10", "Green tea", "98%", "9.98")
        .contains("IN REVIEW, NOT CHARGED", "or 1 × Nuts", "TOTAL CHARGED", "EUR 9.98", "sim-");
  }

  @Test
  void givenAnAmountInReviewThatFitsNoLong_whenPrinted_thenItIsShownExactly() {
    Receipt receipt =
        receipts(
                "gold",
                CardScript.always(CardScript.Behaviour.APPROVE),
                cart(1, line(GOLD, 3, 0.5)))
            .getFirst();

    assertThat(ReceiptText.of(store(), receipt)).contains("138350580552821637.09");
  }

  @Test
  void givenACredential_whenPrinted_thenItIsNotShown() {
    try (Ledger ledger = Ledger.open(dir.resolve("l.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(
                dir.resolve("c.db"), CardScript.always(CardScript.Behaviour.APPROVE))) {
      var billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      billing.door(TestStore.entry(10, "secret-token"));
      billing.person(TestStore.appeared(1, 10, TestStore.FRONT));
      Receipt receipt = billing.settle(cart(1, line(NUTS, 1, 0.9)));

      assertThat(receipt.payment().account()).contains("secret-token");
      assertThat(ReceiptText.of(store(), receipt) + receipt).doesNotContain("secret-token");
    }
  }
}
