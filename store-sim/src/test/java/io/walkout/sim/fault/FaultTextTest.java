package io.walkout.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.sim.Captured;
import io.walkout.sim.Outcome;
import io.walkout.sim.Scenarios;
import io.walkout.sim.Simulation;
import io.walkout.sim.SimulationOptions;
import io.walkout.sim.scenario.Scenario;
import io.walkout.sim.scenario.ScenarioException;
import io.walkout.sim.scenario.ScenarioReader;
import io.walkout.sim.world.SimStore;
import io.walkout.sim.world.StorePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How faults are named, and what is said to who names them wrongly. */
class FaultTextTest {
  private static final SimStore SHOP = StorePlan.corner();

  @Test
  void thereAreTheseSeventeen() {
    assertThat(Arrays.stream(FaultName.values()).map(FaultName::text))
        .containsExactlyInAnyOrder(
            "PlateDrift",
            "PlateDead",
            "CameraStall",
            "CameraMoved",
            "CameraFrozen",
            "CameraBlack",
            "CameraCovered",
            "CameraResized",
            "TimesRepeated",
            "ClockSkew",
            "LateFrames",
            "LostFrames",
            "PoseDropout",
            "WrongPlanogram",
            "WrongMass",
            "DoorMissed",
            "PowerCut");
  }

  @Test
  void aClockThatIsLateIsSaidToBeBehind() {
    assertThat(
            Faults.parse(List.of("ClockSkew:source=poses,ms=-171", "ClockSkew:source=poses,ms=20"))
                .in(SHOP, 3)
                .describe())
        .containsExactly(
            "ClockSkew: the clock of poses is 171 ms behind",
            "ClockSkew: the clock of poses is 20 ms ahead");
  }

