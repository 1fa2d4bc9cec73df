package io.walkout.node.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What a run of {@link TrackCommand} did.
 *
 * @param out file written
 * @param frames pictures, or moments, gone through
 * @param tracks identities written
 * @param rows rows written
 * @param faults what was wrong with pictures, by video and name
 * @param notes what the user should know of the input, a sentence each
 * @param framesPerSecond frames over the time spent in the tracker alone; reading and writing are
 *     not in it
 */
record TrackReport(
    String out,
    int frames,
    long tracks,
    long rows,
    List<Fault> faults,
    List<String> notes,
    double framesPerSecond) {
  /** Ends the note that tells how many rows were left out. */
  static final String SKIPPED =
      " rows left out: no finite box with a width and height above 0, or no finite score";

  /**
   * A fault of a video's pictures.
   *
   * @param video its file's name
   * @param fault the fault's name, as of a store's cameras
   * @param pictures how many had it
   * @param firstFrame the first of them, from 1
   * @param lastFrame the last
   */
  record Fault(String video, String fault, long pictures, long firstFrame, long lastFrame) {
    @Override
    public String toString() {
      return video
          + ": "
          + fault
          + " in "
          + pictures
          + (pictures == 1 ? " picture, frame " : " pictures, frames ")
          + firstFrame
          + (pictures == 1 ? "" : " to " + lastFrame);
    }
  }

  TrackReport {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }

  /** For people; the speed is the last line. */
  void print(PrintWriter to) {
    to.println(frames + " frames, " + tracks + " tracks, " + rows + " rows in " + out);
    faults.forEach(to::println);
    notes.forEach(to::println);
    to.println(String.format(Locale.ROOT, "%.0f frames/s", framesPerSecond));
  }
}
