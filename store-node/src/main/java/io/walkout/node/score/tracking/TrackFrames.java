package io.walkout.node.score.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence to judge: frame by frame, who truly was there, who was reported, and how alike each
 * pair of places is. Names become numbers from 0 in the order of their first mention. One thread.
 */
public final class TrackFrames {
  private final Map<String, Integer> truthNumbers = new HashMap<>();
  private final Map<String, Integer> resultNumbers = new HashMap<>();
  private final List<TrackFrame> frames = new ArrayList<>();
  private long truthBoxes;
  private long resultBoxes;

  /** An empty sequence. */
  public TrackFrames() {}

  /**
   * One moment.
   *
   * @param truth number of each one who was there
   * @param result number of each one who was reported
   * @param similarity by [truth][result], 0..1
   */
  record TrackFrame(int[] truth, int[] result, double[][] similarity) {}

  /**
   * Adds the next frame.
   *
   * @param truth name of each one who was there, each once
   * @param result name of each one who was reported, each once
   * @param similarity by [truth][result], 0..1
   * @throws IllegalArgumentException if a name occurs twice or the matrix has another shape
   */
  public void add(List<String> truth, List<String> result, double[][] similarity) {
    if (similarity.length != truth.size()
        || Arrays.stream(similarity).anyMatch(row -> row.length != result.size())) {
      throw new IllegalArgumentException(
          "frame " + (frames.size() + 1) + ": the similarities do not fit the names");
    }
    frames.add(
        new TrackFrame(numbers(truth, truthNumbers), numbers(result, resultNumbers), similarity));
    truthBoxes += truth.size();
    resultBoxes += result.size();
  }

  private int[] numbers(List<String> names, Map<String, Integer> known) {
    int[] numbers = new int[names.size()];
    for (int i = 0; i < numbers.length; i++) {
      String name = names.get(i);
      if (names.indexOf(name) < i) {
        throw new IllegalArgumentException(
            "frame " + (frames.size() + 1) + ": " + name + " occurs twice");
      }
      Integer number = known.putIfAbsent(name, known.size());
      numbers[i] = number == null ? known.size() - 1 : number;
    }
    return numbers;
  }

  List<TrackFrame> frames() {
    return frames;
  }

  int truthTracks() {
    return truthNumbers.size();
  }

  int resultTracks() {
    return resultNumbers.size();
  }

  long truthBoxes() {
    return truthBoxes;
  }

  long resultBoxes() {
    return resultBoxes;
  }
}
