package io.walkout.bench.scorecard;

/** What the pipeline is given of a simulated shop. */
public enum Level {
  /** Shelf plates, doors, and poses as another tracker sends them. */
  SENSOR,
  /** Shelf plates, doors, and the cameras' pictures. */
  PICTURE;

  /** As suites and commands spell it. */
  public String word() {
    return this == SENSOR ? "sensor" : "picture";
  }
}
