package io.walkout.node.cli;

import io.walkout.store.signal.PictureFault;
import java.util.List;

/** Counts what was wrong with one video's pictures, by name, in the order of the names. */
final class PictureFaults {
  private static final PictureFault[] NAMES = PictureFault.values();

  private final long[] pictures = new long[NAMES.length];
  private final long[] first = new long[NAMES.length];
  private final long[] last = new long[NAMES.length];

  /** Takes what was wrong with the next picture; frames count from 1. */
  void note(PictureFault fault, long frame) {
    int k = fault.ordinal();
    first[k] = pictures[k]++ == 0 ? frame : first[k];
    last[k] = frame;
  }

  /** Adds a row for each fault there was. */
  void addTo(List<TrackReport.Fault> rows, String video) {
    for (PictureFault fault : NAMES) {
      int k = fault.ordinal();
      if (fault != PictureFault.NONE && pictures[k] > 0) {
        rows.add(new TrackReport.Fault(video, fault.name(), pictures[k], first[k], last[k]));
      }
    }
  }
}
