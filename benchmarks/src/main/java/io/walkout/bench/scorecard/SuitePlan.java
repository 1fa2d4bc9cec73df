package io.walkout.bench.scorecard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a suite file asks for, before the command line has its say.
 *
 * @param name as the scorecard heads it
 * @param description one line for people; may be empty
 * @param folder what the rows' paths are relative to; null for the working directory
 * @param rows each with its seeds
 */
record SuitePlan(String name, String description, @Nullable Path folder, List<Seeded> rows) {
  /** Copies the list. */
  SuitePlan {
    rows = List.copyOf(rows);
  }

  /**
   * A row and its seeds.
   *
   * @param row the circumstances
   * @param firstSeed the first seed
   * @param seeds how many, counted up from the first
   */
  record Seeded(Row row, long firstSeed, int seeds) {}

  /**
   * What the command line says in place of the file.
   *
   * @param seeds how many seeds each row gets, or null
   * @param firstSeed the first seed of each row, or null
   * @param level the level of each row, or null
   * @param scenarios the only scenarios to run, paths those of the working directory; empty for all
   * @param faults run every scenario with each of these, and with nothing else; empty for the
   *     suite's own
   * @param store the shop of each row, as said in the working directory, or null; rows that go by
   *     way of an AutoCheckout case are left out then, as they have none of their own
   */
  record Choice(
      @Nullable Integer seeds,
      @Nullable Long firstSeed,
      @Nullable Level level,
      List<String> scenarios,
      List<List<String>> faults,
      @Nullable String store) {
    static final Choice NONE = new Choice(null, null, null, List.of(), List.of(), null);
  }

  /** The cases, row by row. Throws {@link IllegalArgumentException} as {@link Suite} does. */
  Suite chosen(Choice choice) {
    Set<SuiteCase> cases = new LinkedHashSet<>();
    for (Seeded seeded : rows) {
      if (!isChosen(seeded.row().scenario(), choice.scenarios())) {
        continue;
      }
      long first = choice.firstSeed() == null ? seeded.firstSeed() : choice.firstSeed();
      int seeds = choice.seeds() == null ? seeded.seeds() : choice.seeds();
      for (Row row : rows(seeded.row(), choice)) {
        for (long seed = first; seed < first + seeds; seed++) {
          cases.add(new SuiteCase(row, seed));
        }
      }
    }
    return new Suite(name, description, folder, List.copyOf(cases));
  }

  /** Whether a row's scenario is one of those that alone are to run. */
  boolean isChosen(String scenario, List<String> only) {
    return only.isEmpty()
        || only.stream().anyMatch(one -> Library.isSame(one, null, scenario, folder));
  }

  private List<Row> rows(Row row, Choice choice) {
    Level level = choice.level() == null ? row.level() : choice.level();
    List<Row> rows = new ArrayList<>();
    if (choice.faults().isEmpty()) {
      if (row.autocheckout() == null || (level == Level.SENSOR && choice.store() == null)) {
        rows.add(with(row, level, row.faults(), row.autocheckout(), choice));
      }
    } else {
      for (List<String> faults : choice.faults()) {
        rows.add(with(row, level, faults, null, choice));
      }
    }
    return rows;
  }

  private Row with(
      Row row, Level level, List<String> faults, @Nullable String autocheckout, Choice choice) {
    String store = choice.store() == null ? row.store() : Library.storeFrom(choice.store(), folder);
    return new Row(row.scenario(), level, faults, autocheckout, store, row.behaviours());
  }
}
