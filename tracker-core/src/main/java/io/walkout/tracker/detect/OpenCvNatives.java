package io.walkout.tracker.detect;

import nu.pattern.OpenCV;
import org.opencv.core.Core;

/** Loads OpenCV's native library, once. */
public final class OpenCvNatives {
  static {
    OpenCV.loadLocally();
    // One thread per call: detectors of several cameras run beside each other, and results must not
    // hang on how work was split.
    Core.setNumThreads(1);
  }

  private OpenCvNatives() {}

  /** Returns once the library is there. Throws {@link UnsatisfiedLinkError} if it can't be. */
  public static void load() {
    // The static initialiser has done it.
  }
}
