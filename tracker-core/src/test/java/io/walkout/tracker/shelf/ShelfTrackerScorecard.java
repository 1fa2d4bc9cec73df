package io.walkout.tracker.shelf;

import io.walkout.store.signal.PlateBlock;
import io.walkout.tracker.shelf.TrackedBlocks.Announced;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How good the shelf tracker is on simulated plates: detection by mass and noise, errors, false
 * changes. Prints Markdown tables; {@code docs/developing/shelf-tracker.md} says how to run it.
 */
public final class ShelfTrackerScorecard {
  private ShelfTrackerScorecard() {}

  /**
   * Prints the tables: the simulated ones with as many seeds as the first argument says, 20 if
   * absent; or, if it names a recording of the shared data, takes injected into that.
   */
  public static void main(String[] args) throws IOException {
    boolean number = args.length > 0 && args[0].chars().allMatch(Character::isDigit);
    if (args.length > 0 && !number) {
      injected(args[0]);
      return;
    }
    int seeds = number ? Integer.parseInt(args[0]) : 20;
    System.out.println("### Single takes and put-backs\n");
    head();
    for (double sigma : new double[] {0.4, 0.84, 2, 5, 10, 18}) {
      for (double mass : new double[] {10, 15, 30, 100, 500, 1500}) {
        Tallied t = new Tallied();
        for (int seed = 1; seed <= seeds; seed++) {
          t.add(singles(seed, sigma, mass));
        }
        print(sigma, mass, t);
      }
    }
    leftNothing(seeds);
  }

  private static void leftNothing(int seeds) {
    System.out.println("\n### Disturbances that leave nothing\n");
    System.out.println("| what | sigma of samples, g | times | false changes | per plate-hour |");
    System.out.println("|---|---|---|---|---|");
    for (double sigma : new double[] {0.84, 5}) {
      for (String what :
          List.of(
              "nothing",
              "lean 10..30 g",
              "lean 30..100 g",
              "lean 100..3000 g",
              "touch",
              "push along",
              "door")) {
        Tallied t = new Tallied();
        for (int seed = 1; seed <= seeds; seed++) {
          t.add(disturbances(seed, sigma, what));
        }
        System.out.printf(
            "| %s | %.2f | %d | %d | %.3f |%n",
            what, sigma, t.actions, t.extra, t.extra / t.plateHours);
      }
    }
  }

  private static void injected(String recording) throws IOException {
    InjectedTakes takes = new InjectedTakes(recording);
    System.out.println("### Takes and put-backs injected into " + recording + "\n");
    head();
    for (double mass : new double[] {10, 15, 30, 100, 500, 1500}) {
      print(Double.NaN, mass, takes.run(mass, 200));
    }
  }

  private static void head() {
    System.out.println(
        "| sigma of samples, g | mass, g | found | delta error, sigmas: mean, sd | sigma, g"
            + " | start error, s: p5, p50, p95 | end error, s: the same"
            + " | rest to announced, s: p50, p95 | extra |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
  }

  private static void print(double sigma, double mass, Tallied t) {
    System.out.printf(
        "| %.2f | %.0f | %.1f %% of %d | %.2f, %.2f | %.2f | %s | %s | %.2f, %.2f | %d |%n",
        sigma,
        mass,
        100.0 * t.found / t.actions,
        t.actions,
        Tallied.mean(t.errors),
        Tallied.deviation(t.errors),
        Tallied.quantile(t.sigmas, 0.5),
        spread(t.starts),
        spread(t.ends),
        Tallied.quantile(t.latencies, 0.5),
        Tallied.quantile(t.latencies, 0.95),
        t.extra);
  }

  /** Takes and put-backs of one mass on random plates, one every six seconds. */
  static Tallied singles(long seed, double sigma, double mass) {
    PlateWorld world = new PlateWorld(seed, 5, 12, sigma, 0);
    Random r = world.random;
    List<PlateAction> actions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double at = 4 + 6 * i + r.nextDouble();
      int spread = 1 + r.nextInt(3);
      int shelf = r.nextInt(5);
      int plate = r.nextInt(13 - spread);
      actions.add(
          r.nextInt(4) > 0
              ? PlateAction.take(shelf, plate, spread, mass, at, r)
              : PlateAction.put(shelf, plate, spread, mass, at, r));
    }
    actions.forEach(world::add);
    TrackedBlocks tracked = run(world, 126);
    Tallied t = new Tallied();
    match(world, actions, tracked.announced, t);
    t.plateHours = 60 * 126 / 3600.0;
    return t;
  }

