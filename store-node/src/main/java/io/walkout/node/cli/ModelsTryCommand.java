package io.walkout.node.cli;

import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.Net;
import io.walkout.models.zoo.Tryout;
import io.walkout.node.report.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout models try NAME PICTURE}: what a net sees in one picture. */
@Command(
    name = "try",
    description =
        "Let a net look at one picture and print what it finds: nanodet boxes, movenet-thunder and -lightning the joints"
            + " of one person (give a person's crop), handdetect palms.")
public final class ModelsTryCommand extends Verbose implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "A net that is here.")
  private String name;

  @Parameters(index = "1", paramLabel = "PICTURE", description = "A JPEG or PNG file.")
  private Path picture;

  @Option(
      names = "--draw",
      paramLabel = "FILE.png",
      description = "Draw what was found into a copy of the picture.")
  private @Nullable Path drawing;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Mixin private ModelsPlace place = new ModelsPlace();

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelsTryCommand() {}

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    Net net = catalogue.net(name);
    OutputFile.expect("--draw", drawing, List.of(picture));
    List<Tryout.Sighting> found = new Tryout(catalogue, place.folder()).look(net, picture, drawing);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(Map.of("net", net.name(), "found", found)));
    } else {
      for (Tryout.Sighting each : found) {
        out.printf("%-16s %.2f  at %.0f, %.0f", each.what(), each.score(), each.left(), each.top());
        out.println(
            each.width() > 0 ? "  size %.0f x %.0f".formatted(each.width(), each.height()) : "");
      }
      if (found.isEmpty()) {
        out.println("Nothing found.");
      }
    }
    out.flush();
    return 0;
  }
}
