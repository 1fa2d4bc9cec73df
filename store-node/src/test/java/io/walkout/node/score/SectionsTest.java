package io.walkout.node.score;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.walkout.ingest.recording.TruthPerson;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.ingest.recording.TruthTracksWriter;
import io.walkout.node.score.tracking.Tracking;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a score tells beside the competition's rule. */
class SectionsTest {
  @TempDir private Path scratch;

  @Test
  void aTruthOfReceiptsAloneIsScoredAndWhatItLacksIsSaid() throws IOException {
    Score score = new Cases().owes("p", "a").receipt("p", "a").score(scratch);
    assertThat(score.f1()).isEqualTo(1);
    assertThat(score.tracking()).isNull();
    assertThat(score.parties()).isNull();
    assertThat(score.absent())
        .containsExactly(
            "parties: the truth names none",
            "times of mistakes, delays: the run left no events.jsonl",
            "tracking: the recording has no truth/floor.txt");
  }

  @Test
  void whatOneOfAPartyTookOnTheOthersReceiptIsRightForTheAccount() throws IOException {
    Score score =
        new Cases()
            .party("p", "card", "a")
            .party("q", "card")
            .receipt("p")
            .receipt("q", "a")
            .score(scratch);
    assertThat(score.f1()).isZero();
    PartyScore parties = requireNonNull(score.parties());
    assertThat(parties.f1()).isEqualTo(1);
    assertThat(parties.exactReceipts()).isEqualTo(1);
    assertThat(parties.parties()).isEqualTo(1);
    JudgedLine line = score.judgedLines().getFirst();
    assertThat(line.right()).isFalse();
    assertThat(line.holdsForAccount()).isTrue();
    assertThat(score.calibration().bins().getFirst().right()).isEqualTo(1);
  }

  @Test
  void whatAPartyHasOneTooManyOfIsWrongOnItsLeastCertainLine() throws IOException {
    Score score =
        new Cases()
            .party("p", "card", "a")
            .party("q", "card")
            .receipt("p", List.of(new Score.Line("a", 1, true, 0.85)))
            .receipt("q", List.of(new Score.Line("a", 1, true, 0.95)))
            .score(scratch);
    assertThat(score.judgedLines().stream().map(JudgedLine::right)).containsExactly(true, false);
    assertThat(score.judgedLines().stream().map(JudgedLine::holdsForAccount))
        .containsExactly(false, true);
  }

  @Test
  void whoPaysForThemselvesIsAnAccountOfTheirOwn() throws IOException {
    Score score = new Cases().owes("p", "a").owes("q").receipt("q", "a").score(scratch);
    assertThat(score.judgedLines().getFirst().holdsForAccount()).isFalse();
  }

  @Test
  void ofSeveralLinesOfOneProductTheSurestIsHeldToBeRight() throws IOException {
    Score score =
        new Cases()
            .owes("p", "a", "a")
            .receipt(
                "p",
                List.of(
                    new Score.Line("a", 1, false, 0.4),
                    new Score.Line("a", 2, true, 0.95),
                    new Score.Line("b", 1, false, null)))
            .score(scratch);
    assertThat(score.judgedLines().stream().map(JudgedLine::right))
        .containsExactly(false, true, false);
    assertThat(score.judgedLines().stream().map(JudgedLine::tooMany)).containsExactly(1, 0, 1);
    assertThat(score.judgedLines().getLast().line()).isEqualTo(3);
  }

  @Test
  void aLineOfTooFewIsNotRight() throws IOException {
    Score score = new Cases().owes("p", "a", "a").receipt("p", "a").score(scratch);
    assertThat(score.judgedLines().getFirst().right()).isFalse();
    assertThat(score.judgedLines().getFirst().tooMany()).isZero();
  }

