package io.walkout.ingest.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who truly was in the store: a line of {@code truth/people.csv}.
 *
 * @param id their number in the truth's tracks, from 1
 * @param targetId their identity in {@code truth.json}
 * @param party the account or group that pays for them
 * @param credential what they showed at the door, or null
 * @param enteredNanos when they came in, or null if they never did
 * @param leftNanos when they left, or null if they never did
 */
public record TruthPerson(
    int id,
    String targetId,
    String party,
    @Nullable String credential,
    @Nullable Long enteredNanos,
    @Nullable Long leftNanos) {
  private static final String FILE = "people.csv";
  private static final List<String> COLUMNS =
      List.of("id", "target_id", "party", "credential", "entered_nanos", "left_nanos");

  /** Throws {@link IllegalArgumentException} on a number below 1 or an empty name. */
  public TruthPerson {
    if (id < 1 || targetId.isBlank() || party.isBlank()) {
      throw new IllegalArgumentException(
          "a person has a number from 1, a target_id and a party, found "
              + (id + ", '" + targetId + "', '" + party + "'"));
    }
  }

  /** The people of a recording, in the order of the file; none if it has no such file. */
  static List<TruthPerson> read(Path recording) throws IOException {
    Path file = RecordingFiles.truthFile(recording, FILE);
    List<TruthPerson> people = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return people;
    }
    Set<Integer> ids = new HashSet<>();
    TruthTable.read(
        file,
        COLUMNS,
        row -> {
          int id = row.number(0, 1);
          if (!ids.add(id)) {
            throw row.wrong("id: " + id + " occurs twice");
          }
          if (row.text(1).isBlank() || row.text(2).isBlank()) {
            throw row.wrong("expected a target_id and a party");
          }
          people.add(
              new TruthPerson(
                  id,
                  row.text(1),
                  row.text(2),
                  row.text(3).isEmpty() ? null : row.text(3),
                  time(row, 4),
                  time(row, 5)));
        });
    return people;
  }

  private static @Nullable Long time(TruthTable row, int column) throws IOException {
    return row.text(column).isEmpty() ? null : row.whole(column, Long.MIN_VALUE);
  }

  /** Writes the people into a recording's directory, replacing what is there in one step. */
  static void write(Path recording, List<TruthPerson> people) throws IOException {
    StringBuilder out = new StringBuilder();
    TruthTable.append(out, COLUMNS.toArray());
    for (TruthPerson p : people) {
      TruthTable.append(
          out,
          p.id,
          p.targetId,
          p.party,
          p.credential == null ? "" : p.credential,
          p.enteredNanos == null ? "" : p.enteredNanos,
          p.leftNanos == null ? "" : p.leftNanos);
    }
    Files.createDirectories(recording.resolve(RecordingFiles.TRUTH_FOLDER));
    AtomicFile.write(
        RecordingFiles.truthFile(recording, FILE), out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
