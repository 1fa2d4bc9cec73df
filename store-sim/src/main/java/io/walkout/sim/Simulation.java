package io.walkout.sim;

import io.walkout.sim.fault.ClockSource;
import io.walkout.sim.fault.Faults;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.people.PoseSensor;
import io.walkout.sim.people.Scene;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.scenario.Play;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.scenario.ScenarioException;
import io.walkout.sim.shelf.Shelves;
import io.walkout.sim.truth.TruthStory;
import io.walkout.sim.world.Dice;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.Stock;
import io.walkout.store.EventTime;
import io.walkout.store.Policy;
import io.walkout.store.Store;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.signal.PlateBlock;
import io.walkout.store.signal.PoseSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a scenario: one loop of 60 steps a second moves the people, loads the shelves, and lets the
 * sensors deliver, until everybody has left. Deterministic: the same scenario and seed give the
 * same events. Single-threaded; memory does not grow with the sensors' output.
 */
public final class Simulation {
  /** When every simulation begins: 2030-01-01T12:00:00Z. */
  public static final long EPOCH_NANOS = EventTime.parse("2030-01-01T12:00:00Z");

  private static final int STEPS_PER_SECOND = 60;

  /** Quiet shelves before anyone comes near and after everyone left. */
  private static final double TAIL_SECONDS = 3;

  /** No scenario lasts longer; one that would has somebody stuck in it. */
  private static final double MOST_SECONDS = 3600;

  private static final double DOOR_DELAY_SECONDS = 0.05;

  private final Scenario scenario;
  private final long seed;
  private final SensorSink sink;
  private final SimStore shop;
  private final ShopFaults faults;
  private final Stock stock;
  private final Shelves shelves;
  private final Scene scene;
  private final PoseSensor poses;
  private final Books books;
  private final Dice network;
  private final List<Watcher.Maker> makers;
  private final List<Watcher> watchers = new ArrayList<>();
  private final boolean filmed;
  private long lastArrival = Long.MIN_VALUE;
  private long plateSamples;
  private long poseSets;
  private int doorsSent;

  private Simulation(Scenario scenario, long seed, SensorSink sink, SimulationOptions options)
      throws IOException {
    this.scenario = scenario;
    this.seed = seed;
    this.sink = sink;
    SimStore plain = scenario.shop().get();
    filmed = options.cameras().isPresent();
    if (filmed && plain.store().layout().cameras().isEmpty()) {
      throw new ScenarioException(
          Path.of(scenario.name()),
          0,
          "store",
          plain.store().name() + ", which has no cameras to film with",
          "a store with cameras, or the sensor level");
    }
    Play play = scenario.script().play(plain, new Dice(seed, "script"));
    shop = play.in(plain);
    List<String> wrong = new ArrayList<>(scenario.faults());
    wrong.addAll(options.faults());
    faults = Faults.parse(wrong).in(shop, seed);
    stock = new Stock(shop, seed, play.stocking());
    play.rehearse(shop, stock);
    shelves = new Shelves(shop, stock, seed, faults);
    scene = new Scene(shop, stock, shelves, play.plans(), seed);
    poses = new PoseSensor(scene, seed, faults, this::sendPoses);
    books = new Books(shop, stock, scene);
    network = new Dice(seed, "network");
    makers = new ArrayList<>(options.watchers());
    options.cameras().ifPresent(crew -> makers.add(filming(crew, sink)));
  }

  /**
   * Simulates and writes a recording with its truth.
   *
   * @param scenario a name of {@link Scenarios#names}, or the path of a scenario's file
   * @param seed any number
   * @param dir a directory that is absent or empty
   * @throws IllegalArgumentException on a name that is no scenario's, and on a scenario that can't
   *     be (a {@link io.walkout.sim.scenario.ScenarioException}); nothing is written then
   * @throws IOException if the recording can't be written
   */
  public static Outcome run(String scenario, long seed, Path dir) throws IOException {
    return run(scenario, seed, dir, SimulationOptions.NONE);
  }

  /**
   * As {@link #run(String, long, Path)}, with faults and watchers.
   *
   * @throws io.walkout.sim.fault.FaultRefused on a fault that can't be
   */
  public static Outcome run(String scenario, long seed, Path dir, SimulationOptions options)
      throws IOException {
    return run(Scenarios.find(scenario), seed, dir, options);
  }

  /** As {@link #run(String, long, Path, SimulationOptions)}, of a scenario that is at hand. */
  public static Outcome run(Scenario scenario, long seed, Path dir, SimulationOptions options)
      throws IOException {
    try (RecordingSink sink = new RecordingSink(dir)) {
      List<Watcher.Maker> watchers = new ArrayList<>(options.watchers());
      watchers.addFirst(stage -> TruthWatcher.of(dir, stage));
      Outcome outcome = run(scenario, seed, sink, options.watchedBy(watchers));
      sink.truth(outcome.truth());
      sink.note(outcome.faults());
      return outcome;
    }
  }

  /** Simulates into a sink of the caller's; as {@link #run(String, long, Path)} otherwise. */
  public static Outcome run(String scenario, long seed, SensorSink sink) throws IOException {
    return run(scenario, seed, sink, SimulationOptions.NONE);
  }

