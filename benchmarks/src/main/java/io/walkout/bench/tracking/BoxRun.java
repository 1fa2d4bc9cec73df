package io.walkout.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.walkout.ingest.mot.MotDetections;
import io.walkout.node.report.UserError;
import io.walkout.node.score.tracking.PictureFrames;
import io.walkout.node.score.tracking.PictureFrames.Boxes;
import io.walkout.node.score.tracking.Tracking;
import io.walkout.tracker.box.BoxTracker;
import io.walkout.tracker.box.BoxTrackerSettings;
import io.walkout.tracker.box.BoxTracks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Follows the people of one sequence and judges what comes out.
 *
 * @param truth who truly was there
 * @param frames pictures
 * @param framesPerSecond at which they were taken
 * @param width of a picture, pixels
 * @param height of a picture, pixels
 */
record BoxRun(BoxTruth truth, int frames, double framesPerSecond, int width, int height) {
  /** Nine hours at 30 a second. */
  private static final int MOST_FRAMES = 1_000_000;

  /** Runs whose best is the speed: the machine is shared, and the first is cold. */
  private static final int PASSES = 3;

  /**
   * What came out.
   *
   * @param tracking the figures
   * @param framesPerSecond of the tracker alone, best of several passes
   */
  record Outcome(Tracking tracking, double framesPerSecond) {}

  /** The sequence of a folder, as its seq.json describes it. */
  static BoxRun open(Path folder, JsonNode sequence) throws IOException {
    int frames = sequence.path("frames").asInt();
    double fps = sequence.path("fps").asDouble();
    int width = sequence.path("width").asInt();
    int height = sequence.path("height").asInt();
    if (frames < 1 || frames > MOST_FRAMES || !(fps > 0) || width < 1 || height < 1) {
      throw new UserError(
          folder.resolve("seq.json")
              + ": frames (to "
              + MOST_FRAMES
              + "), fps, width and height are expected above 0");
    }
    Path file = folder.resolve(sequence.path("truth").asText("gt.txt"));
    if (!Files.exists(file)) {
      throw new UserError(file + ": no such file; seq.json names it as truth");
    }
    BoxTruth truth = BoxTruth.read(file, sequence.path("benchmark").asText("MOT15"), frames);
    return new BoxRun(truth, frames, fps, width, height);
  }

  /** Follows; the tracker is new each time and as it comes. */
  Outcome follow(MotDetections detections) {
    PictureFrames judged = new PictureFrames();
    long fastest = Long.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      PictureFrames to = pass == 0 ? judged : new PictureFrames();
      fastest =
          Math.min(fastest, pass(detections, BoxTrackerSettings.DEFAULT, SpoiltBoxes.NOT, to));
    }
    return new Outcome(Tracking.judge(judged.frames()), frames * 1e9 / Math.max(1, fastest));
  }

  /** Follows once, with other settings or spoilt boxes; the judgement alone. */
  Tracking follow(MotDetections detections, BoxTrackerSettings settings, SpoiltBoxes spoilt) {
    PictureFrames judged = new PictureFrames();
    pass(detections, settings, spoilt, judged);
    return Tracking.judge(judged.frames());
  }

  private long pass(
      MotDetections detections,
      BoxTrackerSettings settings,
      SpoiltBoxes spoilt,
      PictureFrames judged) {
    BoxTracker tracker = new BoxTracker(settings, width, height);
    BoxTracks followed = new BoxTracks();
    float[] boxes = new float[4 * detections.mostInAFrame()];
    float[] scores = new float[detections.mostInAFrame()];
    long spent = 0;
    for (int frame = 1 + spoilt.framesLate(); frame <= frames; frame++) {
      int given = detections.copy(frame, boxes, scores);
      int count = spoilt.spoil(frame, boxes, scores, given);
      long captureNanos = Math.round((frame - 1) * 1e9 / framesPerSecond);
      long begun = System.nanoTime();
      tracker.update(captureNanos, boxes, scores, count, followed);
      spent += System.nanoTime() - begun;
      judged.add(truth.boxes(frame), truth.roles(frame), boxes(followed));
    }
    return spent;
  }

  private static Boxes boxes(BoxTracks followed) {
    Boxes boxes = new Boxes(new long[followed.count], new double[4 * followed.count]);
    System.arraycopy(followed.numbers, 0, boxes.ids(), 0, followed.count);
    for (int i = 0; i < boxes.boxes().length; i++) {
      boxes.boxes()[i] = Math.round(followed.boxes[i] * 100.0) / 100.0; // as the file has them
    }
    return boxes;
  }
}
