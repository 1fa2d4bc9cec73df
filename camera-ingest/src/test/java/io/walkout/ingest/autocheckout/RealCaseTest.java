package io.walkout.ingest.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The importer on a real recording, where it is at hand. */
final class RealCaseTest {
  @TempDir Path dir;

  @Test
  void givenARealCase_whenImported_thenPlatesVideosAndTruthAreAllThere() throws IOException {
    Path source = SharedFiles.directory("recordings/cps-test-01");
    ImportReport report = AutoCheckoutImport.run(source, dir.resolve("case.rec"));

    Recording recording = Recording.open(dir.resolve("case.rec"));
    Store store = recording.store();
    assertThat(store.layout().plateCount()).isEqualTo(306);
    assertThat(store.planogram().facings()).hasSize(121);
    assertThat(store.catalogue().products()).hasSize(391);
    assertThat(recording.truth().orElseThrow().receipts()).hasSize(1);
    assertThat(recording.truth().orElseThrow().events()).hasSize(2);
    assertThat(recording.videos())
        .extracting(video -> video.camera().value())
        .containsExactly("cam-1", "cam-3", "cam-5", "cam-7");
    for (VideoStream video : recording.videos()) {
      assertThat(video.captureNanos()).hasSizeBetween(338, 339);
    }
    assertThat(EventTime.secondsBetween(recording.startNanos(), recording.endNanos()))
        .isBetween(33.0, 35.0);
    assertThat(liveSamples(recording)).isGreaterThan(300L * 33 * 60);
    assertThat(recording.problems()).isEmpty();
    assertThat(report.count("channels that are no plate")).isPositive();
    assertThat(report.notes()).anyMatch(note -> note.contains("calibration-fitted"));
    assertThat(store.layout().plate(new PlateId(2, 5, 3))).isPresent();
  }

  private static long liveSamples(Recording recording) throws IOException {
    long live = 0;
    StoreEvent slot = new StoreEvent();
    for (EventSource source : recording.sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          source.read(slot);
          for (int i = 0; i < slot.plates.length(); i++) {
            live += Float.isNaN(slot.plates.grams[i]) ? 0 : 1;
          }
        }
      }
    }
    return live;
  }
}
