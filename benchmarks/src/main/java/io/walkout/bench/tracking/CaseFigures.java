package io.walkout.bench.tracking;

import io.walkout.node.score.tracking.Tracking;
import org.jspecify.annotations.Nullable;

/**
 * What one run is worth.
 *
 * @param sequence name of the sequence
 * @param detector whose boxes
 * @param round "all" boxes, or only those above the "gated" score
 * @param ours our figures
 * @param medianErrorMetres of the places found, in metres; NaN for boxes in a picture
 * @param framesPerSecond of the tracker alone
 * @param peers the best of the others; null where there are none
 */
record CaseFigures(
    String sequence,
    String detector,
    String round,
    Tracking ours,
    double medianErrorMetres,
    double framesPerSecond,
    @Nullable PeerFigures peers) {}
