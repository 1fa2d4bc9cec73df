package io.walkout.tracker.box;

/**
 * What a {@link BoxTracker} says of one picture: the people it follows, as plain arrays, oldest
 * track first. Reusable; single-threaded. Holds every track there can be.
 */
public final class BoxTracks {
  /** Tracks in use. */
  public int count;

  /** Number of track i, from 1; given once in a tracker's life. */
  public final long[] numbers = new long[BoxTracker.TRACK_CAPACITY];

  /** left, top, width, height of track i at 4 i, pixels; may reach beyond the picture. */
  public final float[] boxes = new float[4 * BoxTracker.TRACK_CAPACITY];

  /** Score of the box that was seen, or how likely a predicted one is there; 0..1. */
  public final float[] scores = new float[BoxTracker.TRACK_CAPACITY];

  /** Index of the detection that track i was seen in; -1 where its box is a prediction. */
  public final int[] detections = new int[BoxTracker.TRACK_CAPACITY];

  /** An empty one. */
  public BoxTracks() {}

  /** Whether track i was seen in this picture; else its box is a prediction. */
  public boolean seen(int i) {
    return detections[i] >= 0;
  }

  void add(
      long number,
      int detection,
      double score,
      double left,
      double top,
      double width,
      double height) {
    numbers[count] = number;
    detections[count] = detection;
    scores[count] = (float) score;
    boxes[4 * count] = (float) left;
    boxes[4 * count + 1] = (float) top;
    boxes[4 * count + 2] = (float) width;
    boxes[4 * count + 3] = (float) height;
    count++;
  }
}
