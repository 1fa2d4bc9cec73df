package io.walkout.node.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.mot.SequenceBoxes;
import io.walkout.ingest.mot.SequenceCamera;
import io.walkout.ingest.mot.SequenceFolder;
import io.walkout.node.SharedFolder;
import io.walkout.node.score.tracking.Tracking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the floor tracker reaches on public boxes, as it comes. */
class FloorSequencesTest {
  @Test
  void threePeopleInARoomAreFollowedToSixCentimetres() throws IOException {
    Tracking t = figures("CMC1", "fairmot");
    assertThat(100 * t.hota()).isGreaterThanOrEqualTo(93.2);
    assertThat(100 * t.idf1()).isGreaterThanOrEqualTo(99.5);
    assertThat(t.medianErrorMetres()).isLessThanOrEqualTo(0.065);
  }

  @Test
  void tenPeopleInARoomKeepTheirIdentities() throws IOException {
    Tracking t = figures("CMC2", "fairmot");
    assertThat(100 * t.hota()).isGreaterThanOrEqualTo(84);
    assertThat(100 * t.idf1()).isGreaterThanOrEqualTo(93);
    assertThat(t.medianErrorMetres()).isLessThanOrEqualTo(0.1);
  }

  private static Tracking figures(String name, String detector) throws IOException {
    Path folder = SharedFolder.find("tracking/" + name);
    SequenceFolder sequence = SequenceFolder.read(folder);
    List<SequenceBoxes> boxes = new ArrayList<>();
    for (SequenceCamera camera : sequence.cameras()) {
      boxes.add(sequence.boxes(detector, camera, true));
    }
    FloorTruth.Judge judge = FloorTruth.read(folder.resolve("gt-ground.txt")).judge();
    new FloorRun(sequence, boxes).each(judge::found);
    return judge.verdict();
  }
}
