package io.walkout.models.net;

/**
 * What a detector gives of what its net proposes.
 *
 * @param leastScore 0..1; boxes below it are not given. Low, since a tracker's second look uses
 *     doubtful boxes where it already expects somebody (Zhang and others, ByteTrack, 2022)
 * @param overlap intersection over union above which two boxes are one person
 */
public record DetectorSettings(float leastScore, float overlap) {
  /** For a tracker that uses doubtful boxes too. */
  public static final DetectorSettings USUAL = new DetectorSettings(0.1f, 0.6f);

  /** Checks the ranges. */
  public DetectorSettings {
    if (!(leastScore > 0 && leastScore < 1) || !(overlap > 0 && overlap <= 1)) {
      throw new IllegalArgumentException(
          "expected 0 < leastScore < 1 and 0 < overlap <= 1, got " + leastScore + ", " + overlap);
    }
  }
}
