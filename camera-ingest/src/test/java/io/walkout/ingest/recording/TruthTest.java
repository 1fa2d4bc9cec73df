package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.geometry.Vec3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TruthTest {
  @TempDir Path dir;

  @Test
  void givenTruthWithFieldsOfOthers_whenRead_thenWhatWeKnowIsThere() throws IOException {
    Truth truth =
        read(
            """
            {"case": "a", "source": "by hand",
             "receipts": [{"target_id": "17446744073709551557", "products": [
               {"barcode": "00042", "quantity": 2, "name": "pear", "shade": "green"}]},
               {"target_id": 7, "products": []}],
             "events": [
               {"t": 1700000000.25, "t_uncertainty_s": 0.1, "kind": "pick", "target_id": "7",
                "barcode": "00042", "quantity": 1, "gondola": 2, "shelf": 5, "plates": [3, 4]},
               {"t": 1700000001, "kind": "sneeze", "target_id": "7"},
               {"t": 1700000002.5, "kind": "putback", "target_id": "7", "barcode": "00042"}]}
            """);
    assertThat(truth.caseName()).isEqualTo("a");
    assertThat(truth.receipts()).hasSize(2);
    assertThat(truth.receipts().getFirst().targetId()).isEqualTo("17446744073709551557");
    assertThat(truth.receipts().getFirst().products().getFirst().quantity()).isEqualTo(2);
    assertThat(truth.receipts().getLast().targetId()).isEqualTo("7");
    assertThat(truth.events()).hasSize(2);
    Truth.Event take = truth.events().getFirst();
    assertThat(take.captureNanos()).isEqualTo(1_700_000_000_250_000_000L);
    assertThat(take.kind()).isEqualTo(Truth.Event.Kind.TAKE);
    assertThat(take.plates()).containsExactly(new PlateId(2, 5, 3), new PlateId(2, 5, 4));
    assertThat(truth.events().getLast().kind()).isEqualTo(Truth.Event.Kind.PUT_BACK);
    assertThat(truth.events().getLast().quantity()).isEqualTo(1);
  }

  @Test
  void givenTruthWithoutEvents_whenRead_thenThereAreNone() throws IOException {
    assertThat(read("{\"receipts\": []}").events()).isEmpty();
  }

  @Test
  void givenTruthAtFault_whenRead_thenFileAndFieldAreNamed() {
    assertThatThrownBy(() -> read("{\"case\": \"a\"}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("truth.json: receipts is missing");
    assertThatThrownBy(
            () ->
                read(
                    "{\"receipts\":[{\"target_id\":\"1\",\"products\":[{\"barcode\":\"5\","
                        + "\"quantity\":0}]}]}"))
        .hasMessageContaining("receipts[0].products[0].quantity");
    assertThatThrownBy(() -> read("{\n\"receipts\": [\n}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void givenAllThatATruthCanTell_whenWrittenAndReadAgain_thenItIsTheSame() throws IOException {
    ProductCode pear = new ProductCode("00042");
    Truth truth =
        new Truth(
            "case",
            List.of(
                new Truth.Receipt("7", List.of(new Truth.Item(pear, 2, "pear")), "acc", 5L, 9L),
                new Truth.Receipt("8", List.of())),
            List.of(
                new Truth.Event(
                    3_000_000_001L,
                    Truth.Event.Kind.TAKE,
                    "7",
                    pear,
                    2,
                    List.of(new PlateId(2, 5, 3)),
                    new Vec3(1.25, -0.5, 1.001))),
            List.of(
                new Truth.Deed(
                    2_000_000_000L, Truth.Deed.Kind.ENTER, "7", null, null, 0, List.of(), null),
                new Truth.Deed(
                    4_000_000_000L,
                    Truth.Deed.Kind.HAND_OVER,
                    "7",
                    "8",
                    pear,
                    1,
                    List.of(),
                    new Vec3(0, 0, 1))),
            new Truth.Origin("hand-over", -3L, List.of("plate 1/2/3 is dead")));
    Path file = dir.resolve("truth.json");
    truth.write(file);
    assertThat(Truth.read(file)).isEqualTo(truth);
    assertThat(Files.readString(file)).contains("\"hand-over\"", "\"to\" : \"8\"");
  }

  @Test
  void givenAPlaceOrTimeAtFault_whenRead_thenTheFieldIsNamed() {
    String event = "{\"receipts\":[],\"events\":[{\"kind\":\"touch\",\"target_id\":\"7\",";
    assertThatThrownBy(() -> read(event + "\"t\":1,\"x\":1}]}"))
        .hasMessageContaining("events[0].y is missing");
    assertThatThrownBy(() -> read(event + "\"t\":\"noon\"}]}"))
        .hasMessageContaining("events[0].t: expected epoch seconds");
    assertThatThrownBy(() -> read("{\"receipts\":[],\"seed\":\"one\"}"))
        .hasMessageContaining("seed: expected a whole number");
  }

  private Truth read(String json) throws IOException {
    return Truth.read(Files.writeString(dir.resolve("truth.json"), json));
  }
}
