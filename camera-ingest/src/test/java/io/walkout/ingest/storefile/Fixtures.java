package io.walkout.ingest.storefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small made-up store, right in every line, for tests to spoil. */
final class Fixtures {
  static final String YAML =
      """
      name: Corner shop
      timezone: Europe/Berlin
      currency: EUR
      units: metres
      catalogue: catalogue.csv
      planogram: planogram.csv
      policy:
        reviewBelow: 0.8
        maxLatenessSeconds: 4
        silentAfterSeconds: 6.5
      floor: [[0, 0], [6, 0], [6, 4], [0, 4]]
      gondolas:
        - number: 1
          origin: [1.0, 3.5]
          size: [1.2, 0.45]
          shelves:
            - number: 1
              height: 0.3
              size: [1.2, 0.4, 0.35]
              plates: {count: 12}
            - number: 2
              height: 0.7
              size: [1.2, 0.4, 0.35]
              plates:
                - {number: 1, offset: [0, 0], size: [0.4, 0.4]}
                - {number: 2, offset: [0.4, 0], size: [0.8, 0.4]}
        - number: 2
          origin: [5.5, 1.0]
          yawDegrees: 90
          size: [1.2, 0.45]
          shelves:
            - height: 0.5
              size: [1.2, 0.45, 0.4]
              plates: {count: 6}
      cameras:
        - id: west
          size: [640, 360]
          fx: 330
          fy: 331
          cx: 320
          cy: 180
          distortion: [-0.1, 0.02, 0.001, 0, 0]
          position: [0.2, 2, 2.6]
          rotation: [0, -0.5, 0.8660254, -1, 0, 0, 0, -0.8660254, -0.5]
      doors:
        - id: front
          use: BOTH
          threshold: {from: [0, 1], to: [0, 2]}
      zones:
        - name: counter
          kind: STAFF
          area: [[0, 3], [0.8, 3], [0.8, 4], [0, 4]]
      """;

  static final String CATALOGUE =
      """
      code,name,massGrams,price
      4006381333931,"Crisps, salted",105.5,1.99
      96385074,Water 0.5 l,520,0.89
      """;

  static final String PLANOGRAM =
      """
      code,plates
      4006381333931,1/1/3-5
      96385074,1/2/2
      96385074,2/1/1 2/1/2
      """;

  private Fixtures() {}

  /** Writes the store into a directory and returns its store file. */
  static Path store(Path directory) throws IOException {
    return store(directory, YAML, CATALOGUE, PLANOGRAM);
  }

  static Path store(Path directory, String yaml, String catalogue, String planogram)
      throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("catalogue.csv"), catalogue);
    Files.writeString(directory.resolve("planogram.csv"), planogram);
    return Files.writeString(directory.resolve("store.yaml"), yaml);
  }
}
