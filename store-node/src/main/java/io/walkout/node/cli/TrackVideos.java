package io.walkout.node.cli;

import io.walkout.ingest.mot.MotTracksWriter;
import io.walkout.ingest.video.VideoPictures;
import io.walkout.node.pipeline.VideoTracks;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code VIDEO... [--detector D]}: one camera, from its pictures; no calibration is needed. */
final class TrackVideos implements TrackCommand.TrackForm {
  @Parameters(
      arity = "1..*",
      paramLabel = "VIDEO",
      description = {
        "A video file. Of several, each is followed by itself, and --out is a directory that gets",
        "one file for each, named after it."
      })
  private List<Path> videos = new ArrayList<>();

  @Option(
      names = "--attention",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "Search only as many pictures as what is in them asks for (default: off, every picture is"
              + " searched).")
  private OnOff attention = OnOff.OFF;

  private @Nullable Double fps;
  private final List<TrackReport.Fault> faults = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String detector = "motion";
  private long spentNanos;
  private int frames;
  private long tracks;
  private long rows;

  /** For picocli. */
  TrackVideos() {}

  @Override
  public TrackReport track(Path out, @Nullable String choice, @Nullable Double rate)
      throws IOException {
    detector = choice == null ? "motion" : choice;
    fps = rate;
    TrackCommand.TrackForm.expectRate(rate);
    if (videos.size() > 1) {
      if (Files.exists(out) && !Files.isDirectory(out)) {
        throw new UserError(
            "--out " + out + ": is a file; with several videos a directory is expected");
      }
      Files.createDirectories(out);
    }
    Set<String> names = new LinkedHashSet<>();
    for (Path video : videos) {
      if (!names.add(textName(video))) {
        throw new UserError(
            video
                + ": another video of that name was given; their tracks would"
                + " go to one file");
      }
    }
    List<Path> reads = new ArrayList<>(videos);
    netFile().ifPresent(reads::add);
    for (Path video : videos) {
      OutputFile.expect("--out", target(out, video), reads);
    }
    for (Path video : videos) {
      follow(video, target(out, video));
    }
    return new TrackReport(
        out.toString(),
        frames,
        tracks,
        rows,
        faults,
        notes,
        frames * 1e9 / Math.max(1, spentNanos));
  }

  private Path target(Path out, Path video) {
    return videos.size() > 1 ? out.resolve(textName(video)) : out;
  }

  /** The file of {@code FAMILY:FILE}. */
  private Optional<Path> netFile() {
    int colon = detector.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(Path.of(detector.substring(colon + 1)));
  }

  private static String textName(Path video) {
    String name = String.valueOf(video.getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ".txt";
  }

  private void follow(Path video, Path out) throws IOException {
    try (VideoPictures pictures = new VideoPictures(video);
        VideoTracks following =
            VideoTracks.open(
                detector, attention == OnOff.ON, pictures.width(), pictures.height())) {
      String name = String.valueOf(video.getFileName());
      PictureFaults seen = new PictureFaults();
      OutputFile.write(
          out,
          file -> {
            try (MotTracksWriter writer = new MotTracksWriter(file)) {
              follow(pictures, following, seen, writer);
            }
          });
      tracks += following.tracks();
      seen.addTo(faults, name);
      pictures.problem().ifPresent(notes::add);
      following.notes().forEach(note -> notes.add(name + ": " + note));
    }
  }

  private void follow(
      VideoPictures pictures, VideoTracks following, PictureFaults seen, MotTracksWriter writer)
      throws IOException {
    while (pictures.next()) {
      int frame = (int) pictures.index() + 1;
      long begun = System.nanoTime();
      following.next(pictures.bgr(), pictures.width(), pictures.height(), nanos(pictures));
      spentNanos += System.nanoTime() - begun;
      seen.note(following.fault(), frame);
      write(following, frame, writer);
      frames++;
    }
  }

  /** When a picture was taken: by its place in the file where the rate was said. */
  private long nanos(VideoPictures pictures) {
    return fps == null ? pictures.nanos() : Math.round(pictures.index() * 1e9 / fps);
  }

  private void write(VideoTracks following, int frame, MotTracksWriter writer) throws IOException {
    for (int i = 0; i < following.count(); i++) {
      writer.write(
          frame,
          following.number(i),
          following.box(i, 0),
          following.box(i, 1),
          following.box(i, 2),
          following.box(i, 3),
          following.score(i));
      rows++;
    }
  }
}
