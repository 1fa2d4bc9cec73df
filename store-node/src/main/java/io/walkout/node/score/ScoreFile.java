package io.walkout.node.score;

import io.walkout.billing.ReadReceipt;
import io.walkout.billing.ReadReceipts;
import io.walkout.billing.ReceiptsFile;
import io.walkout.ingest.recording.Recording;
import io.walkout.ingest.recording.Truth;
import io.walkout.ingest.recording.TruthTracks;
import io.walkout.node.report.UserError;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores a file of receipts against a recording that has truth. */
public final class ScoreFile {
  private ScoreFile() {}

  /**
   * Throws {@link UserError} if the recording has no truth, or the receipts are wrong or another
   * recording's.
   */
  public static Score score(Path recordingDirectory, Path receiptsFile) throws IOException {
    Recording recording = open(recordingDirectory);
    Truth truth =
        recording
            .truth()
            .orElseThrow(
                () -> new UserError(recordingDirectory + ": has no truth.json to score against"));
    ReadReceipts read = read(receiptsFile);
    String of = read.recording();
    if (of != null && !of.equals(recording.name())) {
      throw new UserError(
          receiptsFile
              + ", recording: these are receipts of '"
              + of
              + "', not of '"
              + recording.name()
              + "', which is in "
              + recordingDirectory);
    }
    List<Score.Visit> visits = read.receipts().stream().map(ScoreFile::visit).toList();
    return new Scorer(recording.store(), truth, log(receiptsFile), tracks(recordingDirectory))
        .score(visits);
  }

  private static RunLog log(Path receiptsFile) {
    try {
      return RunLog.read(receiptsFile.toAbsolutePath().resolveSibling("events.jsonl"));
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable TruthTracks tracks(Path recording) {
    try {
      return TruthTracks.read(recording).orElse(null);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static Recording open(Path directory) {
    try {
      return Recording.open(directory);
    } catch (IOException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static ReadReceipts read(Path file) throws IOException {
    try {
      return ReceiptsFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static Score.Visit visit(ReadReceipt receipt) {
    String visit = receipt.visitId() == null ? "of " + receipt.targetId() : receipt.visitId();
    Long total = receipt.totalMinor();
    return new Score.Visit(
        visit,
        receipt.targetId(),
        nanos(receipt.enteredAt(), Long.MIN_VALUE),
        nanos(receipt.exitedAt(), Long.MAX_VALUE),
        total == null ? 0 : total,
        receipt.lines().stream()
            .map(
                line ->
                    new Score.Line(
                        line.gtin(),
                        line.quantity(),
                        !line.isInReview(),
                        // What a person decided is no claim of the resolver's.
                        line.decided() ? null : line.certainty(),
                        line.decided(),
                        line.offered().stream()
                            .map(o -> new Score.Offer(o.visitId(), o.gtin(), o.quantity()))
                            .toList()))
            .toList());
  }

  private static long nanos(@Nullable String iso, long unknown) {
    return iso == null ? unknown : EventTime.parse(iso);
  }
}