  /** As {@link #run(String, long, SensorSink)}, watched. */
  public static Outcome run(
      String scenario, long seed, SensorSink sink, List<Watcher.Maker> watchers)
      throws IOException {
    return run(scenario, seed, sink, SimulationOptions.NONE.watchedBy(watchers));
  }

  /** As {@link #run(String, long, Path, SimulationOptions)}, into a sink of the caller's. */
  public static Outcome run(String scenario, long seed, SensorSink sink, SimulationOptions options)
      throws IOException {
    return run(Scenarios.find(scenario), seed, sink, options);
  }

  /**
   * As {@link #run(String, long, SensorSink, SimulationOptions)}, of a scenario that is at hand.
   */
  public static Outcome run(
      Scenario scenario, long seed, SensorSink sink, SimulationOptions options) throws IOException {
    return new Simulation(scenario, seed, sink, options).run();
  }

  private static Watcher.Maker filming(VideoSink.Cameras crew, SensorSink sink) {
    if (sink instanceof VideoSink videos) {
      return stage -> crew.watch(stage, videos);
    }
    throw new IllegalArgumentException("pictures need a recording that they are written to");
  }

  private String caseName() {
    return scenario.name() + "-" + seed;
  }

  private Outcome run() throws IOException {
    String caseName = caseName();
    sink.begin(told(faults.toldStore()), caseName);
    Stage stage = new Stage(caseName, seed, shop, stock, scene, faults);
    for (Watcher.Maker maker : makers) {
      watchers.add(maker.watch(stage));
    }
    double step = 1.0 / STEPS_PER_SECOND;
    double over = Double.POSITIVE_INFINITY;
    double seconds = 0;
    try {
      for (long tick = 0; seconds < over; tick++) {
        seconds = tick * step;
        scene.step(seconds, step);
        if (faults.powerReturns(seconds, step)) {
          shelves.restart(tick);
        }
        poses.step(seconds, step);
        books.keep();
        sendDoors();
        for (int g = 0; g < shelves.gondolaCount(); g++) {
          PlateBlock block = shelves.tick(g, tick);
          if (block != null) {
            sendPlates(block, seconds);
          }
        }
        for (Watcher watcher : watchers) {
          watcher.step(seconds, step);
        }
        if (Double.isInfinite(over) && scene.isOver()) {
          over = seconds + TAIL_SECONDS;
        }
        if (seconds > MOST_SECONDS) {
          throw new IllegalStateException(
              "scenario " + scenario.name() + " with seed " + seed + " does not end");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Watcher watcher : watchers) {
      watcher.end(seconds);
    }
    if (faults.isTorn()) {
      sink.tear();
    }
    return new Outcome(
        scenario.name(),
        seed,
        seconds,
        scene.shoppers().size(),
        books.takes(),
        books.putBacks(),
        plateSamples,
        poseSets,
        TruthStory.tell(
            books.truth(caseName), scene, scenario.name(), seed, faults.describe(), EPOCH_NANOS),
        faults.describe());
  }

  /** The store's policy is that of our truth: who has a thing in the end owes, but for staff. */
  private Store told(Store store) {
    Set<String> staff = new LinkedHashSet<>(store.policy().staffCredentials());
    for (Shopper shopper : scene.shoppers()) {
      String credential = shopper.plan().credential();
      if (shopper.plan().isStaff() && credential != null) {
        staff.add(credential);
      }
    }
    Policy policy = store.policy().with(Policy.HandOver.RECEIVER).withStaff(new ArrayList<>(staff));
    return store.with(policy);
  }

  private void sendPlates(PlateBlock block, double seconds) throws IOException {
    double capture = block.firstNanos / 1e9;
    double arrival = seconds + network.between(0.02, 0.06);
    if (faults.isLostToPowerCut(capture, arrival)) {
      return;
    }
    double skew = faults.clockSkewSeconds(ClockSource.gondola(block.gondola), capture);
    block.firstNanos += EPOCH_NANOS + Math.round(skew * 1e6) * 1000;
    lastArrival = Math.max(lastArrival + 1, nanos(arrival));
    sink.plates(block, lastArrival);
    plateSamples += block.length();
  }

  private void sendPoses(PoseSet set, double captureSeconds, double arrivalSeconds) {
    if (filmed || faults.isLostToPowerCut(captureSeconds, arrivalSeconds)) {
      return;
    }
    double skew = faults.clockSkewSeconds(ClockSource.POSES, captureSeconds);
    try {
      sink.poses(set, nanos(captureSeconds + skew), nanos(arrivalSeconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    poseSets++;
  }

  private void sendDoors() throws IOException {
    for (; doorsSent < scene.passes().size(); doorsSent++) {
      Scene.DoorPass pass = scene.passes().get(doorsSent);
      double arrival = pass.seconds() + DOOR_DELAY_SECONDS;
      if (faults.doorIsMissed(pass.door(), doorsSent)
          || faults.isLostToPowerCut(pass.seconds(), arrival)) {
        continue;
      }
      double skew = faults.clockSkewSeconds(ClockSource.DOORS, pass.seconds());
      sink.door(
          new DoorEvent(
              pass.door().id(),
              nanos(pass.seconds() + skew),
              pass.kind(),
              pass.kind() == DoorEvent.Kind.ENTRY ? pass.shopper().plan().credential() : null),
          nanos(arrival));
    }
  }

  private static long nanos(double seconds) {
    return EPOCH_NANOS + Math.round(seconds * 1e6) * 1000;
  }
}
