package io.walkout.sim.autocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.ingest.autocheckout.ImportReport;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Simulation;
import io.walkout.store.Facing;
import io.walkout.store.PlateId;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out as an AutoCheckout case comes back from the importer. */
class RoundTripTest {
  private static final Offset<Double> MILLIMETRE = Offset.offset(1e-3);

  @TempDir Path dir;

  private Captured imported(Path rec) throws IOException {
    Captured got = new Captured();
    Recording recording = Recording.open(rec);
    got.store = recording.store();
    StoreEvent slot = new StoreEvent();
    for (EventSource source : recording.sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          slot.reset(StoreEvent.Kind.END);
          source.read(slot);
          if (slot.kind == StoreEvent.Kind.PLATES) {
            got.plates(slot.plates, slot.arrivalNanos);
          } else if (slot.kind == StoreEvent.Kind.POSES) {
            got.poses(slot.poses, slot.captureNanos, slot.arrivalNanos);
          }
        }
      }
    }
    return got;
  }

  @Test
  void platesPosesStoreAndTruthSurviveTheImport() throws IOException {
    Captured sent = new Captured();
    Outcome outcome = Simulation.run("put-back", 3, sent);
    AutoCheckoutCase.write("put-back", 3, dir.resolve("case"), CaseQuirks.NONE.gzipped());
    ImportReport report = AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("x.rec"));
    assertThat(report.problems()).isEmpty();
    Captured got = imported(dir.resolve("x.rec"));

    assertThat(got.blocks).hasSize(sent.blocks.size());
    for (int i = 0; i < sent.blocks.size(); i++) {
      samePlates(sent.blocks.get(i).block(), got.blocks.get(i).block());
    }
    assertThat(got.poses).hasSize(sent.poses.size());
    for (int i = 0; i < sent.poses.size(); i++) {
      samePoses(sent.poses.get(i), got.poses.get(i));
    }
    sameFacings(sent, got);
    // Such a case holds who owes for what, and nothing of parties and doors.
    assertThat(Recording.open(dir.resolve("x.rec")).truth().orElseThrow().receipts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "party", "enteredNanos", "leftNanos")
        .isEqualTo(outcome.truth().receipts());
  }

  private static void samePlates(PlateBlock sent, PlateBlock got) {
    assertThat(got.gondola).isEqualTo(sent.gondola);
    assertThat((double) got.firstNanos).isCloseTo((double) sent.firstNanos, Offset.offset(2e3));
    for (int k = 0; k < sent.samples; k++) {
      for (int s = 0; s < sent.shelves; s++) {
        for (int p = 0; p < sent.plates; p++) {
          assertThat(got.grams[got.index(k, s, p)]).isEqualTo(sent.grams[sent.index(k, s, p)]);
        }
      }
    }
  }

  private static void samePoses(Captured.Poses sent, Captured.Poses got) {
    assertThat((double) got.captureNanos())
        .isCloseTo((double) sent.captureNanos(), Offset.offset(2e3));
    PoseSet a = sent.set();
    PoseSet b = got.set();
    assertThat(b.count).isEqualTo(a.count);
    for (int k = 0; k < a.count * Joint.COUNT; k++) {
      assertThat(Float.isNaN(b.x[k])).isEqualTo(Float.isNaN(a.x[k]));
      if (!Float.isNaN(a.x[k])) {
        assertThat((double) b.x[k]).isCloseTo(a.x[k], MILLIMETRE);
        assertThat((double) b.y[k]).isCloseTo(a.y[k], MILLIMETRE);
        assertThat((double) b.z[k]).isCloseTo(a.z[k], MILLIMETRE);
      }
    }
    for (int i = 0; i < a.count; i++) {
      assertThat(b.targetIds[i]).isEqualTo(a.targetIds[i]);
    }
  }

  private static void sameFacings(Captured sent, Captured got) {
    List<Facing> before = Objects.requireNonNull(sent.store).planogram().facings();
    List<Facing> after = Objects.requireNonNull(got.store).planogram().facings();
    assertThat(after).hasSameSizeAs(before);
    for (int f = 0; f < before.size(); f++) {
      assertThat(after.get(f).product()).isEqualTo(before.get(f).product());
      assertThat(after.get(f).plates()).isEqualTo(before.get(f).plates());
      assertThat(after.get(f).box().centre().distanceTo(before.get(f).box().centre()))
          .isLessThan(1e-3);
    }
    for (var shelf : Objects.requireNonNull(sent.store).layout().shelves()) {
      for (var plate : shelf.plates()) {
        PlateId id = plate.id();
        assertThat(
                Objects.requireNonNull(got.store)
                    .layout()
                    .plate(id)
                    .orElseThrow()
                    .box()
                    .centre()
                    .distanceTo(plate.box().centre()))
            .as("plate %s", id)
            .isLessThan(1e-3);
      }
    }
  }

  @Test
  void awkwardCasesAreImportedAsWell() throws IOException {
    CaseQuirks quirks =
        CaseQuirks.NONE
            .withDeadPlates(0.05)
            .withoutGondola(2)
            .withWrongMasses(0.2, 10)
            .withPoorCatalogue(0.1, 0.2)
            .withPlanogramErrors(0.05)
            .withoutStoreMeta();
    AutoCheckoutCase.write("random", 9, dir.resolve("case"), quirks);
    AutoCheckoutImport.run(dir.resolve("case"), dir.resolve("x.rec"));
    Captured got = imported(dir.resolve("x.rec"));
    assertThat(got.blocks).isNotEmpty().noneMatch(b -> b.block().gondola == 2);
    assertThat(got.poses).isNotEmpty();
  }
}
