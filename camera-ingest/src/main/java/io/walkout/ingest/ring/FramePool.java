package io.walkout.ingest.ring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded pool of direct buffers for pictures. At the bound {@link #take} waits, so that a fast
 * reader is held to the pace of the detectors; {@link #tryTake} gives up at once, for cameras whose
 * oldest frames are dropped instead. Safe for any thread.
 */
public final class FramePool {
  private final int capacity;
  private final ArrayBlockingQueue<Frame> free;
  private final AtomicInteger made = new AtomicInteger();

  /** Makes a pool of at most {@code capacity} frames; buffers are made on first need. */
  public FramePool(int capacity) {
    this.capacity = capacity;
    this.free = new ArrayBlockingQueue<>(capacity);
  }

  /** A frame of that size, or null if all are in use. */
  public @Nullable Frame tryTake(int width, int height) {
    Frame frame = free.poll();
    if (frame == null) {
      if (made.incrementAndGet() > capacity) {
        made.decrementAndGet();
        return null;
      }
      frame = new Frame(this, 3 * width * height);
    }
    return sized(frame, width, height);
  }

  /** A frame of that size; waits until one is free. */
  public Frame take(int width, int height) throws InterruptedException {
    Frame frame = tryTake(width, height);
    return frame != null ? frame : sized(free.take(), width, height);
  }

  /** Frames in use now. */
  public int inUse() {
    return made.get() - free.size();
  }

  private Frame sized(Frame frame, int width, int height) {
    Frame fitting =
        frame.capacity() >= 3 * width * height ? frame : new Frame(this, 3 * width * height);
    fitting.size(width, height);
    return fitting;
  }

  void giveBack(Frame frame) {
    if (!free.offer(frame)) {
      throw new IllegalStateException("a frame was given back twice");
    }
  }
}
