package io.walkout.ingest.autocheckout;

import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All of a small recording's events, in the order of their streams. */
final class ReadBack {
  /** A block of plates with when it arrived. */
  record Plates(PlateBlock block, long arrivalNanos) {}

  /** Poses with when they were seen and when they arrived. */
  record Poses(PoseSet poses, long captureNanos, long arrivalNanos) {}

  final Recording recording;
  final List<Plates> plates = new ArrayList<>();
  final List<Poses> poses = new ArrayList<>();

  ReadBack(Path rec) throws IOException {
    recording = Recording.open(rec);
    StoreEvent slot = new StoreEvent();
    for (EventSource source : recording.sensorSources()) {
      try (source) {
        while (source.peekArrivalNanos() != EventSource.ENDED) {
          source.read(slot);
          if (slot.kind == StoreEvent.Kind.PLATES) {
            PlateBlock block = new PlateBlock(1);
            block.copyFrom(slot.plates);
            plates.add(new Plates(block, slot.arrivalNanos));
          } else {
            PoseSet copy = new PoseSet();
            copy.copyFrom(slot.poses);
            poses.add(new Poses(copy, slot.captureNanos, slot.arrivalNanos));
          }
        }
      }
    }
  }
}
