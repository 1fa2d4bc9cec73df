package io.walkout.node.cli;

import io.walkout.ingest.mot.MotTracksWriter;
import io.walkout.ingest.video.VideoPictures;
import io.walkout.node.pipeline.VideoTracks;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code VIDEO... [--detector D]}: one camera, from its pictures; no calibration is needed. */
final class TrackVideos implements TrackCommand.TrackForm {
  /** Faster than any camera a store has. */
  private static final double MOST_FPS = 1000;

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

  @Option(
      names = "--fps",
      paramLabel = "F",
      description = {
        "Pictures a second that the scene was filmed at, where the file's own times say something",
        "else (default: the file's times)."
      })
  private @Nullable Double fps;

  private final List<String> notes = new ArrayList<>();
  private String detector = "motion";
  private long spentNanos;
  private int frames;
  private long tracks;
  private long rows;

  /** For picocli. */
  TrackVideos() {}

  @Override
  public TrackReport track(Path out, @Nullable String choice) throws IOException {
    detector = choice == null ? "motion" : choice;
    if (fps != null && !(fps > 0 && fps <= MOST_FPS)) {
      throw new UserError("--fps: expected above 0, to " + (int) MOST_FPS + ", found " + fps);
    }
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
    for (Path video : videos) {
      follow(video, videos.size() > 1 ? out.resolve(textName(video)) : out);
    }
    return new TrackReport(
        out.toString(), frames, tracks, rows, notes, frames * 1e9 / Math.max(1, spentNanos));
  }

  private static String textName(Path video) {
    String name = String.valueOf(video.getFileName());
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ".txt";
  }

  private void follow(Path video, Path out) throws IOException {
    try (VideoPictures pictures = new VideoPictures(video);
        VideoTracks following =
            VideoTracks.open(detector, attention == OnOff.ON, pictures.width(), pictures.height());
        MotTracksWriter writer = new MotTracksWriter(out)) {
      long before = tracks;
      while (pictures.next()) {
        long begun = System.nanoTime();
        following.next(pictures.bgr(), nanos(pictures));
        spentNanos += System.nanoTime() - begun;
        write(following, (int) pictures.index() + 1, writer);
        frames++;
      }
      tracks = before + following.tracks();
      pictures.problem().ifPresent(notes::add);
      following.notes().forEach(note -> notes.add(video.getFileName() + ": " + note));
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
