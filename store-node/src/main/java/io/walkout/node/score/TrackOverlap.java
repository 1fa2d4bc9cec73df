package io.walkout.node.score;

import io.walkout.ingest.recording.TruthPerson;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.node.score.tracking.BestAssignment;
import io.walkout.node.score.tracking.Similarity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says which person each visit is by where both stood at all times: of all ways to give each visit
 * at most one person, the one in which most agrees, as for IDF1 (Ristani et al. 2016).
 */
final class TrackOverlap {
  /**
   * Similarity over all frames from which on a visit can be a person: as much as a second at half a
   * metre makes; people who merely pass each other have less.
   */
  private static final double LEAST_SECONDS = 0.5;

  private final TruthTracks truth;
  private final RunLog log;

  TrackOverlap(TruthTracks truth, RunLog log) {
    this.truth = truth;
    this.log = log;
  }

  /** Person by visit id, for those that fit somebody. */
  Map<String, String> match(List<String> people, List<Score.Visit> visits) {
    double[][] overlap = new double[visits.size()][people.size()];
    Map<Integer, Integer> columnOf = new TreeMap<>();
    for (TruthPerson person : truth.people()) {
      int column = people.indexOf(person.targetId());
      if (column >= 0) {
        columnOf.put(person.id(), column);
      }
    }
    for (int v = 0; v < overlap.length; v++) {
      VisitTrack track = log.track(visits.get(v).visitId());
      if (track != null) {
        overlap(track, columnOf, overlap[v]);
      }
    }
    int[] best = new BestAssignment().solve(overlap);
    Map<String, String> personOf = new TreeMap<>();
    for (int v = 0; v < overlap.length; v++) {
      if (best[v] >= 0 && overlap[v][best[v]] >= LEAST_SECONDS * truth.framesPerSecond()) {
        personOf.put(visits.get(v).visitId(), people.get(best[v]));
      }
    }
    return personOf;
  }

  private void overlap(VisitTrack track, Map<Integer, Integer> columnOf, double[] overlap) {
    for (int frame = 1; frame <= truth.frames(); frame++) {
      int of = frame;
      track
          .between(truth.nanos(frame), FloorJudge.MOST_GAP_NANOS)
          .ifPresent(
              at -> {
                for (int row = truth.firstRow(of); row < truth.endRow(of); row++) {
                  Integer column = columnOf.get(truth.id(row));
                  if (column != null) {
                    overlap[column] +=
                        Similarity.onFloor(truth.x(row), truth.y(row), at.x(), at.y());
                  }
                }
              });
    }
  }
}
