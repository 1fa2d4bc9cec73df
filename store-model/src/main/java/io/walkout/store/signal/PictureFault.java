package io.walkout.store.signal;

/** What can be wrong with a camera's picture, or with what a detector made of it. */
public enum PictureFault {
  /** Nothing. */
  NONE,
  /** The picture is black, or nearly so. */
  BLACK,
  /** One colour or blur: something is in front of the lens. */
  COVERED,
  /** The same picture again and again. */
  FROZEN,
  /** The camera has been turned or moved since it was calibrated. */
  MOVED,
  /** The picture has another size or shape than the one before. */
  RESIZED,
  /** Its capture time is not after the one before. */
  TIME_REPEATED,
  /** The net gave numbers that cannot be: NaN, or boxes without end. */
  NET_FAULT,
  /** Its capture time lies far ahead of the one before, and no later picture has borne it out. */
  TIME_JUMPED
}
