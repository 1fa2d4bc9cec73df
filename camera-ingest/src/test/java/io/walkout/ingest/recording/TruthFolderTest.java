package io.walkout.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TruthFolderTest {
  private static final ProductCode PEAR = new ProductCode("00042");
  private static final PlateId FACING = new PlateId(1, 2, 3);

  @TempDir Path recording;

  @BeforeEach
  void threeFramesOfTwoPeople() throws IOException {
    try (TruthTracksWriter writer = new TruthTracksWriter(recording, 1_000, 10)) {
      writer.row(1, 1, 0.5, -0.0126);
      writer.row(3, 1, 0.75, 12);
      writer.row(3, 2, -2.0004, 3);
      writer.finish(
          4,
          List.of(
              new TruthPerson(1, "17", "card, \"gold\"", "card, \"gold\"", 1_000L, null),
              new TruthPerson(2, "18", "18", null, 5L, 6L)));
    }
  }

  @Test
  void givenWrittenTracks_whenRead_thenEachFrameHasItsPeople() throws IOException {
    TruthTracks tracks = TruthTracks.read(recording).orElseThrow();
    assertThat(tracks.frames()).isEqualTo(4);
    assertThat(tracks.nanos(3)).isEqualTo(200_001_000);
    assertThat(tracks.endRow(1) - tracks.firstRow(1)).isEqualTo(1);
    assertThat(tracks.endRow(2) - tracks.firstRow(2)).isZero();
    assertThat(tracks.endRow(3) - tracks.firstRow(3)).isEqualTo(2);
    assertThat(tracks.endRow(4) - tracks.firstRow(4)).isZero();
    int row = tracks.firstRow(3) + 1;
    assertThat(tracks.id(row)).isEqualTo(2);
    assertThat(tracks.x(row)).isEqualTo(-2);
    assertThat(tracks.y(0)).isEqualTo(-0.013);
    assertThat(tracks.people().getFirst().party()).isEqualTo("card, \"gold\"");
    assertThat(tracks.people().getFirst().leftNanos()).isNull();
    assertThat(tracks.people().getLast().credential()).isNull();
  }

  @Test
  void givenNoTruthFolder_whenRead_thenThereIsNone() throws IOException {
    assertThat(TruthTracks.read(recording.resolve("nowhere"))).isEmpty();
    assertThat(StockHistory.read(recording)).isEmpty();
  }

  @Test
  void givenTracksThatWereNeverFinished_whenRead_thenThereAreNone() throws IOException {
    Path cut = Files.createDirectory(recording.resolve("cut.rec"));
    try (TruthTracksWriter writer = new TruthTracksWriter(cut, 0, 10)) {
      writer.row(1, 1, 0, 0);
    }
    assertThat(TruthTracks.read(cut)).isEmpty();
  }

  @Test
  void givenLinesAtFault_whenRead_thenFileAndLineAreNamed() throws IOException {
    for (String bad : List.of("2,1,x,4", "5,1,0,0", "1,1", "1,1,NaN,0", "0,1,0,0")) {
      Files.writeString(recording.resolve("truth/floor.txt"), "1,1,0,0\n" + bad + "\n");
      assertThatThrownBy(() -> TruthTracks.read(recording))
          .as(bad)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("floor.txt, line 2");
    }
    Files.writeString(recording.resolve("truth/floor.txt"), "3,1,0,0\n3,2,0,0\n3,1,0,0\n");
    assertThatThrownBy(() -> TruthTracks.read(recording)).hasMessageContaining("line 3");
    Files.writeString(recording.resolve("truth/floor.json"), "{\"framesPerSecond\": 0}");
    assertThatThrownBy(() -> TruthTracks.read(recording))
        .hasMessageContaining("floor.json: framesPerSecond");
  }

  @Test
  void givenPeopleAtFault_whenRead_thenLineAndColumnAreNamed() throws IOException {
    Path people = recording.resolve("truth/people.csv");
    String header = "id,target_id,party,credential,entered_nanos,left_nanos\n";
    Files.writeString(people, header + "1,a,a,,,\n1,b,b,,,\n");
    assertThatThrownBy(() -> TruthTracks.read(recording))
        .hasMessageContaining("people.csv, line 3: id: 1 occurs twice");
    Files.writeString(people, header + "1,a,a,,noon,\n");
    assertThatThrownBy(() -> TruthTracks.read(recording))
        .hasMessageContaining("line 2: entered_nanos: expected a whole number");
    Files.writeString(people, "id,name\n");
    assertThatThrownBy(() -> TruthTracks.read(recording)).hasMessageContaining("line 1: expected");
  }

  @Test
  void givenStockThatChanges_whenAsked_thenEachMomentHasItsOwn() throws IOException {
    StockHistory written =
        new StockHistory(
            List.of(
                new StockHistory.Level(10, FACING, PEAR, 5),
                new StockHistory.Level(20, FACING, PEAR, 3),
                new StockHistory.Level(25, new PlateId(1, 3, 1), PEAR, 1)));
    written.write(recording);
    StockHistory stock = StockHistory.read(recording).orElseThrow();
    assertThat(stock).isEqualTo(written);
    assertThat(stock.units(FACING, PEAR, 9)).isZero();
    assertThat(stock.units(FACING, PEAR, 19)).isEqualTo(5);
    assertThat(stock.units(FACING, PEAR, 20)).isEqualTo(3);
    assertThat(stock.total(30)).containsEntry(PEAR, 4);
  }

  @Test
  void givenStockAtFault_whenRead_thenLineAndColumnAreNamed() throws IOException {
    Path file = recording.resolve("truth/stock.csv");
    String header = "capture_nanos,gondola,shelf,first_plate,barcode,units\n";
    Files.writeString(file, header + "5,1,1,1,a,2\n4,1,1,1,a,2\n");
    assertThatThrownBy(() -> StockHistory.read(recording))
        .hasMessageContaining("stock.csv, line 3: capture_nanos");
    Files.writeString(file, header + "5,1,1,1,a,-1\n");
    assertThatThrownBy(() -> StockHistory.read(recording))
        .hasMessageContaining("line 2: units: expected a whole number from 0, found '-1'");
    Files.writeString(file, header + "5,1,1\n");
    assertThatThrownBy(() -> StockHistory.read(recording)).hasMessageContaining("6 columns");
  }
}
