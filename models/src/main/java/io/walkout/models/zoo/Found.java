package io.walkout.models.zoo;

import ai.djl.modality.cv.output.BoundingBox;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.modality.cv.output.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Boxes that a net proposes, of which overlapping ones of the same kind are one: non-maximum
 * suppression.
 */
final class Found {
  /** Chosen; NanoDet's own setting. */
  private static final double SAME = 0.6;

  private record Box(
      String kind, double score, double left, double top, double right, double bottom) {
    double area() {
      return Math.max(0, right - left) * Math.max(0, bottom - top);
    }

    double overlap(Box other) {
      double across = Math.min(right, other.right) - Math.max(left, other.left);
      double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      double shared = Math.max(0, across) * Math.max(0, down);
      return shared == 0 ? 0 : shared / (area() + other.area() - shared);
    }
  }

  private final List<Box> boxes = new ArrayList<>();
  private final Letterbox square;

  Found(Letterbox square) {
    this.square = square;
  }

  /** Adds a box, in pixels of the square. */
  void add(String kind, double score, double left, double top, double right, double bottom) {
    boxes.add(new Box(kind, score, left, top, right, bottom));
  }

  /** What is left, best first, as shares of the picture. */
  DetectedObjects objects() {
    boxes.sort(Comparator.comparingDouble(Box::score).reversed());
    List<Box> kept = new ArrayList<>();
    for (Box box : boxes) {
      if (kept.stream().noneMatch(k -> k.kind().equals(box.kind()) && k.overlap(box) > SAME)) {
        kept.add(box);
      }
    }
    List<String> kinds = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    List<BoundingBox> places = new ArrayList<>();
    for (Box box : kept) {
      kinds.add(box.kind());
      scores.add(box.score());
      double left = share(square.across(box.left()));
      double top = share(square.down(box.top()));
      places.add(
          new Rectangle(
              left,
              top,
              share(square.across(box.right())) - left,
              share(square.down(box.bottom())) - top));
    }
    return new DetectedObjects(kinds, scores, places);
  }

  private static double share(double value) {
    return Math.clamp(value, 0, 1);
  }
}