  /** One kind of disturbance every eight seconds for ten minutes. */
  static Tallied disturbances(long seed, double sigma, String what) {
    PlateWorld world = new PlateWorld(seed, 5, 12, sigma, 0.5);
    Random r = world.random;
    Tallied t = new Tallied();
    List<Double> doors = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      double at = 4 + 8.5 * i + r.nextDouble();
      double force = 10 * Math.pow(100, r.nextDouble());
      int shelf = r.nextInt(5);
      t.actions += what.equals("nothing") ? 0 : 1;
      switch (what) {
        case "lean 10..30 g" -> lean(world, shelf, 10 * Math.pow(3, r.nextDouble()), at);
        case "lean 30..100 g" -> lean(world, shelf, 30 * Math.pow(3.3, r.nextDouble()), at);
        case "lean 100..3000 g" -> lean(world, shelf, 100 * Math.pow(30, r.nextDouble()), at);
        case "touch" -> world.add(PlateAction.touch(shelf, r.nextInt(12), force, at, r));
        case "push along" -> world.add(PlateAction.pushAlong(shelf, r.nextInt(11), force, at, r));
        case "door" -> doors.add(at);
        default -> {}
      }
    }
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, 5, 12));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < 600) {
      if (!doors.isEmpty() && world.seconds() >= doors.getFirst()) {
        world.shake(doors.removeFirst(), 5 + 20 * r.nextDouble());
      }
      world.next(block);
      tracked.take(block);
    }
    tracked.end();
    t.extra = tracked.announced.size();
    t.plateHours = 60 * 600 / 3600.0;
    return t;
  }

  private static void lean(PlateWorld world, int shelf, double force, double at) {
    Random r = world.random;
    world.add(PlateAction.lean(shelf, r.nextInt(10), 1 + r.nextInt(3), force, at, r));
  }

  static TrackedBlocks run(PlateWorld world, double seconds) {
    TrackedBlocks tracked = new TrackedBlocks(Stores.grid(1, world.shelves, world.plates));
    PlateBlock block = new PlateBlock(0);
    while (world.seconds() < seconds) {
      world.next(block);
      tracked.take(block);
    }
    tracked.end();
    return tracked;
  }

  private static void match(
      PlateWorld world, List<PlateAction> actions, List<Announced> announced, Tallied t) {
    boolean[] used = new boolean[announced.size()];
    for (PlateAction a : actions) {
      t.actions++;
      for (int i = 0; i < used.length; i++) {
        if (!used[i] && fits(world, a, announced.get(i))) {
          used[i] = true;
          record(world, a, announced.get(i), t);
          break;
        }
      }
    }
    for (boolean u : used) {
      t.extra += u ? 0 : 1;
    }
  }

  private static boolean fits(PlateWorld world, PlateAction a, Announced x) {
    var c = x.change();
    return c.shelf().shelf() == a.shelf + 1
        && c.endNanos() > world.nanos(a.startSeconds - 0.5)
        && c.startNanos() < world.nanos(a.endSeconds())
        && Math.signum(c.deltaGrams()) == Math.signum(a.massGrams)
        && Math.abs(c.deltaGrams() - a.massGrams) < 0.4 * Math.abs(a.massGrams);
  }

  private static void record(PlateWorld world, PlateAction a, Announced x, Tallied t) {
    var c = x.change();
    t.found++;
    t.errors.add((c.deltaGrams() - a.massGrams) / c.sigmaGrams());
    t.sigmas.add(c.sigmaGrams());
    t.starts.add((c.startNanos() - world.nanos(a.startSeconds)) / 1e9);
    t.ends.add((c.endNanos() - world.nanos(a.restSeconds())) / 1e9);
    t.latencies.add((x.atNanos() - world.nanos(a.restSeconds())) / 1e9);
  }

  private static String spread(List<Double> values) {
    return String.format(
        "%.2f, %.2f, %.2f",
        Tallied.quantile(values, 0.05),
        Tallied.quantile(values, 0.5),
        Tallied.quantile(values, 0.95));
  }
}
