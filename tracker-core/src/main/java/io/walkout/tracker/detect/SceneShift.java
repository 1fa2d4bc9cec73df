package io.walkout.tracker.detect;

/**
 * How the still parts of a camera's picture lie against a reference of it.
 *
 * @param kind the verdict
 * @param shiftPixels how far they lie off on average, in pixels of the picture that was looked at;
 *     0 where that can't be told
 * @param turnDegrees the turn of the camera that would shift the picture's middle so far, by its
 *     focal length; about the line of sight, where that is the larger
 * @param matchedShare share of the still parts that lie where they lay, 0..1
 * @param judges still parts that could be looked at
 */
public record SceneShift(
    Kind kind, double shiftPixels, double turnDegrees, double matchedShare, int judges) {
  /** What can be said. */
  public enum Kind {
    /** Too little in the picture is still and has texture: nothing can be said. */
    UNKNOWN,
    /** It hangs as it hung. */
    SAME,
    /** Most of what is still has shifted as one: the camera was moved or turned. */
    MOVED,
    /** There is texture, but nothing of the reference is found again. */
    LOST,
    /** The texture has gone: something is in front of the lens, or it is out of focus. */
    COVERED
  }

  static final SceneShift NOTHING = new SceneShift(Kind.UNKNOWN, 0, 0, 0, 0);
}
