package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.autocheckout.AutoCheckoutImport;
import io.walkout.ingest.journal.Journal;
import io.walkout.ingest.journal.JournalSource;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.node.SharedFolder;
import io.walkout.node.report.Progress;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.people.People;
import io.walkout.store.people.PersonEvent;
import io.walkout.tracker.person.PersonTracker;
import io.walkout.tracker.person.PersonTrackerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a real man's hands are when he takes something, from four cameras and a pose net. Skipped
 * where the recording or the net is not at hand.
 */
class RealHandsTest {
  private static final String POSES = "movenet-thunder";

  /** How far a packet or a bottle reaches above the plate it stands on, metres. */
  private static final double FACING_METRES = 0.25;

  /** A picture every 0.1 s and a take known to 0.1 s. */
  private static final long AROUND = 150 * EventTime.MILLI;

  @TempDir private Path scratch;
  private Path recording;

  @BeforeEach
  void findRecordingAndNet() throws IOException {
    Path found = SharedFolder.find("recordings/cps-test-01");
    assumeInstalled(POSES);
    recording = scratch.resolve("real.rec");
    AutoCheckoutImport.run(found, recording);
  }

  private static void assumeInstalled(String net) {
    boolean installed = Files.exists(ModelsFolder.user().folderOf(Catalogue.load().net(net)));
    Assumptions.assumeTrue(
        installed, () -> "skipped: " + net + " is not installed (walkout models pull " + net + ")");
  }

  @Test
  void byMotionAndPoses_theManIsOnePersonAndHisWristIsAtTheFacingAtBothTakes() throws IOException {
    Path out = replay("motion", 2);

    Told told = told(out);

    assertThat(told.identities()).isEqualTo(1);
    assertThat(told.wristMetres()).hasSize(2).allSatisfy(m -> assertThat(m).isLessThan(0.3));
    Path alone = replay("motion", 1);
    assertSameDecisions(alone, out);
    Path again = scratch.resolve("from-journal");
    Replay.run(
        ReplayInput.open(out.resolve("journal")), again, Replay.Options.DEFAULT, Progress.NONE);
    assertSameDecisions(again, out);
  }

  @Test
  void byANetThatFindsPeopleTwiceASecond_theSame() throws IOException {
    assumeInstalled("nanodet");
    Path out = replay("nanodet", 2);

    Told told = told(out);

    assertThat(told.identities()).isEqualTo(1);
    assertThat(told.wristMetres()).hasSize(2).allSatisfy(m -> assertThat(m).isLessThan(0.3));
    Path again = scratch.resolve("from-journal");
    Replay.run(
        ReplayInput.open(out.resolve("journal")), again, Replay.Options.DEFAULT, Progress.NONE);
    assertSameDecisions(again, out);
  }

  @Test
  void withPalmsBesideThePoses_hisWristIsStillAtTheFacingAndNothingDependsOnThreads()
      throws IOException {
    assumeInstalled("handdetect");
    Path out = replay("motion", 2, SightChoice.PALMS);

    Told told = told(out);

    assertThat(told.identities()).isEqualTo(1);
    assertThat(told.wristMetres()).hasSize(2).allSatisfy(m -> assertThat(m).isLessThan(0.3));
    assertSameDecisions(replay("motion", 1, SightChoice.PALMS), out);
    Path again = scratch.resolve("from-journal");
    Replay.run(
        ReplayInput.open(out.resolve("journal")), again, Replay.Options.DEFAULT, Progress.NONE);
    assertSameDecisions(again, out);
  }

  private static void assertSameDecisions(Path one, Path other) {
    assertThat(one.resolve("receipts.json")).hasSameBinaryContentAs(other.resolve("receipts.json"));
    assertThat(one.resolve("events.jsonl")).hasSameBinaryContentAs(other.resolve("events.jsonl"));
  }

  private Path replay(String detector, int workers) throws IOException {
    return replay(detector, workers, SightChoice.NONE);
  }

  private Path replay(String detector, int workers, String hands) throws IOException {
    Path out = scratch.resolve(detector + "-" + hands + "-" + workers);
    SightChoice sight = SightChoice.of(List.of(detector), POSES, hands, SightChoice.COLOUR, true);
    Replay.run(
        recording,
        out,
        new Replay.Options(workers, Pacing.MAX, Replay.PeopleFrom.PICTURES, false, sight),
        Progress.NONE);
    System.out.printf("%s, hands %s: %s%n", detector, hands, WristLines.of(out));
    return out;
  }

  private record Told(long identities, List<Double> wristMetres) {}

  /** What the person tracker makes of the journal of a run. */
  private Told told(Path out) throws IOException {
    Journal journal = Journal.open(out.resolve("journal"));
    PersonTracker tracker = new PersonTracker(journal.store(), PersonTrackerSettings.DEFAULT);
    List<Truth.Event> takes = Recording.open(recording).truth().orElseThrow().events();
    double[] nearest = new double[takes.size()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    long appeared = 0;
    StoreEvent slot = new StoreEvent();
    try (JournalSource events = journal.events()) {
      while (events.peekArrivalNanos() != EventSource.ENDED) {
        slot.reset(StoreEvent.Kind.END);
        events.read(slot);
        tracker.onEvent(slot);
        appeared +=
            slot.personEvents.stream().filter(PersonEvent.Appeared.class::isInstance).count();
        for (People moment : slot.people.subList(0, slot.peopleCount)) {
          for (int t = 0; t < nearest.length; t++) {
            if (Math.abs(moment.captureNanos - takes.get(t).captureNanos()) <= AROUND) {
              nearest[t] =
                  Math.min(nearest[t], metres(moment, takes.get(t), journal.store().layout()));
            }
          }
        }
      }
    }
    assertThat(tracker.laterPoses()).as("poses found afterwards and used").isPositive();
    assertThat(tracker.laterPosesUnused()).as("poses found too late").isZero();
    List<Double> metres = new ArrayList<>();
    for (int t = 0; t < nearest.length; t++) {
      metres.add(nearest[t]);
      System.out.printf(
          "take of %s: a wrist %.2f m from its facing%n", takes.get(t).barcode(), nearest[t]);
    }
    return new Told(appeared, metres);
  }

  /** From the nearest known wrist to where the goods of a plate stand. */
  private static double metres(People moment, Truth.Event take, Layout layout) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < moment.count * Joint.COUNT; k++) {
      Joint joint = Joint.ALL.get(k % Joint.COUNT);
      boolean wrist = joint == Joint.LEFT_WRIST || joint == Joint.RIGHT_WRIST;
      if (wrist && Double.isFinite(moment.jointX[k])) {
        for (var plate : take.plates()) {
          OrientedBox box = layout.plate(plate).orElseThrow().box();
          double above = moment.jointZ[k] - box.centre().z();
          double z = moment.jointZ[k] - Math.clamp(above, 0, FACING_METRES);
          Vec3 hand = new Vec3(moment.jointX[k], moment.jointY[k], z);
          nearest = Math.min(nearest, box.distanceTo(hand));
        }
      }
    }
    return nearest;
  }
}
