package io.walkout.node.cli;

import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout track ... --out tracks.txt}: tracks alone, without a store. What is followed is
 * told by one of several forms, each a class of its own with its own options.
 */
@Command(
    name = "track",
    description = {
      "Follow people; no look-ahead: what is written for a picture never changes later.",
      "The last line is the tracker's own speed."
    })
public final class TrackCommand extends Verbose implements Callable<Integer> {
  /** What is followed: exactly one of these. */
  static final class Form {
    @ArgGroup(exclusive = false, heading = "One camera, from a detector's boxes:%n")
    @Nullable TrackDetections detections;

    @ArgGroup(exclusive = false, heading = "One camera, from its pictures:%n")
    @Nullable TrackVideos videos;

    @ArgGroup(exclusive = false, heading = "Several cameras on the floor plan:%n")
    @Nullable TrackFloor floor;

    TrackForm chosen() {
      if (videos != null) {
        return videos;
      }
      if (detections != null) {
        return detections;
      }
      if (floor != null) {
        return floor;
      }
      throw new IllegalStateException("one of the forms is required");
    }
  }

  /** One way to say what is followed. */
  interface TrackForm {
    /** A picture in a quarter of an hour; nobody can be followed at that, but times stay sound. */
    double LEAST_FPS = 0.001;

    /** Faster than any camera; boxes may be of a simulation. */
    double MOST_FPS = 100_000;

    /**
     * Follows, and writes the file.
     *
     * @param out where the tracks go
     * @param detector whose boxes, if that was said
     * @param fps pictures a second, if that was said
     * @return what was done, with a JSON name for each field
     */
    TrackReport track(Path out, @Nullable String detector, @Nullable Double fps) throws IOException;

    /** Refuses a number of pictures a second that no camera has. */
    static void expectRate(@Nullable Double fps) {
      if (fps != null && !(fps >= LEAST_FPS && fps <= MOST_FPS)) {
        throw new UserError(
            "--fps: expected %s to %.0f, found %s".formatted(LEAST_FPS, MOST_FPS, fps));
      }
    }
  }

  @ArgGroup(multiplicity = "1")
  private Form form = new Form();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "tracks.txt",
      description = "Where the tracks go.")
  private Path out;

  @Option(
      names = "--detector",
      paramLabel = "D",
      description = {
        "Of a video: who finds people; motion (default, needs no net), nanodet, or FAMILY:FILE with",
        "an ONNX net of the family nanodet, yolox or detr. Of a folder with --floor: whose boxes,",
        "the NAME of det-NAME-CAMERA.txt."
      })
  private @Nullable String detector;

  @Option(
      names = "--fps",
      paramLabel = "F",
      description = {
        "Pictures a second: of --detections, which need it; of a video whose own times say",
        "something else than it was filmed at."
      })
  private @Nullable Double fps;

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public TrackCommand() {}

  @Override
  public Integer call() throws IOException {
    TrackReport report = form.chosen().track(out, detector, fps);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.pretty(report));
    } else {
      report.print(print);
    }
    print.flush();
    return 0;
  }
}
