package io.walkout.sim;

import io.walkout.sim.people.Act;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Prop;
import io.walkout.sim.people.Shopper;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.world.Unit;
import io.walkout.store.Facing;
import io.walkout.store.signal.DoorEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches a simulation and remembers what a test may ask. */
public final class Seen implements Watcher {
  private @Nullable Stage stage;
  private @Nullable Outcome outcome;

  /** Kinds of things that were seen at any time. */
  public final Set<Prop.Kind> props = EnumSet.noneOf(Prop.Kind.class);

  /** Most people who were inside at once. */
  public int mostInside;

  /** Seconds during which somebody held something in plain sight. */
  public double handsFullSeconds;

  private Seen() {}

  /** Runs a scenario of the library and watches. */
  public static Seen of(String name, long seed) throws IOException {
    return of(Scenarios.find(name), seed);
  }

  /** Runs a scenario and watches. */
  public static Seen of(Scenario scenario, long seed) throws IOException {
    Seen seen = new Seen();
    SimulationOptions options =
        SimulationOptions.NONE.watchedBy(
            List.of(
                s -> {
                  seen.stage = s;
                  return seen;
                }));
    seen.outcome = Simulation.run(scenario, seed, new Unheard(), options);
    return seen;
  }

  @Override
  public void step(double seconds, double step) {
    stage().scene().props().forEach(p -> props.add(p.kind()));
    int inside = 0;
    boolean full = false;
    for (Shopper shopper : people()) {
      inside += shopper.isInside() ? 1 : 0;
      full |= shopper.inHand(true) != null || shopper.inHand(false) != null;
    }
    mostInside = Math.max(mostInside, inside);
    handsFullSeconds += full ? step : 0;
  }

  @Override
  public void end(double seconds) {}

  /** The facings as the shop tells them. */
  public List<Facing> plan() {
    return stage().shop().store().planogram().facings();
  }

  private Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("nothing ran");
    }
    return stage;
  }

  /** What came of it. */
  public Outcome outcome() {
    if (outcome == null) {
      throw new IllegalStateException("nothing ran");
    }
    return outcome;
  }

  /** Everyone, visit by visit. */
  public List<Shopper> people() {
    return stage().scene().shoppers();
  }

  /** The first visit of somebody. */
  public Shopper person(String name) {
    return people().stream().filter(s -> s.plan().person().equals(name)).findFirst().orElseThrow();
  }

  /** The names of what somebody owes for, each unit. */
  public List<String> owes(String name) {
    return person(name).units().stream().map(u -> u.article().name()).sorted().toList();
  }

  /** The stage's parties. */
  public Map<String, List<String>> parties() {
    return stage().scene().parties();
  }

  /** What happened to the stock. */
  public List<Happening> happenings(Happening.Kind kind) {
    return stage().scene().happenings().stream().filter(h -> h.kind() == kind).toList();
  }

  /** What people did. */
  public List<Act> acts(Act.Kind kind) {
    return stage().scene().acts().stream().filter(a -> a.kind() == kind).toList();
  }

  /** Masses of the units of something, true over catalogue. */
  public List<Double> massRatios(List<Unit> units) {
    List<Double> ratios = new ArrayList<>();
    units.forEach(u -> ratios.add(u.massGrams() / u.article().massGrams()));
    return ratios;
  }

  /** Which way, and how many, passed doors. */
  public long passes(DoorEvent.Kind kind) {
    return stage().scene().passes().stream().filter(p -> p.kind() == kind).count();
  }
}
