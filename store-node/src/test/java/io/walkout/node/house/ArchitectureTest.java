package io.walkout.node.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program keeps to the {@link HouseRules}. That the rules bite is {@link HouseRulesTest}'s. */
class ArchitectureTest {
  private static JavaClasses program;

  @BeforeAll
  static void readTheProgram() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.walkout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "ingest", "models", "tracker", "cart", "billing", "sim", "node"})
  void aModuleUsesOnlyWhatTheTableLetsIt(String module) {
    HouseRules.mayUse(module).check(program);
  }

  @Test
  void theModelIsPlainJava() {
    HouseRules.STORE_IS_PLAIN_JAVA.check(program);
  }

  @Test
  void nobodyUsesTheBenchmarks() {
    HouseRules.NOBODY_USES_BENCHMARKS.check(program);
  }

  @Test
  void packagesHaveNoCycles() {
    HouseRules.NO_CYCLES.check(program);
  }

  @Test
  void onlyVideoTouchesFfmpeg() {
    HouseRules.FFMPEG_STAYS_IN_VIDEO.check(program);
  }

  @Test
  void onlyDetectTouchesOpencv() {
    HouseRules.OPENCV_STAYS_IN_DETECT.check(program);
  }

  @Test
  void onlyModelsTouchesTheNetsRuntime() {
    HouseRules.NETS_STAY_IN_MODELS.check(program);
  }

  @Test
  void onlyOneClassStartsTheNetsRuntime() {
    HouseRules.ONE_CLASS_STARTS_ONNX_RUNTIME.check(program);
  }

  @Test
  void decidersReadNoClock() {
    HouseRules.DECIDERS_READ_NO_CLOCK.check(program);
  }

  @Test
  void decidersUseNoChance() {
    HouseRules.DECIDERS_USE_NO_CHANCE.check(program);
  }

  @Test
  void decidersKnowNoHashOrder() {
    HouseRules.DECIDERS_KNOW_NO_HASH_ORDER.check(program);
  }

  @Test
  void onlyTheProgramWritesToTheConsole() {
    HouseRules.NO_CONSOLE_OUTSIDE_NODE.check(program);
  }

  @Test
  void loggingGoesThroughSlf4j() {
    HouseRules.NO_JUL_OUTSIDE_NODE.check(program);
  }
}
