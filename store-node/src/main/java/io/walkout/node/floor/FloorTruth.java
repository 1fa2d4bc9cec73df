package io.walkout.node.floor;

import io.walkout.ingest.mot.MotRows;
import io.walkout.node.score.tracking.Similarity;
import io.walkout.node.score.tracking.TrackFrames;
import io.walkout.node.score.tracking.Tracking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who truly was where on the floor, frame by frame: {@code frame,id,x,y} in metres. */
public final class FloorTruth {
  private final MotRows rows;

  private FloorTruth(MotRows rows) {
    this.rows = rows;
  }

  /** Reads a file; see {@link MotRows#read} for what it refuses. */
  public static FloorTruth read(Path file) throws IOException {
    return new FloorTruth(MotRows.read(file, 4));
  }

  /** Last frame of which the truth is known. */
  public int frames() {
    return rows.lastFrame();
  }

  /** Takes what a tracker says. */
  public Judge judge() {
    return new Judge();
  }

  /** Collects a tracker's places and judges them against the truth; those after it don't count. */
  public final class Judge {
    private final List<List<String>> names = new ArrayList<>();
    private final List<List<double[]>> places = new ArrayList<>();

    private Judge() {
      for (int f = 0; f <= frames(); f++) {
        names.add(new ArrayList<>());
        places.add(new ArrayList<>());
      }
    }

    /** A person's place at a frame. */
    public void found(int frame, long number, double x, double y) {
      if (frame <= frames()) {
        names.get(frame).add(Long.toString(number));
        places.get(frame).add(new double[] {x, y});
      }
    }

    /** The figures. */
    public Tracking verdict() {
      TrackFrames frames = new TrackFrames();
      int row = 0;
      for (int f = 1; f <= frames(); f++) {
        int from = row;
        List<String> truth = new ArrayList<>();
        while (row < rows.rows() && rows.frame(row) == f) {
          truth.add(Long.toString((long) rows.value(row, 1)));
          row++;
        }
        List<double[]> found = places.get(f);
        double[][] alike = new double[truth.size()][found.size()];
        for (int t = 0; t < alike.length; t++) {
          for (int r = 0; r < found.size(); r++) {
            alike[t][r] =
                Similarity.onFloor(
                    rows.value(from + t, 2),
                    rows.value(from + t, 3),
                    found.get(r)[0],
                    found.get(r)[1]);
          }
        }
        frames.add(truth, names.get(f), alike);
      }
      return Tracking.judge(frames);
    }
  }
}
