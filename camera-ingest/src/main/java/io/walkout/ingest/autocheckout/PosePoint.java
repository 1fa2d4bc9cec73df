package io.walkout.ingest.autocheckout;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A joint as protobuf's JSON writes it: a coordinate or score of zero is left out, and a joint that
 * was not seen is an empty point without a score. Reused.
 */
final class PosePoint {
  /** Inches; a body farther away than this (1.27 km) is damage. */
  private static final double MAX_INCHES = 50_000;

  private double x;
  private double y;
  private double z;
  private double score;
  private boolean hasCoordinate;
  private boolean hasScore;

  /** Reads the joint that the parser stands at. */
  void read(JsonParser parser) throws IOException {
    x = 0;
    y = 0;
    z = 0;
    score = 0;
    hasCoordinate = false;
    hasScore = false;
    Fields.each(parser, this::field);
  }

  private void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "point" -> Fields.each(parser, this::field);
      case "x" -> {
        x = Fields.number(parser);
        hasCoordinate = true;
      }
      case "y" -> {
        y = Fields.number(parser);
        hasCoordinate = true;
      }
      case "z" -> {
        z = Fields.number(parser);
        hasCoordinate = true;
      }
      case "score" -> {
        double read = Fields.number(parser);
        score = Math.clamp(Double.isNaN(read) ? 0 : read, 0, 1);
        hasScore = score > 0;
      }
      default -> parser.skipChildren();
    }
  }

  /** Whether it was seen, at a place that can be meant. */
  boolean isSeen() {
    return (hasCoordinate || hasScore)
        && Math.abs(x) < MAX_INCHES
        && Math.abs(y) < MAX_INCHES
        && Math.abs(z) < MAX_INCHES;
  }

  /** Inches. */
  double x() {
    return x;
  }

  /** Inches. */
  double y() {
    return y;
  }

  /** Inches. */
  double z() {
    return z;
  }

  /** 0..1. */
  double score() {
    return score;
  }
}
