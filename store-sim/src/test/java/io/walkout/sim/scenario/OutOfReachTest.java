package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.sim.Outcome;
import io.walkout.sim.Seen;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.Unheard;
import io.walkout.sim.video.CameraSensor;
import io.walkout.sim.video.CameraSettings;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import io.walkout.store.Gondola;
import io.walkout.store.Layout;
import io.walkout.store.Store;
import io.walkout.store.geometry.FloorPolygon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody takes what nobody can reach. */
class OutOfReachTest {
  @TempDir Path dir;

  /** The corner shop with its floor cut off somewhere: goods at y &gt; 0, people at y &lt; 0. */
  private static SimStore cutAt(double x, double y) {
    Store whole = StorePlan.corner().store();
    Layout layout = whole.layout();
    Layout cut =
        new Layout(
            FloorPolygon.rectangle(-1.3, -2.4, x, y),
            layout.gondolas(),
            layout.cameras(),
            List.of(),
            layout.zones());
    return SimStore.of(with(whole, cut));
  }

  private static Store with(Store store, Layout layout) {
    return new Store(
        store.name(),
        store.zone(),
        store.currency(),
        layout,
        store.catalogue(),
        store.planogram(),
        store.policy());
  }

  private static Outcome run(String yaml, SimStore shop) throws IOException {
    Scenario scenario = ScenarioReader.parse(yaml, Path.of("mine.yaml")).in(() -> shop);
    return Simulation.run(scenario, 1, new Unheard(), SimulationOptions.NONE);
  }

  private static String taking(String facing) {
    return """
        name: mine
        description: somebody takes something
        facings:
          a: %s
        people:
          - name: ann
            do:
              - take: a
        """
        .formatted(facing);
  }

  @Test
  void aFacingAMetreBehindAWallIsRefusedWithHowFarItIs() {
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(() -> run(taking("{gondola: 1, shelf: 2, plate: 2}"), cutAt(9, -1)))
        .withMessageStartingWith("mine.yaml:8: people[0].do[0].take: found ")
        .withMessageContaining(
            "which can't be reached from the floor: the nearest place to stand is 0.7 m away");
  }

  @Test
  void aShopWithNothingInReachIsRefusedInOneSentence() {
    SimStore shop = cutAt(2, -1);
    for (String yaml :
        List.of(taking("any"), "name: x\ndescription: x\nrandom: {people: 2, every: 5}\n")) {
      assertThatExceptionOfType(ScenarioException.class)
          .isThrownBy(() -> run(yaml, shop))
          .withMessageContaining("reached")
          .withMessageNotContaining("\n");
    }
  }

  @Test
  void chanceChoosesAmongWhatCanBeReached() throws IOException {
    SimStore shop = cutAt(2.5, 0.5);
    assertThat(shop.inReach().size()).isBetween(1, shop.facings().size() - 1);
    for (long seed = 1; seed <= 20; seed++) {
      Scenario any = ScenarioReader.parse(taking("any"), Path.of("mine.yaml")).in(() -> shop);
      assertThat(Seen.of(any, seed).outcome().takes()).as("seed %d", seed).isOne();
    }
    Scenario mixture =
        ScenarioReader.parse(
                "name: x\ndescription: x\nrandom: {people: 6, every: 5}\n", Path.of("x.yaml"))
            .in(() -> shop);
    assertThat(Seen.of(mixture, 1).outcome().takes()).isPositive();
  }

  @Test
  void everyFacingOfTheLibrarysShopsIsInReach() {
    assertThat(StorePlan.corner().inReach()).hasSize(StorePlan.corner().facings().size());
    assertThat(StorePlan.big().inReach()).hasSize(StorePlan.big().facings().size());
  }

  @Test
  void aShopWithoutCamerasIsNotFilmed() throws IOException {
    Store whole = StorePlan.corner().store();
    List<Gondola> gondolas = whole.layout().gondolas();
    Layout dark =
        new Layout(
            whole.layout().floor(),
            gondolas,
            List.of(),
            whole.layout().doors(),
            whole.layout().zones());
    StoreFile.write(with(whole, dark), dir.resolve("store"));
    SimStore shop = SimStore.of(StoreFile.read(dir.resolve("store").resolve(StoreFile.STORE_YAML)));
    Path recording = dir.resolve("x.rec");
    assertThatExceptionOfType(ScenarioException.class)
        .isThrownBy(
            () ->
                Simulation.run(
                    Library.find("alone").in(() -> shop),
                    1,
                    recording,
                    SimulationOptions.NONE.filmedBy(CameraSensor.rendered(CameraSettings.DEFAULT))))
        .withMessageContaining("no cameras to film with")
        .withMessageNotContaining("\n");
    assertThat(Files.exists(recording)).isFalse();
  }
}
