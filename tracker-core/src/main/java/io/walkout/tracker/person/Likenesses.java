package io.walkout.tracker.person;

import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what the detect stage says of looks, box by earlier track of a camera, into what it says of
 * people: each camera's tracks belong to those who took their boxes last. Bounded: the camera track
 * unheard of for longest is forgotten. Single-threaded.
 */
final class Likenesses {
  /** Camera tracks remembered: four times those whose looks the detect stage remembers. */
  private static final int CAPACITY = 1024;

  /** As {@link Detections#alikeTracks} has it. */
  private static final int CAMERA_SHIFT = 24;

  /** Somebody seen so lately is there, and nobody else. */
  private static final long THERE_NANOS = EventTime.SECOND;

  private final LikenessOdds odds = new LikenessOdds();

  private final Map<Integer, FloorTrack> owners =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, FloorTrack> eldest) {
          return size() > CAPACITY;
        }
      };

  /** A track has taken a detection. */
  void see(FloorTrack track, int camera, Detections from, int detection, long nanos) {
    if (from.tracks[detection] == 0) {
      return;
    }
    int own = (camera << CAMERA_SHIFT) + from.tracks[detection];
    int at = detection * Detections.ALIKE;
    for (int k = at; k < at + Detections.ALIKE && from.alikeTracks[k] != 0; k++) {
      FloorTrack other = owners.get(from.alikeTracks[k]);
      if (other == null || other.id == 0 || from.alikeTracks[k] == own) {
        continue;
      }
      if (track.id != 0) {
        boolean same = other.id == track.id;
        if (same || nanos - other.credibleNanos < THERE_NANOS) {
          odds.learn(from.alikeScores[k], same);
        }
      } else {
        track.looks.add(other.id, odds.ratio(from.alikeScores[k]));
      }
    }
    owners.put(own, track);
  }
}
