package io.walkout.bench.scorecard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case: a row with a seed. The commands here are what the scorecard itself runs, so that what
 * it prints repeats what it measured.
 *
 * @param row the circumstances
 * @param seed the seed
 */
public record SuiteCase(Row row, long seed) {
  /** For people and as a key: the row's label and the seed. */
  public String label() {
    return row.label() + ", seed " + seed;
  }

  /**
   * The shell line that repeats the case in the working directory.
   *
   * @param folder what the row's paths are relative to; null for the working directory
   */
  public String command(@Nullable Path folder) {
    String name = fileName();
    String recording = name + ".rec";
    return "./walkout "
        + line(simulation(recording, folder))
        + " && ./walkout "
        + line(replay(recording, name))
        + " && ./walkout "
        + line(List.of("score", recording, "--receipts", name + "/receipts.json"));
  }

  /** As {@link #command}, with the contest's method in place of the program. */
  String contestCommand(@Nullable Path folder) {
    String name = fileName();
    String recording = name + ".rec";
    String out = name + "-contest";
    return "./walkout "
        + line(simulation(recording, folder))
        + " && ./walkout "
        + line(List.of("scorecard", "baseline", recording, "--out", out))
        + " && ./walkout "
        + line(List.of("score", recording, "--receipts", out + "/receipts.json"));
  }

  /** The arguments that write the recording, command name first. */
  List<String> simulation(String recording, @Nullable Path folder) {
    String notes = row.behaviours();
    String scenario = notes == null ? Library.located(row.scenario(), folder) : row.scenario();
    List<String> line = new ArrayList<>();
    if (row.autocheckout() != null) {
      line.addAll(List.of("scorecard", "autocheckout", scenario));
      line.addAll(List.of("--quirks", Objects.requireNonNull(row.autocheckout())));
    } else {
      line.addAll(List.of("simulate", scenario));
    }
    if (notes != null) {
      line.addAll(List.of("--behaviours", BehaviourFiles.located(notes, folder).toString()));
    }
    line.addAll(List.of("--seed", Long.toString(seed)));
    if (row.level() == Level.PICTURE) {
      line.addAll(List.of("--level", row.level().word()));
    }
    row.faults().forEach(fault -> line.addAll(List.of("--fault", fault)));
    if (row.store() != null) {
      line.addAll(List.of("--store", Library.located(row.store(), folder)));
    }
    line.addAll(List.of("--out", recording));
    return line;
  }

  /** The arguments that replay it, command name first. */
  List<String> replay(String recording, String out) {
    return row.level() == Level.PICTURE
        ? List.of("replay", recording, "--people", "pictures", "--out", out)
        : List.of("replay", recording, "--out", out);
  }

  /** Short: of a path only what its last name says. */
  private String fileName() {
    String store = row.store() == null ? null : brief(row.store());
    Row brief =
        new Row(brief(row.scenario()), row.level(), row.faults(), row.autocheckout(), store);
    String label = brief.label() + "-" + seed;
    return label.replaceAll("[^A-Za-z0-9.=-]+", "-").replaceFirst("^[-.]+", "");
  }

  private static String brief(String nameOrPath) {
    return nameOrPath.replaceFirst("^.*/", "").replaceFirst("\\.ya?ml$", "");
  }

  private static String line(List<String> arguments) {
    return arguments.stream().map(SuiteCase::quoted).collect(Collectors.joining(" "));
  }

  /** As a POSIX shell reads it back. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=+,@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
