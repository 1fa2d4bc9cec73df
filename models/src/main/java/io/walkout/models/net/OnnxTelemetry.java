package io.walkout.models.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Switches off what ONNX Runtime 1.29 reports about the machine and the program to its makers as
 * soon as an environment is made. It also matches the process's command line with a regular
 * expression that overruns the stack, so that the process dies without a word where the line is
 * longer than about 4,000 characters, as a class path easily is. ONNX Runtime asks only the
 * process's environment whether it may; Java can't change that by itself, the C library can.
 */
final class OnnxTelemetry {
  private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

  private OnnxTelemetry() {}

  /**
   * Switches it off. To be called before anything of ONNX Runtime is loaded.
   *
   * @throws IllegalStateException if the C library refuses
   */
  static void off() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      // Windows: ONNX Runtime reports through the system's own event log there, off by policy.
      return;
    }
    MethodHandle set =
        linker.downcallHandle(
            setenv.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int failed = (int) set.invokeExact(arena.allocateFrom(SWITCH), arena.allocateFrom("1"), 1);
      if (failed != 0) {
        throw new IllegalStateException("the C library can't set " + SWITCH);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the C library can't set " + SWITCH, e);
    }
  }
}
