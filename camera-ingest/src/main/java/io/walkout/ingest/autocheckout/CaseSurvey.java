package io.walkout.ingest.autocheckout;

import io.walkout.store.PlateId;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A first reading of the case's streams: which times to believe, which plates live, where people
 * were. Keeps a few bytes for each document and none of its content.
 */
final class CaseSurvey {
  /** Heads lower than this, in what should be inches, are heads in metres. */
  private static final double LOWEST_HEAD_INCHES = 3;

  /** Plates a shelf can have, for the record of which live. */
  private static final int MAX_PLATES = 4096;

  private final Map<Integer, StoredTimes> plateTimes = new TreeMap<>();
  private final Map<Integer, BitSet> livePlates = new TreeMap<>();
  private final StoredTimes poseTimes = new StoredTimes();
  private final FloorSamples heads = new FloorSamples();
  private Map<Integer, KeptDocuments> keptPlates = Map.of();
  private boolean identitiesLost;
  private KeptDocuments keptPoses = KeptDocuments.of(poseTimes, 0);
  private long medianNanos = Fields.NO_TIME;

  private CaseSurvey() {}

  /** Reads the streams that there are. What is wrong with lines is told by the second reading. */
  static CaseSurvey of(CaseFiles files, Optional<Path> plates, Optional<Path> poses)
      throws IOException {
    CaseSurvey survey = new CaseSurvey();
    ImportLog toldLater = new ImportLog();
    if (plates.isPresent()) {
      PlateDocument document = new PlateDocument();
      JsonLines.read(
          files,
          plates.get(),
          toldLater,
          (parser, line) -> {
            if (document.read(parser) == null) {
              survey.see(document);
            }
          });
    }
    if (poses.isPresent()) {
      PoseDocument document = new PoseDocument();
      JsonLines.read(
          files,
          poses.get(),
          toldLater,
          (parser, line) -> {
            document.read(parser);
            survey.see(document);
          });
    }
    survey.judge();
    return survey;
  }

  private void see(PlateDocument document) {
    plateTimes
        .computeIfAbsent(document.gondola(), g -> new StoredTimes())
        .add(document.captureNanos());
    BitSet live = livePlates.computeIfAbsent(document.gondola(), g -> new BitSet());
    int lastPlate = Math.min(document.lastPlate(), MAX_PLATES - 1);
    for (int shelf = 1; shelf <= document.lastShelf(); shelf++) {
      for (int plate = 1; plate <= lastPlate; plate++) {
        int bit = shelf * MAX_PLATES + plate;
        for (int k = 0; k < document.samples() && !live.get(bit); k++) {
          if (!Float.isNaN(document.grams(k, shelf, plate))) {
            live.set(bit);
          }
        }
      }
    }
  }

  private void see(PoseDocument document) {
    poseTimes.add(document.captureNanos());
    identitiesLost |= document.hasLostIdentities();
    PoseSet poses = document.poses();
    for (int i = 0; i < poses.count; i++) {
      int k = i * Joint.COUNT + Joint.HEAD.ordinal();
      if (!Float.isNaN(poses.x[k])) {
        heads.add(poses.x[k], poses.y[k], poses.z[k]);
      }
    }
  }

  private void judge() {
    medianNanos = median(plateTimes.isEmpty() ? Map.of(0, poseTimes) : plateTimes);
    keptPlates = new TreeMap<>();
    plateTimes.forEach((gondola, times) -> keptPlates.put(gondola, kept(times)));
    keptPoses = kept(poseTimes);
  }

  private KeptDocuments kept(StoredTimes times) {
    return KeptDocuments.of(times, medianNanos);
  }

  private static long median(Map<Integer, StoredTimes> streams) {
    long[] all = new long[streams.values().stream().mapToInt(StoredTimes::count).sum()];
    int n = 0;
    for (StoredTimes times : streams.values()) {
      n += times.copyKnown(all, n);
    }
    Arrays.sort(all, 0, n);
    return n == 0 ? Fields.NO_TIME : all[n / 2];
  }

  /** Which documents of a gondola to keep. */
  KeptDocuments keptPlates(int gondola) {
    KeptDocuments kept = keptPlates.get(gondola);
    if (kept == null) {
      throw new IllegalArgumentException("gondola " + gondola + " was not surveyed");
    }
    return kept;
  }

  /** All judgements on plate streams, by gondola. */
  Map<Integer, KeptDocuments> keptPlates() {
    return keptPlates;
  }

  /** Which pose documents to keep. */
  KeptDocuments keptPoses() {
    return keptPoses;
  }

  /** Whether a plate may be there, by its samples: true as well if its gondola sent nothing. */
  boolean mayExist(PlateId plate) {
    BitSet live = livePlates.get(plate.gondola());
    return live == null || live.get(plate.shelf() * MAX_PLATES + plate.plate());
  }

  /** Median capture time of the plates, or else of the poses; empty if the case has no times. */
  Optional<Long> medianNanos() {
    return medianNanos == Fields.NO_TIME ? Optional.empty() : Optional.of(medianNanos);
  }

  /** Capture time of the first document kept of any stream; empty if none is. */
  Optional<Long> firstNanos() {
    long first = firstOf(poseTimes, keptPoses);
    for (Map.Entry<Integer, StoredTimes> entry : plateTimes.entrySet()) {
      first = Math.min(first, firstOf(entry.getValue(), keptPlates(entry.getKey())));
    }
    return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(first);
  }

  /** Capture time of a gondola's last document kept; empty if it has none. */
  Optional<Long> lastNanos(int gondola) {
    StoredTimes times = plateTimes.get(gondola);
    long last = times == null ? Long.MIN_VALUE : lastOf(times, keptPlates(gondola));
    return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last);
  }

  /** Capture time of the last document kept of any stream; empty if none is. */
  Optional<Long> lastNanos() {
    long last = lastOf(poseTimes, keptPoses);
    for (Map.Entry<Integer, StoredTimes> entry : plateTimes.entrySet()) {
      last = Math.max(last, lastOf(entry.getValue(), keptPlates(entry.getKey())));
    }
    return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last);
  }

  private static long lastOf(StoredTimes times, KeptDocuments kept) {
    for (int i = times.count() - 1; i >= 0; i--) {
      if (kept.rank(i) >= 0 && kept.rank(i) == kept.count() - 1) {
        return times.nanos(i);
      }
    }
    return Long.MIN_VALUE;
  }

  private static long firstOf(StoredTimes times, KeptDocuments kept) {
    for (int i = 0; i < times.count(); i++) {
      if (kept.rank(i) == 0) {
        return times.nanos(i);
      }
    }
    return Long.MAX_VALUE;
  }

  /**
   * Whether a moment of the poses has several targets without an identity: then it can't be said of
   * any such target who it is.
   */
  boolean identitiesLost() {
    return identitiesLost;
  }

  /** Where heads were seen, in metres. */
  FloorSamples heads() {
    return heads;
  }

  /** Whether the poses, read as inches, give heads at ankle height: they are metres. */
  boolean posesLookLikeMetres() {
    double height = heads.medianHeight();
    return height < LOWEST_HEAD_INCHES * PoseDocument.INCH;
  }
}
