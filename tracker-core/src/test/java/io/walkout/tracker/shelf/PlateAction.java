package io.walkout.tracker.shelf;

import java.util.Random;

/**
 * Something that happens on one shelf of a {@link PlateWorld}: a force on some plates over a time,
 * and what it leaves. Shares over plates sum to 1; mass is negative for a take.
 */
final class PlateAction {
  /** What it is; also how it pushes while it lasts. */
  enum Kind {
    TAKE,
    PUT,
    LEAN,
    PUSH_ALONG,
    TOUCH
  }

  final Kind kind;
  final int shelf;
  final int firstPlate;
  final double[] shares;
  final double massGrams;
  final double startSeconds;
  final double pressSeconds;
  final double rampSeconds;
  final double pressGrams;
  final double bounceHertz;
  final double bounceShare;
  final double holdSeconds;
  private double sway;
  private double swayAt = -1;

  private PlateAction(
      Kind kind,
      int shelf,
      int firstPlate,
      double[] shares,
      double mass,
      double start,
      double hold,
      Random r) {
    this.kind = kind;
    this.shelf = shelf;
    this.firstPlate = firstPlate;
    this.shares = shares;
    massGrams = mass;
    startSeconds = start;
    pressSeconds = 0.05 + 0.25 * r.nextDouble();
    rampSeconds = 0.08 + 0.25 * r.nextDouble();
    pressGrams = 5 + 0.25 * r.nextDouble() * Math.abs(mass);
    bounceHertz = 3 + 6 * r.nextDouble();
    bounceShare = 0.05 + 0.2 * r.nextDouble();
    holdSeconds = hold;
  }

  static PlateAction take(int shelf, int plate, int spread, double mass, double at, Random r) {
    return new PlateAction(Kind.TAKE, shelf, plate, shares(spread, r), -mass, at, 0, r);
  }

  static PlateAction put(int shelf, int plate, int spread, double mass, double at, Random r) {
    return new PlateAction(Kind.PUT, shelf, plate, shares(spread, r), mass, at, 0, r);
  }

  /** A hand or elbow that weighs {@code force} on the shelf for one to seven seconds. */
  static PlateAction lean(int shelf, int plate, int spread, double force, double at, Random r) {
    return leanFor(shelf, plate, spread, force, at, 1 + 6 * r.nextDouble(), r);
  }

  /** The same for a given time. */
  static PlateAction leanFor(
      int shelf, int plate, int spread, double force, double at, double hold, Random r) {
    return new PlateAction(Kind.LEAN, shelf, plate, shares(spread, r), force, at, hold, r);
  }

  /** Goods shoved from a plate to the next. */
  static PlateAction pushAlong(int shelf, int plate, double mass, double at, Random r) {
    return new PlateAction(Kind.PUSH_ALONG, shelf, plate, new double[] {-1, 1}, mass, at, 0, r);
  }

  /** A short press that leaves nothing. */
  static PlateAction touch(int shelf, int plate, double force, double at, Random r) {
    return new PlateAction(Kind.TOUCH, shelf, plate, shares(1, r), force, at, 0, r);
  }

  private static double[] shares(int spread, Random r) {
    double[] shares = new double[spread];
    double total = 0;
    for (int i = 0; i < spread; i++) {
      shares[i] = 0.15 + r.nextDouble();
      total += shares[i];
    }
    for (int i = 0; i < spread; i++) {
      shares[i] /= total;
    }
    return shares;
  }

  /** Whether it leaves a lasting step of the shelf's load. */
  boolean lasts() {
    return kind == Kind.TAKE || kind == Kind.PUT;
  }

  /** When the load is at its new level but for the bounce. */
  double restSeconds() {
    return switch (kind) {
      case TAKE, PUT, PUSH_ALONG -> startSeconds + pressSeconds + rampSeconds;
      case LEAN -> startSeconds + 2 * rampSeconds + holdSeconds;
      case TOUCH -> startSeconds + pressSeconds;
    };
  }

  /** When nothing of it moves any more. */
  double endSeconds() {
    return restSeconds() + 1.2;
  }

  /** Load in the unit of {@link #massGrams}, to be spread by shares, at a time. */
  double grams(double seconds, Random r) {
    double t = seconds - startSeconds;
    if (t <= 0) {
      return 0;
    }
    return switch (kind) {
      case TAKE, PUT, PUSH_ALONG -> moved(t);
      case LEAN -> leaning(t, r);
      case TOUCH -> t < pressSeconds ? massGrams * Math.sin(Math.PI * t / pressSeconds) : 0;
    };
  }

  /** What stays, of {@link #massGrams}. */
  double left() {
    return kind == Kind.LEAN || kind == Kind.TOUCH ? 0 : massGrams;
  }

  private double moved(double t) {
    if (t < pressSeconds) {
      return pressGrams * Math.sin(Math.PI * t / pressSeconds);
    }
    double u = (t - pressSeconds) / rampSeconds;
    if (u < 1) {
      return massGrams * 0.5 * (1 - Math.cos(Math.PI * u));
    }
    double after = t - pressSeconds - rampSeconds;
    double bounce = Math.exp(-after / 0.12) * Math.sin(2 * Math.PI * bounceHertz * after);
    return massGrams * (1 + bounceShare * bounce);
  }

  /** Ramps up and down; between, force that sways by 6 % over half a second and trembles by 2 %. */
  private double leaning(double t, Random r) {
    double total = 2 * rampSeconds + holdSeconds;
    if (t >= total) {
      return 0;
    }
    double edge = Math.min(1, Math.min(t, total - t) / rampSeconds);
    if (t != swayAt) {
      double keep = Math.exp(-1 / (60 * 0.5));
      sway = keep * sway + Math.sqrt(1 - keep * keep) * 0.06 * r.nextGaussian();
      swayAt = t;
    }
    double tremor = 0.02 * Math.sin(2 * Math.PI * 9 * t);
    return massGrams * edge * (1 + sway + tremor);
  }
}
