package io.walkout.node.cli;

import io.walkout.models.NetFamily;
import io.walkout.models.zoo.OwnNet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout models check FAMILY FILE.onnx}: whether a user's own net is of a family. */
@Command(
    name = "check",
    description =
        "Load a net of your own and probe it as the program would: what goes in and comes out, and"
            + " whether it is of the family you say. Then give it as FAMILY:FILE.onnx, such as"
            + " --detector yolox:FILE.onnx.")
public final class ModelsCheckCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FAMILY",
      description = "nanodet, yolox, detr, movenet, reid or palm.")
  private String family;

  @Parameters(index = "1", paramLabel = "FILE.onnx", description = "The net.")
  private Path file;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelsCheckCommand() {}

  @Override
  public Integer call() throws IOException {
    NetFamily of = family();
    PrintWriter out = spec.commandLine().getOut();
    out.println(OwnNet.probe(of, file));
    out.flush();
    return 0;
  }

  private NetFamily family() {
    try {
      return NetFamily.of(family);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
