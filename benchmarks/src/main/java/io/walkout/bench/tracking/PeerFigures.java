package io.walkout.bench.tracking;

import org.jspecify.annotations.Nullable;

/**
 * The best figures that others reach on the same boxes, each over all of them and their settings;
 * in percent as they were published.
 *
 * @param hota highest HOTA
 * @param hotaOf who has it
 * @param idf1 highest IDF1
 * @param idf1Of who has it
 * @param switches fewest identity switches
 * @param switchesOf who has them
 * @param switchesOfBest switches of the one with the highest HOTA
 * @param mota highest MOTA
 * @param medianErrorMetres least median error of places; null where there are none
 * @param framesPerSecond of the fastest
 */
record PeerFigures(
    double hota,
    String hotaOf,
    double idf1,
    String idf1Of,
    long switches,
    String switchesOf,
    long switchesOfBest,
    double mota,
    @Nullable Double medianErrorMetres,
    double framesPerSecond) {}
