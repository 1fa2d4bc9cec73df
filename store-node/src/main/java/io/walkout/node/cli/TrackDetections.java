package io.walkout.node.cli;

import io.walkout.ingest.mot.MotDetections;
import io.walkout.ingest.mot.MotTracksWriter;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import io.walkout.tracker.box.BoxTracker;
import io.walkout.tracker.box.BoxTrackerSettings;
import io.walkout.tracker.box.BoxTracks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --detections det.txt --fps F --size WxH}: one camera, from a detector's boxes alone. */
final class TrackDetections implements TrackCommand.TrackForm {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})[xX×]([1-9]\\d{0,5})");

  @Option(
      names = "--detections",
      required = true,
      paramLabel = "det.txt",
      description =
          "Boxes in MOTChallenge's layout (frame,-1,left,top,width,height,score), plain or gzipped.")
  private Path detections;

  private double fps;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "WxH",
      description = "The picture's width and height in pixels, as 1920x1080.")
  private String size;

  private float highest;
  private long spentNanos;
  private long rows;
  private long tracks;

  /** For picocli. */
  TrackDetections() {}

  @Override
  public TrackReport track(Path out, @Nullable String detector, @Nullable Double rate)
      throws IOException {
    if (detector != null) {
      throw new UserError("--detector: --detections brings its boxes with it; leave it out");
    }
    if (rate == null) {
      throw new UserError("--detections: needs --fps F too, the frames a second");
    }
    fps = rate;
    TrackCommand.TrackForm.expectRate(rate);
    OutputFile.expect("--out", out, List.of(detections));
    Matcher parts = SIZE.matcher(size.strip());
    if (!parts.matches()) {
      throw new UserError("--size: WIDTHxHEIGHT in pixels is expected, found '" + size + "'");
    }
    BoxTracker tracker =
        new BoxTracker(
            BoxTrackerSettings.DEFAULT,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)));
    MotDetections read = MotDetections.read(detections);
    OutputFile.write(
        out,
        file -> {
          try (MotTracksWriter writer = new MotTracksWriter(file)) {
            follow(read, tracker, writer);
          }
        });
    double speed = read.frames() * 1e9 / Math.max(1, spentNanos);
    return new TrackReport(
        out.toString(), read.frames(), tracks, rows, List.of(), notes(read, tracker), speed);
  }

  private void follow(MotDetections read, BoxTracker tracker, MotTracksWriter writer)
      throws IOException {
    int most = read.mostInAFrame();
    float[] boxes = new float[4 * most];
    float[] scores = new float[most];
    BoxTracks followed = new BoxTracks();
    for (int frame = 1; frame <= read.frames(); frame++) {
      int count = read.copy(frame, boxes, scores);
      for (int i = 0; i < count; i++) {
        highest = Math.max(highest, scores[i]);
      }
      long captureNanos = Math.round((frame - 1) * 1e9 / fps);
      long begun = System.nanoTime();
      tracker.update(captureNanos, boxes, scores, count, followed);
      spentNanos += System.nanoTime() - begun;
      for (int i = 0; i < followed.count; i++) {
        float[] b = followed.boxes;
        long number = followed.numbers[i];
        writer.write(
            frame, number, b[4 * i], b[4 * i + 1], b[4 * i + 2], b[4 * i + 3], followed.scores[i]);
        tracks = Math.max(tracks, number);
        rows++;
      }
    }
  }

  private List<String> notes(MotDetections read, BoxTracker tracker) {
    List<String> notes = new ArrayList<>();
    if (read.size() == 0) {
      notes.add(detections + ": no boxes in it; nobody to follow");
    }
    if (read.skipped() > 0) {
      notes.add(read.skipped() + TrackReport.SKIPPED);
    }
    if (highest > 1) {
      notes.add(
          detections
              + ": scores up to "
              + highest
              + "; 0 to 1 is expected, and what is above 1 was taken for 1 (divide per cent by 100)");
    }
    if (tracker.boxesLeftOut() > 0) {
      notes.add(
          tracker.boxesLeftOut()
              + " boxes left out: of one picture the "
              + BoxTracker.BOX_CAPACITY
              + " with the highest scores are looked at");
    }
    if (tracker.pairsLeftOut() > 0) {
      notes.add(
          tracker.pairsLeftOut()
              + " pairs of track and box not weighed: a picture was so crowded that only the"
              + " likeliest were");
    }
    if (tracker.birthsLeftOut() > 0) {
      notes.add(
          tracker.birthsLeftOut()
              + " boxes began no track: "
              + BoxTracker.TRACK_CAPACITY
              + " are followed at once");
    }
    return notes;
  }
}
