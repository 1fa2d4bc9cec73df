package io.walkout.tracker.box;

/** What a {@link BoxTracker} goes by. */
public record BoxTrackerSettings(
    double sureScore,
    double faintScore,
    double birthScore,
    double confirm,
    double rPos,
    double rSize,
    double rScore,
    double speed,
    double speedY,
    double persist,
    double wobble,
    double sizeSpeed,
    double sizePersist,
    double sizeWobble,
    double wIou,
    double wMaha,
    double wLog,
    double buffer,
    double limitA,
    double limitB,
    double limitC,
    double gate,
    double wScore,
    double faintMemory,
    double memory,
    double coast,
    double hidden,
    double coverMin,
    double missCost,
    double dupIou,
    double lostDamp,
    double hitGain,
    double maxGrow,
    double adaptR,
    double pReport,
    double bornSpeed,
    double x1,
    double x2,
    double x3,
    double x4) {
  /** For any camera. */
  public static final BoxTrackerSettings DEFAULT =
      new BoxTrackerSettings(
          0.6, 0.1, 0.65, 1.5, 0.05, 0.05, 0, 0.5, 0.25, 2, 0.02, 0.1, 1, 0.03, 1, 0.0, 0, 0.1, 0.9,
          0.6, 0.7, 25, 0.2, 0.5, 2, 0.2, 1.5, 0.5, 0.5, 0.8, 1, 1, 1, 0, 0.4, 0.5, 0, 0, 0, 0);
}
