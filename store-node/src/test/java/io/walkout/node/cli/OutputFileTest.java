package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command writes is never what it reads, and is whole or not there. */
class OutputFileTest {
  private static final String BOXES = "1,-1,10,10,40,100,0.9\n2,-1,12,10,40,100,0.9\n";

  @TempDir private Path scratch;

  @Test
  void tracksAreNotWrittenOverTheBoxesTheyComeFrom() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("det.txt"), BOXES);
    Ran ran = Ran.trackDetections(boxes, boxes);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.complaints())
        .containsExactly(
            "walkout: --out %s: would overwrite %s, which is read; give another"
                .formatted(boxes, boxes));
    assertThat(boxes).hasContent(BOXES);
  }

  @Test
  void linksAndOtherSpellingsOfTheSameFileAreSeenThrough() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("det.txt"), BOXES);
    Path soft = Files.createSymbolicLink(scratch.resolve("soft.txt"), boxes);
    Path hard = Files.createLink(scratch.resolve("hard.txt"), boxes);
    Path dotted = scratch.resolve("x").resolve("..").resolve("det.txt");
    Files.createDirectory(scratch.resolve("x"));
    for (Path out : List.of(soft, hard, dotted)) {
      assertThat(Ran.trackDetections(boxes, out).exit()).as("%s", out).isEqualTo(2);
      assertThat(Ran.trackDetections(out, boxes).exit()).as("%s", out).isEqualTo(2);
    }
    assertThat(boxes).hasContent(BOXES);
  }

  @Test
  void theFileBesideThatIsWrittenFirstIsNoneThatIsReadEither() throws IOException {
    Path boxes = Files.writeString(scratch.resolve("tracks.txt.part"), BOXES);
    assertThat(Ran.trackDetections(boxes, scratch.resolve("tracks.txt")).exit()).isEqualTo(2);
    assertThat(boxes).hasContent(BOXES);
  }

  @Test
  void aVideoIsNotWrittenOver() throws IOException {
    Path video = Pictures.video(scratch.resolve("a.mp4"), 5, i -> Pictures.noise(64, 48, i));
    byte[] before = Files.readAllBytes(video);
    assertThat(Ran.walkout("track", video, "--out", video).exit()).isEqualTo(2);
    assertThat(video).hasBinaryContent(before);
  }

  @Test
  void aSequencesOwnFilesAreNotWrittenOver() throws IOException {
    Files.writeString(
        scratch.resolve("seq.json"), "{\"fps\": 4, \"frames\": 2, \"truth\": \"gt.txt\"}");
    Files.writeString(
        scratch.resolve("calibration.json"),
        """
        {"image": [64, 48], "model": "projective", "cameras":
          [{"name": "C1", "P": [[10, 0, 32, 0], [0, 10, 24, 0], [0, 0, 1, 5]]}]}
        """);
    Path truth = Files.writeString(scratch.resolve("gt.txt"), "1,1,1,1\n");
    Path boxes = Files.writeString(scratch.resolve("det-d-C1.txt"), BOXES);
    for (Path out : List.of(truth, boxes, scratch.resolve("seq.json"))) {
      Ran ran = Ran.walkout("track", "--floor", scratch, "--detector", "d", "--out", out);
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("would overwrite");
    }
    assertThat(boxes).hasContent(BOXES);
  }

  @Test
  void aPageIsNotWrittenOverItsPictureNorAPlanOverItsStore() throws IOException {
    Path picture = Pictures.png(scratch.resolve("fr.png"), 64, 48);
    byte[] before = Files.readAllBytes(picture);
    assertThat(Ran.walkout("calibrate", "page", picture, "--out", picture).exit()).isEqualTo(2);
    assertThat(picture).hasBinaryContent(before);
    Path store = Pictures.store(scratch);
    for (String name : List.of("store.yaml", "catalogue.csv", "planogram.csv")) {
      Path part = scratch.resolve(name);
      String text = Files.readString(part);
      assertThat(Ran.walkout("check", store, "--svg", part).exit()).as(name).isEqualTo(2);
      assertThat(part).hasContent(text);
    }
  }

  @Test
  void whatWasThereStaysWhenTheRunFails() throws IOException {
    Path out = Files.writeString(scratch.resolve("out.txt"), "mine");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    out,
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage(out + ": can't be written (No space left on device)");
    assertThat(out).hasContent("mine");
    assertThat(scratch).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(scratch.resolve("file.txt"), "old");
    Path link = Files.createSymbolicLink(scratch.resolve("link.txt"), file);
    OutputFile.write(link, to -> Files.writeString(to, "new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aFullDiskIsToldWithTheFilesName() throws IOException {
    Path full = Path.of("/dev/full");
    if (!Files.exists(full)) {
      Assumptions.abort("no /dev/full here");
    }
    StringBuilder rows = new StringBuilder();
    for (int frame = 1; frame <= 50; frame++) {
      rows.append(frame).append(",-1,10,10,40,100,0.9\n");
    }
    Path boxes = Files.writeString(scratch.resolve("det.txt"), rows);
    Ran ran = Ran.trackDetections(boxes, full);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.complaints()).singleElement().asString().contains("/dev/full: can't be written");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(scratch.resolve("file"), "mine");
    Path boxes = Files.writeString(scratch.resolve("det.txt"), BOXES);
    Ran ran = Ran.trackDetections(boxes, file.resolve("tracks.txt"));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.complaints()).singleElement().asString().contains("file, not a folder");
  }
}
