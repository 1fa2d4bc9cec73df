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
 * @param notes what the user should know of the input, a sentence each
 * @param framesPerSecond frames over the time spent in the tracker alone; reading and writing are
 *     not in it
 */
record TrackReport(
    String out, int frames, long tracks, long rows, List<String> notes, double framesPerSecond) {
  TrackReport {
    notes = List.copyOf(notes);
  }

  /** For people; the speed is the last line. */
  void print(PrintWriter to) {
    to.println(frames + " frames, " + tracks + " tracks, " + rows + " rows in " + out);
    notes.forEach(to::println);
    to.println(String.format(Locale.ROOT, "%.0f frames/s", framesPerSecond));
  }
}
