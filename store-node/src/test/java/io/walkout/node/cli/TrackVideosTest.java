package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code track VIDEO} names what is wrong with pictures, and finds nobody in those. */
class TrackVideosTest {
  @TempDir private Path scratch;

  @Test
  void aSoundVideoHasNoFaults() throws IOException {
    Path video = Pictures.video(scratch.resolve("a.mp4"), 40, i -> Pictures.noise(320, 180, i));
    assertThat(report(video).path("faults")).isEmpty();
  }

  @Test
  void blackPicturesAreNamedWithTheirFrames() throws IOException {
    Path video =
        Pictures.video(
            scratch.resolve("a.mp4"),
            60,
            i -> i >= 30 && i < 50 ? Pictures.black(320, 180) : Pictures.noise(320, 180, i));
    JsonNode fault = report(video).path("faults").path(0);
    assertThat(fault.path("fault").asText()).isEqualTo("BLACK");
    assertThat(fault.path("video").asText()).isEqualTo("a.mp4");
    assertThat(fault.path("pictures").asInt()).isEqualTo(20);
    assertThat(fault.path("firstFrame").asInt()).isEqualTo(31);
    assertThat(fault.path("lastFrame").asInt()).isEqualTo(50);
    Ran told = Ran.walkout("track", video, "--out", scratch.resolve("t.txt"));
    assertThat(told.out()).contains("a.mp4: BLACK in 20 pictures, frames 31 to 50");
  }

  @Test
  void aFrozenVideoIsNamedAfterTwoSeconds() throws IOException {
    Path video =
        Pictures.video(
            scratch.resolve("a.mp4"), 90, i -> Pictures.noise(320, 180, Math.min(i, 30)));
    JsonNode fault = report(video).path("faults").path(0);
    assertThat(fault.path("fault").asText()).isEqualTo("FROZEN");
    assertThat(fault.path("firstFrame").asInt()).isBetween(50, 75);
    assertThat(fault.path("lastFrame").asInt()).isEqualTo(90);
  }

  @Test
  void picturesThatChangeTheirShapeAreRefusedAndNamed() throws IOException {
    Path video =
        Pictures.video(
            scratch.resolve("a.mp4"),
            60,
            i -> i < 30 ? Pictures.noise(320, 180, i) : Pictures.noise(240, 240, i));
    JsonNode fault = report(video).path("faults").path(0);
    assertThat(fault.path("fault").asText()).isEqualTo("RESIZED");
    assertThat(fault.path("pictures").asInt()).isEqualTo(30);
    assertThat(Files.readAllLines(scratch.resolve("t.txt")))
        .noneMatch(row -> Integer.parseInt(row.substring(0, row.indexOf(','))) > 30);
  }

  private JsonNode report(Path video) throws IOException {
    Ran ran = Ran.walkout("track", video, "--out", scratch.resolve("t.txt"), "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }
}
