package io.walkout.bench.tracking;

import io.walkout.ingest.mot.MotDetections;
import org.jspecify.annotations.Nullable;

/**
 * One sequence of one camera with one detector's boxes in one round.
 *
 * @param sequence name of the sequence
 * @param detector whose boxes
 * @param round "all" boxes, or only those above the "gated" score
 * @param run follows them
 * @param detections the boxes
 * @param peers the best of the others; null where there are none
 */
record BoxCase(
    String sequence,
    String detector,
    String round,
    BoxRun run,
    MotDetections detections,
    @Nullable PeerFigures peers) {
  /** As a table names it. */
  String name() {
    return sequence + " " + detector + " " + round;
  }
}
