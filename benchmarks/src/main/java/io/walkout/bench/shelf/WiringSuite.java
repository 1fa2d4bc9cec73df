package io.walkout.bench.shelf;

import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.ring.StoreEvent.Kind;
import io.walkout.node.report.UserError;
import io.walkout.store.Gondola;
import io.walkout.store.Plate;
import io.walkout.store.PlateId;
import io.walkout.store.Shelf;
import io.walkout.store.shelf.PlateTrouble;
import io.walkout.store.signal.PlateBlock;
import io.walkout.tracker.shelf.ShelfTracker;
import io.walkout.tracker.shelf.ShelfTrackerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whether the shelf tracker finds plates that are exchanged, inverted, out of scale or drifting, by
 * name, and after how many loads; and whether it accuses sound ones. One plate is wrong in each
 * run: the one that most loads fall on of those that share loads with a neighbour, or, drawn from
 * the seed, any that bears a load.
 */
final class WiringSuite {
  private WiringSuite() {}

  /** Prints a table, a row for each kind; several seeds of a scenario are one long day. */
  static void print(PrintStream out, String scenario, long first, int seeds, int visits)
      throws IOException {
    Map<PlateWrong.Kind, int[]> rows = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    for (int run = 0; run < seeds; run++) {
      List<ShelfCase> day = new ArrayList<>();
      for (int v = 0; v < visits; v++) {
        day.add(ShelfCase.of(scenario, first + (long) run * visits + v, List.of()));
      }
      for (PlateWrong.Kind kind : PlateWrong.Kind.values()) {
        int[] row = rows.computeIfAbsent(kind, k -> new int[6]);
        PlateWrong wrong = wrong(kind, scenario, day, new Random(first + run));
        List<PlateTrouble> troubles = track(day, wrong);
        row[0]++;
        for (PlateTrouble t : troubles) {
          boolean it = t.plate().equals(wrong.plate()) || t.plate().equals(wrong.other());
          boolean asIs = it && t.kind() == kindOf(kind);
          row[asIs ? 1 : it ? 2 : 3]++;
          row[4] += asIs ? t.loads() : 0;
          if (!asIs || said.size() < 10) {
            said.add(
                kind
                    + " "
                    + wrong.plate()
                    + " "
                    + wrong.other()
                    + ": "
                    + t
                    + " ("
                    + t.loads()
                    + " loads)");
          }
        }
      }
    }
    out.println(
        "| wrong | runs | told of its plates | told as something else | sound plates accused | loads needed |");
    out.println("|---|---|---|---|---|---|");
    rows.forEach(
        (kind, r) ->
            out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.1f |%n",
                kind,
                r[0],
                r[1],
                r[2],
                r[3],
                r[4] / Math.max(1.0, r[1])));
    said.forEach(out::println);
  }

  private static PlateTrouble.Kind kindOf(PlateWrong.Kind kind) {
    return switch (kind) {
      case INVERTED -> PlateTrouble.Kind.INVERTED;
      case SCALED -> PlateTrouble.Kind.SCALED;
      case DRIFTING -> PlateTrouble.Kind.DRIFTING;
      default -> PlateTrouble.Kind.EXCHANGED;
    };
  }

  private static PlateWrong wrong(
      PlateWrong.Kind kind, String scenario, List<ShelfCase> day, Random r) {
    Map<PlateId, Integer> shared = new TreeMap<>();
    for (ShelfCase visit : day) {
      for (TrueLoad load : visit.loads) {
        for (int p = 0; p < load.grams().length; p++) {
          boolean beside =
              (p > 0 && Math.abs(load.grams()[p - 1]) > 0.2 * Math.abs(load.sum()))
                  || (p + 1 < load.grams().length
                      && Math.abs(load.grams()[p + 1]) > 0.2 * Math.abs(load.sum()));
          if (Math.abs(load.grams()[p]) > 0.2 * Math.abs(load.sum()) && beside) {
            shared.merge(
                new PlateId(load.shelf().gondola(), load.shelf().shelf(), p + 1), 1, Integer::sum);
          }
        }
      }
    }
    List<PlateId> order = new ArrayList<>(shared.keySet());
    order.sort(Comparator.comparingInt((PlateId p) -> -shared.getOrDefault(p, 0)));
    if (order.isEmpty()) {
      throw new UserError(
          "--wiring: expected visits with a load that two plates of a shelf share; '"
              + scenario
              + "' has none in a day of "
              + day.size());
    }
    PlateId plate = order.get(r.nextInt(Math.max(1, order.size() / 4)));
    double amount =
        switch (kind) {
          case SCALED -> r.nextBoolean() ? 1.15 : 0.87;
          case DRIFTING -> (r.nextBoolean() ? 1 : -1) * (20 + 60 * r.nextDouble());
          default -> 0;
        };
    return new PlateWrong(kind, plate, other(kind, plate, day.getFirst(), r), amount);
  }

  private static PlateId other(PlateWrong.Kind kind, PlateId plate, ShelfCase visit, Random r) {
    List<PlateId> candidates = new ArrayList<>();
    for (Gondola g : visit.store().layout().gondolas()) {
      for (Shelf s : g.shelves()) {
        for (Plate p : s.plates()) {
          boolean here = p.id().shelfId().equals(plate.shelfId());
          int away = Math.abs(p.id().plate() - plate.plate());
          boolean fits =
              switch (kind) {
                case EXCHANGED -> here && away > 1;
                case EXCHANGED_NEXT -> here && away == 1;
                case EXCHANGED_SHELF -> !here && g.number() == plate.gondola();
                default -> false;
              };
          if (fits) {
            candidates.add(p.id());
          }
        }
      }
    }
    return candidates.isEmpty() ? plate : candidates.get(r.nextInt(candidates.size()));
  }

  /** Several visits as one run, two minutes of nothing taken out between them. */
  private static List<PlateTrouble> track(List<ShelfCase> day, PlateWrong wrong) {
    ShelfTracker tracker = new ShelfTracker(day.getFirst().store(), ShelfTrackerSettings.DEFAULT);
    StoreEvent event = new StoreEvent();
    long shift = 0;
    long newest = 0;
    PlateBlock first = day.getFirst().blocks.getFirst();
    for (ShelfCase visit : day) {
      for (PlateBlock block : visit.blocks) {
        event.reset(Kind.PLATES);
        event.plates.copyFrom(block);
        event.plates.firstNanos += shift;
        wrong.lay(event.plates, first.firstNanos);
        event.captureNanos = event.plates.firstNanos;
        event.watermarkNanos = event.plates.firstNanos - 300_000_000L;
        newest = Math.max(newest, event.captureNanos);
        tracker.onEvent(event);
      }
      shift = newest + 130_000_000_000L - visit.blocks.getFirst().firstNanos;
    }
    event.reset(Kind.END);
    event.captureNanos = newest;
    tracker.onEvent(event);
    return tracker.troubles();
  }
}
