package io.walkout.ingest.autocheckout;

import io.walkout.ingest.recording.RecordingWriter;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the poses into the recording, in the order of their time. */
final class PoseStream {
  private final KeptDocuments kept;
  private final RecordingWriter writer;
  private final ImportLog log;
  private final ArrivalClock clock = new ArrivalClock();
  private final PoseDocument document;
  private final TreeMap<Integer, Held> held = new TreeMap<>();
  private final TreeSet<String> targets = new TreeSet<>();
  private int documents;
  private int nextRank;
  private final boolean identitiesLost;
  private long nameless;

  private PoseStream(CaseSurvey survey, RecordingWriter writer, ImportLog log) {
    this.kept = survey.keptPoses();
    this.identitiesLost = survey.identitiesLost();
    this.document = new PoseDocument(identitiesLost);
    this.writer = writer;
    this.log = log;
  }

  /** Writes the whole collection; how many targets it had. */
  static int write(
      CaseFiles files, Path file, CaseSurvey survey, RecordingWriter writer, ImportLog log)
      throws IOException {
    PoseStream stream = new PoseStream(survey, writer, log);
    JsonLines.read(
        files,
        file,
        log,
        (parser, line) -> {
          stream.document.read(parser);
          stream.take(files.name(file) + ", line " + line);
        });
    log.count("pose documents", stream.nextRank);
    log.count("targets", stream.targets.size());
    stream.tellNameless(files.name(file));
    stream.clock.tell(files.name(file), log);
    survey
        .keptPoses()
        .leftOut()
        .forEach(
            (why, howMany) ->
                log.problem(
                    "pose " + why,
                    howMany,
                    files.name(file) + ": " + howMany + " " + why + " left out"));
    return stream.targets.size();
  }

  private void tellNameless(String file) {
    if (identitiesLost && nameless > 0) {
      log.problem(
          "targets without an identity",
          nameless,
          file
              + ": several targets of one moment have no target_id; nobody can say who they are, and"
              + " all "
              + nameless
              + " targets without one are left out");
    }
  }

  private void take(String at) throws IOException {
    int rank = kept.rank(documents++);
    if (rank < 0) {
      return;
    }
    nameless += document.namelessTargets();
    if (document.droppedTargets() > 0) {
      log.problem(
          "targets left out",
          document.droppedTargets(),
          at
              + ": "
              + document.droppedTargets()
              + " targets are left out: an identity that came twice, or more than "
              + PoseSet.CAPACITY);
    }
    if (rank == nextRank) {
      write(document.poses(), document.captureNanos(), document.storedNanos());
      while (!held.isEmpty() && held.firstKey() == nextRank) {
        Held next = held.pollFirstEntry().getValue();
        write(next.poses(), next.captureNanos(), next.storedNanos());
      }
    } else {
      // Stored before a document that is older: waits for it. Bounded, since documents overtake
      // each other by no more than KeptDocuments allows.
      PoseSet copy = new PoseSet();
      copy.copyFrom(document.poses());
      held.put(rank, new Held(copy, document.captureNanos(), document.storedNanos()));
      log.count("pose documents stored out of order", 1);
    }
  }

  private void write(PoseSet poses, long captureNanos, long storedNanos) throws IOException {
    for (int i = 0; i < poses.count; i++) {
      targets.add(poses.targetIds[i]);
    }
    writer.poses(poses, captureNanos, clock.arrival(captureNanos, storedNanos));
    nextRank++;
  }

  /** A document that waits for an older one. */
  private record Held(PoseSet poses, long captureNanos, long storedNanos) {}
}
