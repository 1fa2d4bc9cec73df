package io.walkout.node.report;

/**
 * Told how far a run has come. {@link #reached} comes from the feeding thread, the rest from the
 * deciders': all must return at once.
 */
public interface Progress {
  /** Says nothing. */
  Progress NONE = arrivalNanos -> {};

  /** The feed has come to this arrival time. */
  void reached(long arrivalNanos);

  /** Somebody came. */
  default void person() {}

  /** Something was lifted or laid down. */
  default void change() {}

  /** A cart was closed. */
  default void cart() {}
}
