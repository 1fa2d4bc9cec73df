package io.walkout.node.pipeline;

import io.walkout.models.Embedder;
import io.walkout.models.HandDetector;
import io.walkout.models.PersonDetector;
import io.walkout.models.PoseEstimator;
import io.walkout.tracker.attend.AttentionSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the pictures of a run are looked at with. Whoever made it closes what is in it.
 *
 * @param detectors one for each camera that has pictures, by its index in the layout; those of
 *     cameras whose indices leave the same rest by the number of workers run in one thread
 * @param poses one for each worker, or none where no hands are looked for
 * @param palms one for each worker, or none where no camera's palms are looked for
 * @param palmCameras cameras in whose pictures palms are looked for where poses are taken
 * @param embedders one for each worker, or none where no clothes are looked at
 * @param attention how sparingly each of those cameras is looked at; the usual way where it isn't
 *     said
 * @param shelfLooks whether the shelves' looks are compared
 */
public record Sight(
    Map<Integer, PersonDetector> detectors,
    List<PoseEstimator> poses,
    List<HandDetector> palms,
    Set<Integer> palmCameras,
    List<Embedder> embedders,
    Map<Integer, AttentionSettings> attention,
    boolean shelfLooks) {
  /** Detectors alone, which see every picture of their cameras. */
  public static Sight ofEveryPicture(Map<Integer, PersonDetector> detectors) {
    Map<Integer, AttentionSettings> off = new TreeMap<>();
    detectors.keySet().forEach(camera -> off.put(camera, AttentionSettings.DEFAULT.off()));
    return new Sight(detectors, List.of(), List.of(), Set.of(), List.of(), off, false);
  }

  /**
   * Threads that its parts are made for, at least; any number where there is nothing but detectors.
   */
  boolean serves(int workers) {
    return (poses.isEmpty() || poses.size() >= workers)
        && (palms.isEmpty() || palms.size() >= workers)
        && (embedders.isEmpty() || embedders.size() >= workers);
  }
}