  @Test
  void calibrationIsHowFarCertaintyIsFromTheShareThatIsRight() {
    List<JudgedLine> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lines.add(line(0.92, i < 7));
    }
    lines.add(line(0.5, true));
    lines.add(new JudgedLine("v", 1, "p", "a", 1, true, null, true, 0));
    Calibration calibration = Calibration.of(lines);
    assertThat(calibration.lines()).isEqualTo(11);
    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.bins().getLast().right()).isEqualTo(0.7, within(1e-12));
    assertThat(calibration.expectedCalibrationError())
        .isEqualTo((10 * 0.22 + 1 * 0.5) / 11, within(1e-9));
    assertThat(Calibration.of(List.of()).expectedCalibrationError()).isNaN();
  }

  @Test
  void delaysAreToldByRank() {
    ReceiptDelay delay = ReceiptDelay.of(List.of(4.0, 1.0, 3.0, 2.0));
    assertThat(delay.minSeconds()).isEqualTo(1);
    assertThat(delay.medianSeconds()).isEqualTo(2);
    assertThat(delay.p95Seconds()).isEqualTo(4);
    assertThat(ReceiptDelay.of(List.of()).maxSeconds()).isNaN();
  }

  @Test
  void visitsWithoutNamesAreThePeopleWithWhomTheyWalked() throws IOException {
    // Two people cross; the first visit goes with person 2 all the way, and 1 was seen late.
    try (TruthTracksWriter writer = new TruthTracksWriter(scratch, 0, 10)) {
      for (int frame = 1; frame <= 100; frame++) {
        writer.row(frame, 1, frame * 0.1, 0);
        writer.row(frame, 2, 10 - frame * 0.1, 0.3);
      }
      writer.finish(
          100,
          List.of(
              new TruthPerson(1, "one", "one", null, 0L, null),
              new TruthPerson(2, "two", "two", null, 0L, null)));
    }
    List<String> log = new ArrayList<>();
    for (int frame = 1; frame <= 100; frame += 3) {
      log.add(position("x", frame, 10 - frame * 0.1 + 0.1, 0.3));
      if (frame > 40) {
        log.add(position("y", frame, frame * 0.1, 0.1));
      }
      log.add(position("ghost", frame, -5, -5));
    }
    RunLog run = RunLog.read(Files.write(scratch.resolve("events.jsonl"), log));
    TruthTracks tracks = TruthTracks.read(scratch).orElseThrow();
    List<Score.Visit> visits = List.of(visit("x", "b"), visit("y", "a"), visit("ghost", "b"));
    Score score =
        new Scorer(Cases.STORE, new Cases().owes("one", "a").owes("two", "b").truth(), run, tracks)
            .score(visits);
    assertThat(score.matchedBy()).isEqualTo("where they stood, all the time, 1 visits fit nobody");
    assertThat(score.truePositives()).isEqualTo(2);
    assertThat(score.extra()).containsOnlyKeys("visit ghost");
    Tracking tracking = requireNonNull(score.tracking());
    assertThat(tracking.found()).isBetween(0.75, 0.82);
    assertThat(tracking.medianErrorMetres()).isCloseTo(0.1, within(0.02));
    assertThat(tracking.identitySwitches()).isZero();
  }

  @Test
  void aLogAtFaultIsRefusedWithItsLine() throws IOException {
    Path file = Files.writeString(scratch.resolve("events.jsonl"), "{}\n{\"type\":\n");
    assertThatThrownBy(() -> RunLog.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("events.jsonl, line 2");
  }

  private static Score.Visit visit(String id, String product) {
    return new Score.Visit(id, null, 0, 1, 0, List.of(new Score.Line(product, 1, true, 0.9)));
  }

  private static String position(String visit, int frame, double x, double y) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"position\",\"at\":\"%s\",\"visitId\":\"%s\",\"x\":%.3f,\"y\":%.3f}",
        EventTime.iso((frame - 1) * 100_000_000L),
        visit,
        x,
        y);
  }

  private static JudgedLine line(double certainty, boolean right) {
    return new JudgedLine("v", 1, "p", "a", 1, true, certainty, right, 0);
  }
}
