package io.walkout.tracker.floor;

import java.util.Arrays;

/**
 * What one camera shows at one moment, as plain arrays that are filled again and again. Only boxes
 * and scores are needed; everything else is optional and starts out as "not known". Holds at most
 * {@link #capacity} boxes; {@link #add} drops what comes beyond. Single-threaded.
 */
public final class FloorView {
  /** Earlier tracks that one box is likened to, at most. */
  public static final int ALIKE = 4;

  /** Most boxes. */
  public final int capacity;

  /** Numbers in an appearance vector; 0 for none. */
  public final int vectorLength;

  /** Index of the camera among the tracker's cameras. */
  public int camera;

  /** Boxes in use. */
  public int count;

  /** Whether the picture could not be judged: then nobody is held absent for it. */
  public boolean blind;

  /** left, top, width, height of box i at 4 i, pixels of the calibrated picture. */
  public final double[] boxes;

  /** Score of box i, 0..1, by the detector's own measure. */
  public final double[] scores;

  /** x, y in metres of box i at 2 i where the detector itself places it on the floor; else NaN. */
  public final double[] floor;

  /** Variances xx, xy, yy (m2) of {@link #floor} at 3 i; NaN lets the camera's geometry say. */
  public final double[] floorVariance;

  /** Appearance of box i at {@link #vectorLength} i, of unit length; all zero where not known. */
  public final float[] vectors;

  /** This camera's own track number of box i, from 1; 0 where not tracked. */
  public final int[] tracks;

  /**
   * Keys ({@link #key}) of earlier tracks of any camera that look like box i, at {@link #ALIKE} i;
   * 0 where there are fewer.
   */
  public final int[] alikeTracks;

  /** Log-likelihood ratio, same person against another, beside {@link #alikeTracks}. */
  public final float[] alikeScores;

  /** An empty view. */
  public FloorView(int capacity, int vectorLength) {
    this.capacity = capacity;
    this.vectorLength = vectorLength;
    boxes = new double[4 * capacity];
    scores = new double[capacity];
    floor = new double[2 * capacity];
    floorVariance = new double[3 * capacity];
    vectors = new float[vectorLength * capacity];
    tracks = new int[capacity];
    alikeTracks = new int[ALIKE * capacity];
    alikeScores = new float[ALIKE * capacity];
  }

  /** One number for a camera's track: what {@code Detections.alikeTracks} holds. */
  public static int key(int camera, int track) {
    return (camera << 24) | (track & 0xFF_FFFF);
  }

  /** Empties it for a camera's next picture. */
  public void clear(int ofCamera) {
    camera = ofCamera;
    count = 0;
    blind = false;
  }

  /** Adds a box of which nothing else is known; false if full. */
  public boolean add(double left, double top, double width, double height, double score) {
    if (count == capacity) {
      return false;
    }
    int i = count++;
    boxes[4 * i] = left;
    boxes[4 * i + 1] = top;
    boxes[4 * i + 2] = width;
    boxes[4 * i + 3] = height;
    scores[i] = score;
    floor[2 * i] = Double.NaN;
    floor[2 * i + 1] = Double.NaN;
    Arrays.fill(floorVariance, 3 * i, 3 * i + 3, Double.NaN);
    Arrays.fill(vectors, vectorLength * i, vectorLength * (i + 1), 0);
    tracks[i] = 0;
    Arrays.fill(alikeTracks, ALIKE * i, ALIKE * (i + 1), 0);
    Arrays.fill(alikeScores, ALIKE * i, ALIKE * (i + 1), 0);
    return true;
  }
}
