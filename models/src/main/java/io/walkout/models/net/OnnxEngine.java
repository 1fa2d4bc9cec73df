package io.walkout.models.net;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * Owns the one ONNX Runtime of the process and the order in which it starts: DJL's engine first,
 * since it makes the {@link OrtEnvironment} with options of its own and throws if there is one
 * already; then the same environment for our sessions. Before both, ONNX Runtime's reporting is
 * switched off. Nothing else of the program asks for either. Thread-safe.
 */
public final class OnnxEngine {
  private OnnxEngine() {}

  /** Made when first asked for; the class loader sees to it that this happens once. */
  private static final class Started {
    static final OrtEnvironment ENVIRONMENT = start();

    private static OrtEnvironment start() {
      OnnxTelemetry.off();
      // DJL reports each start to its makers and would download natives; a shop's box does neither.
      setIfAbsent("OPT_OUT_TRACKING", "true");
      setIfAbsent("ai.djl.offline", "true");
      // Its sessions run in the process's shared pool; ours have no pool at all.
      setIfAbsent("ai.djl.onnxruntime.num_threads", "1");
      setIfAbsent("ai.djl.onnxruntime.num_interop_threads", "1");
      Engine.getEngine("OnnxRuntime");
      return OrtEnvironment.getEnvironment();
    }

    private static void setIfAbsent(String key, String value) {
      if (System.getProperty(key) == null) {
        System.setProperty(key, value);
      }
    }
  }

  /**
   * DJL's ONNX Runtime engine, started in the right order: for loading and translating off the hot
   * path. The first call of the process takes about a second.
   */
  public static Engine djl() {
    environment();
    return Engine.getEngine("OnnxRuntime");
  }

  /**
   * The environment of all sessions, started in the right order. The first call of the process
   * takes about a second.
   */
  public static OrtEnvironment environment() {
    return Started.ENVIRONMENT;
  }

  /**
   * Options for one worker's session: it computes in the thread that calls it, so that as many run
   * side by side as there are workers, and none spins while it waits. Figures for these choices are
   * in docs/decisions/018.
   */
  static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    options.setMemoryPatternOptimization(true);
    options.setCPUArenaAllocator(true);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    // Denormals cost a hundred times a normal product on some cores and mean nothing in a picture.
    options.addConfigEntry("session.set_denormal_as_zero", "1");
    return options;
  }
}
