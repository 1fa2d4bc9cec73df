package io.walkout.node.score;

import io.walkout.ingest.recording.TruthTracks;
import io.walkout.node.score.tracking.Similarity;
import io.walkout.node.score.tracking.TrackFrames;
import io.walkout.node.score.tracking.Tracking;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds where a run saw people against where they truly stood, at each frame of the truth in which
 * somebody was there: as the field's scorers on the floor plan do.
 */
final class FloorJudge {
  /**
   * Between two sights of a visit no farther apart than this it is taken to have gone straight:
   * positions are logged some five times a second, and who is hidden for longer was lost.
   */
  static final long MOST_GAP_NANOS = 2 * EventTime.SECOND;

  private FloorJudge() {}

  static Tracking judge(TruthTracks truth, RunLog log) {
    TrackFrames frames = new TrackFrames();
    for (int frame = 1; frame <= truth.frames(); frame++) {
      if (truth.firstRow(frame) == truth.endRow(frame)) {
        continue;
      }
      List<String> visits = new ArrayList<>();
      List<FloorPoint> at = new ArrayList<>();
      for (Map.Entry<String, VisitTrack> visit : log.tracks().entrySet()) {
        visit
            .getValue()
            .between(truth.nanos(frame), MOST_GAP_NANOS)
            .ifPresent(
                point -> {
                  visits.add(visit.getKey());
                  at.add(point);
                });
      }
      add(truth, frame, visits, at, frames);
    }
    return Tracking.judge(frames);
  }

  private static void add(
      TruthTracks truth, int frame, List<String> visits, List<FloorPoint> at, TrackFrames frames) {
    int first = truth.firstRow(frame);
    List<String> people = new ArrayList<>();
    double[][] similarity = new double[truth.endRow(frame) - first][visits.size()];
    for (int t = 0; t < similarity.length; t++) {
      people.add(Integer.toString(truth.id(first + t)));
      for (int r = 0; r < at.size(); r++) {
        similarity[t][r] =
            Similarity.onFloor(
                truth.x(first + t), truth.y(first + t), at.get(r).x(), at.get(r).y());
      }
    }
    frames.add(people, visits, similarity);
  }
}