  @ParameterizedTest
  @EnumSource
  void eachGoesWithNothingSaidAndSaysWhatItDrew(FaultName name) {
    ShopFaults faults = Faults.parse(List.of(name.text())).in(SHOP, 3);
    assertThat(faults.describe()).hasSize(1);
    assertThat(faults.describe().getFirst()).startsWith(name.text() + ": ");
    assertThat(Faults.parse(List.of(name.text())).in(SHOP, 3).describe())
        .isEqualTo(faults.describe());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PlateDrif | there is no fault 'PlateDrif'; there are PlateDrift, PlateDead, CameraStall,"
            + " CameraMoved, CameraFrozen, CameraBlack, CameraCovered, CameraResized,"
            + " TimesRepeated, ClockSkew, LateFrames, LostFrames, PoseDropout, WrongPlanogram,"
            + " WrongMass, DoorMissed, PowerCut",
        "LateFrames:s=3 | LateFrames has no parameter 's'; it has camera, ms, share",
        "LateFrames:ms | LateFrames: expected parameter=value, found 'ms'; it has camera, ms, share",
        "LateFrames:ms=soon | LateFrames: ms is 0 to 20000 ms, found 'soon'",
        "LateFrames:ms=NaN | LateFrames: ms is 0 to 20000 ms, found 'NaN'",
        "LateFrames:ms=-1 | LateFrames: ms is 0 to 20000 ms, found '-1'",
        "LostFrames:share=120% | LostFrames: share is a share from 0 to 1, or from 0% to 100%,"
            + " found '120%'",
        "LostFrames:burst=2.5 | LostFrames: burst is a whole number from 1 to 1000, found '2.5'",
        "PlateDead:how=melted | PlateDead: how is stuck, nan or junk, found 'melted'",
        "WrongMass:factor=2,factor=3 | WrongMass: factor is given twice",
        "CameraStall:camera=cam-9 | CameraStall: this shop has no camera 'cam-9'; it has cam-1,"
            + " cam-2, cam-3, cam-4",
        "PlateDrift:gondola=9 | PlateDrift: this shop has no plate 9/*/*; it has 210 plates on"
            + " gondolas 1 to 4",
        "DoorMissed:door=back | DoorMissed: this shop has no door 'back'; it has entry, exit",
        "ClockSkew:source=moon | ClockSkew: this shop has no source 'moon'; it has poses, plates,"
            + " doors, cameras, gondola 1, gondola 2, gondola 3, gondola 4, cam-1, cam-2, cam-3,"
            + " cam-4",
      })
  void whatCantBeIsRefusedWithWhatThereIs(String text, String sentence) {
    assertThatThrownBy(() -> Faults.parse(List.of(text)).in(SHOP, 1))
        .isInstanceOf(FaultRefused.class)
        .hasMessage(sentence);
  }

  @Test
  void blanksDontMatterAndTheSameWordsCountOnce() {
    Faults faults =
        Faults.parse(
            List.of(
                " ClockSkew : source = gondola 2 , ms = 400 ",
                "ClockSkew:source=gondola 2,ms=400"));
    assertThat(faults.texts()).containsExactly("ClockSkew:source=gondola 2,ms=400");
    assertThat(Faults.parse(faults.texts()).texts()).isEqualTo(faults.texts());
  }

  @Test
  void givingOneParameterChangesNoOther() {
    String drawn = Faults.parse(List.of("PlateDrift")).in(SHOP, 9).describe().getFirst();
    String given =
        Faults.parse(List.of("PlateDrift:grams-per-minute=7")).in(SHOP, 9).describe().getFirst();
    Pattern rate = Pattern.compile("by -?\\d+ g/min");
    assertThat(rate.matcher(given).replaceFirst(""))
        .isEqualTo(rate.matcher(drawn).replaceFirst(""));
  }

  @Test
  void anotherFaultChangesNotWhatOneDraws() {
    List<String> alone = Faults.parse(List.of("PlateDead")).in(SHOP, 4).describe();
    List<String> both = Faults.parse(List.of("CameraStall", "PlateDead")).in(SHOP, 4).describe();
    assertThat(both.getLast()).isEqualTo(alone.getFirst());
  }

  @Test
  void aScenariosWrongFaultIsRefusedWithItsLine() {
    assertThatThrownBy(
            () ->
                ScenarioReader.parse(
                    """
                    name: stalled
                    people:
                      - name: ann
                        do: [{look: any}]
                    faults: [CameraStall:camera=cam-9]
                    """,
                    Path.of("stalled.yaml")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("stalled.yaml:5")
        .hasMessageContaining("this shop has no camera 'cam-9'; it has cam-1, cam-2");
  }

  @Test
  void faultsOfAScenarioAndOfTheCallBothCount() throws IOException {
    Scenario alone = Scenarios.find("alone");
    Scenario faulty =
        new Scenario(
            alone.name(),
            alone.description(),
            alone.tags(),
            alone.shop(),
            List.of("DoorMissed:share=1"),
            alone.script());
    Captured sensors = new Captured();
    Outcome outcome =
        Simulation.run(
            faulty, 1, sensors, SimulationOptions.NONE.withFaults(List.of("PoseDropout:share=1")));
    assertThat(outcome.faults()).hasSize(2);
    assertThat(sensors.doors).isEmpty();
    assertThat(sensors.poses).isNotEmpty().allMatch(p -> p.set().count == 0);
  }

  @Test
  void theGuideHasARowForEachFaultAndNamesEachParameter() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "using", "faults.md"));
    for (FaultName name : FaultName.values()) {
      assertThat(lines.stream().filter(l -> l.startsWith("| `" + name.text() + "` |")))
          .as(name.text())
          .hasSize(1);
      for (Parameter parameter : name.parameters()) {
        assertThat(lines)
            .as("%s of %s", parameter.name(), name.text())
            .anyMatch(
                l ->
                    l.startsWith("| " + name.text() + " | `" + parameter.name() + "` |")
                        && l.contains(parameter.range())
                        && l.contains(parameter.standard()));
      }
    }
  }
}
