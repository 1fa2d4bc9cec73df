package io.walkout.node.cli;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.ingest.video.VideoProbe;
import io.walkout.node.pipeline.CameraCheck;
import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate check X}: whether cameras still hang as they were calibrated. */
@Command(
    name = "check",
    description =
        "Say whether cameras have been moved or covered, or have frozen, in a recording or video;"
            + " exit code 1 if anything is wrong with one.")
public final class CalibrateCheck extends Verbose implements Callable<Integer> {
  @Parameters(paramLabel = "X", description = "A recording, or a video of one camera.")
  private Path input;

  @Option(
      names = "--store",
      paramLabel = "STORE.yaml",
      description = "The store file with the calibrations (default: the recording's own).")
  private @Nullable Path store;

  @Option(names = "--camera", paramLabel = "NAME", description = "Which camera a video is of.")
  private @Nullable String camera;

  @Option(
      names = "--reference",
      paramLabel = "PICTURE",
      description =
          "A picture of this camera from when it was calibrated (default: the first seconds of"
              + " what is checked).")
  private @Nullable Path reference;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibrateCheck() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(input)) {
      throw new NoSuchFileException(input.toString());
    }
    boolean recording = Files.isDirectory(input);
    List<VideoStream> streams = new ArrayList<>();
    Layout layout;
    if (recording) {
      Recording opened = Recording.open(input);
      layout = store != null ? StoreFile.read(store).layout() : opened.store().layout();
      streams.addAll(opened.videos());
    } else if (store == null || camera == null) {
      throw new UserError("a video wants --store and --camera, to know how its camera hangs");
    } else {
      layout = StoreFile.read(store).layout();
      streams.add(video(new CameraId(camera)));
    }
    if (camera != null) {
      streams.removeIf(s -> !s.camera().value().equals(camera));
    }
    if (streams.isEmpty()) {
      throw new UserError(
          input
              + ": expected a camera's video, found none"
              + (camera == null ? "" : " of " + camera));
    }
    if (reference != null && streams.size() > 1) {
      throw new UserError("--reference is a picture of one camera; say which with --camera");
    }
    return check(layout, streams, recording);
  }

  private int check(Layout layout, List<VideoStream> streams, boolean timed) throws IOException {
    boolean sound = true;
    Map<String, Object> all = new LinkedHashMap<>();
    PrintWriter print = spec.commandLine().getOut();
    for (VideoStream stream : streams) {
      Camera found =
          layout.cameras().stream()
              .filter(c -> c.id().equals(stream.camera()))
              .findFirst()
              .orElseThrow(
                  () -> new UserError("the store has no camera '" + stream.camera() + "'"));
      CameraCheck check = new CameraCheck(found);
      if (reference != null) {
        refer(check, reference);
      }
      CameraCheck.Outcome outcome = check.run(stream, timed);
      sound &= outcome.rows().isEmpty();
      all.put(found.id().value(), outcome.rows());
      if (!json) {
        say(print, found.id().value(), outcome);
      }
    }
    if (json) {
      print.println(Json.pretty(all));
    }
    print.flush();
    return sound ? 0 : Errors.FAILED;
  }

  private static void refer(CameraCheck check, Path reference) throws IOException {
    StillPicture was = StillPicture.one(reference);
    try {
      check.refer(was.bgr(), was.width(), was.height());
    } catch (IllegalArgumentException e) {
      throw new UserError("--reference " + reference + ": " + e.getMessage(), e);
    }
  }

  private static void say(PrintWriter print, String name, CameraCheck.Outcome outcome) {
    if (outcome.rows().isEmpty()) {
      print.println(
          String.format(
              Locale.ROOT,
              "%s: all is well in %d pictures; %.0f %% of %d still parts lie where they lay",
              name,
              outcome.frames(),
              100 * outcome.last().matchedShare(),
              outcome.last().judges()));
    }
    for (CameraCheck.Row row : outcome.rows()) {
      print.println(
          String.format(
              Locale.ROOT,
              "%s: %s in %d of %d pictures, %s to %s%s",
              name,
              row.fault(),
              row.frames(),
              outcome.frames(),
              row.from(),
              row.to(),
              row.shiftPixels() > 0
                  ? String.format(
                      Locale.ROOT,
                      ": by %.1f pixels, %.1f degrees",
                      row.shiftPixels(),
                      row.turnDegrees())
                  : ""));
    }
  }

  private VideoStream video(CameraId id) throws IOException {
    VideoProbe probe = VideoProbe.probe(input);
    long length = probe.durationNanos();
    // A file that doesn't tell its length is taken for one of ten pictures a second.
    double step =
        length > 0 ? (double) length / Math.max(1, probe.frames()) : EventTime.SECOND / 10.0;
    long[] times = new long[(int) probe.frames()];
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.round(i * step);
    }
    return new VideoStream(id, input, times, times);
  }
}
