package io.walkout.node.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule catches a class planted to break it, and lets its harmless neighbour pass. */
class HouseRulesTest {
  @TempDir Path directory;

  @Test
  void anArrowAgainstTheTableIsCaught() {
    String word = "package io.walkout.sim; public class Word {}";
    String user = "package io.walkout.cart; class User { io.walkout.sim.Word word; }";

    caught(HouseRules.mayUse("cart"), "io.walkout.cart.User", word, user);
    passes(HouseRules.mayUse("sim"), word, user);
  }

  @Test
  void aLibraryInTheModelIsCaught() {
    caught(
        HouseRules.STORE_IS_PLAIN_JAVA,
        "io.walkout.store.Odd",
        "package org.slf4j; public class Log {}",
        "package io.walkout.store; class Odd { org.slf4j.Log log; }");
  }

  @Test
  void aUserOfTheBenchmarksIsCaught() {
    caught(
        HouseRules.NOBODY_USES_BENCHMARKS,
        "io.walkout.node.Odd",
        "package io.walkout.bench; public class Bench {}",
        "package io.walkout.node; class Odd { io.walkout.bench.Bench bench; }");
  }

  @Test
  void aCycleOfPackagesIsCaught() {
    caught(
        HouseRules.NO_CYCLES,
        "io.walkout.cart.b",
        "package io.walkout.cart; public class A { io.walkout.cart.b.B b; }",
        "package io.walkout.cart.b; public class B { io.walkout.cart.A a; }");
  }

  @Test
  void aLibraryOutsideItsRoomIsCaught() {
    String ffmpeg = "package org.bytedeco.ffmpeg; public class Codec {}";
    String opencv = "package org.opencv.core; public class Mat {}";

    caught(
        HouseRules.FFMPEG_STAYS_IN_VIDEO,
        "io.walkout.ingest.Odd",
        ffmpeg,
        "package io.walkout.ingest; class Odd { org.bytedeco.ffmpeg.Codec codec; }");
    passes(
        HouseRules.FFMPEG_STAYS_IN_VIDEO,
        ffmpeg,
        "package io.walkout.ingest.video; class Fine { org.bytedeco.ffmpeg.Codec codec; }");
    caught(
        HouseRules.OPENCV_STAYS_IN_DETECT,
        "io.walkout.tracker.person.Odd",
        opencv,
        "package io.walkout.tracker.person; class Odd { org.opencv.core.Mat mat; }");
  }

  @Test
  void aSecondStarterOfTheNetsRuntimeIsCaught() {
    String runtime =
        "package ai.onnxruntime; public class OrtEnvironment"
            + " { public static OrtEnvironment getEnvironment() { return null; } }";
    String starts = " { Object o = ai.onnxruntime.OrtEnvironment.getEnvironment(); }";

    caught(
        HouseRules.ONE_CLASS_STARTS_ONNX_RUNTIME,
        "io.walkout.models.zoo.Odd",
        runtime,
        "package io.walkout.models.zoo; class Odd" + starts);
    passes(
        HouseRules.ONE_CLASS_STARTS_ONNX_RUNTIME,
        runtime,
        "package io.walkout.models.net; class OnnxEngine { static class Started" + starts + " }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.nanoTime()",
        "System.currentTimeMillis()",
        "java.time.Instant.now()",
        "java.time.LocalDate.now()",
        "java.time.Clock.systemUTC()",
        "new java.util.Date()"
      })
  void aClockInADeciderIsCaught(String expression) {
    caught(HouseRules.DECIDERS_READ_NO_CLOCK, "io.walkout.cart.Odd", decider(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.random()",
        "new java.util.Random()",
        "java.util.concurrent.ThreadLocalRandom.current()",
        "java.util.UUID.randomUUID()"
      })
  void chanceInADeciderIsCaught(String expression) {
    caught(HouseRules.DECIDERS_USE_NO_CHANCE, "io.walkout.cart.Odd", decider(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new java.util.HashMap<String, String>().values()",
        "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toSet())",
        "java.util.List.of(1).parallelStream()",
        "System.identityHashCode(this)"
      })
  void hashOrderInADeciderIsCaught(String expression) {
    caught(HouseRules.DECIDERS_KNOW_NO_HASH_ORDER, "io.walkout.cart.Odd", decider(expression));
  }

  @Test
  void whatOnlyLooksLikeChanceOrAClockPasses() {
    String source =
        decider(
            "java.util.List.of(java.time.Instant.now(clock), new java.util.Random(7),"
                + " new java.util.LinkedHashMap<String, String>().values(),"
                + " new java.util.HashMap<String, String>().getOrDefault(\"\", \"\"))");
    passes(HouseRules.DECIDERS_READ_NO_CLOCK, source);
    passes(HouseRules.DECIDERS_USE_NO_CHANCE, source);
    passes(HouseRules.DECIDERS_KNOW_NO_HASH_ORDER, source);
  }

  @Test
  void theConsoleOutsideTheProgramIsCaught() {
    caught(HouseRules.NO_CONSOLE_OUTSIDE_NODE, "io.walkout.cart.Odd", decider("System.out"));
    passes(
        HouseRules.NO_CONSOLE_OUTSIDE_NODE,
        "package io.walkout.node; class Fine { Object found = System.out; }");
  }

  @Test
  void theJdksLoggingOutsideTheProgramIsCaught() {
    caught(
        HouseRules.NO_JUL_OUTSIDE_NODE,
        "io.walkout.cart.Odd",
        decider("java.util.logging.Logger.getGlobal()"));
  }

  private static String decider(String expression) {
    return "package io.walkout.cart; class Odd { java.time.Clock clock;  Object look() { return "
        + expression
        + "; } }";
  }

  private void caught(ArchRule rule, String culprit, String... sources) {
    var classes = new ClassFileImporter().importPath(compile(sources));
    assertThatThrownBy(() -> rule.check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(culprit);
  }

  private void passes(ArchRule rule, String... sources) {
    rule.check(new ClassFileImporter().importPath(compile(sources)));
  }

  private Path compile(String... sources) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try {
      Path home = Files.createTempDirectory(directory, "planted");
      List<String> arguments = new ArrayList<>(List.of("-d", home.resolve("classes").toString()));
      for (int i = 0; i < sources.length; i++) {
        Path folder = Files.createDirectories(home.resolve("src" + i));
        String type = sources[i].replaceFirst(".*class (\\w+).*", "$1");
        Path file = Files.writeString(folder.resolve(type + ".java"), sources[i]);
        arguments.add(file.toString());
      }
      assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
      return home.resolve("classes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
