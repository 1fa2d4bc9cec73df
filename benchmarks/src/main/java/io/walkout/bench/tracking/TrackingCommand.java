package io.walkout.bench.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout tracking}: runs the trackers on public sequences and puts their figures beside
 * those of published ones.
 */
@Command(
    name = "tracking",
    description =
        "Run the trackers on public sequences, beside what published ones reach on the same boxes.")
public final class TrackingCommand extends Verbose implements Callable<Integer> {
  /** Every kind of sequence, in the order of the output. */
  private static final List<Suite> SUITES = List.of(new BoxSuite(), new FloorSuite());

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder with the sequences and peers.json (default: shared/data/tracking beside this"
              + " checkout).")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(
      names = "--sensitivity",
      description = {
        "Instead, show what the box tracker's figures hang on: scores on another scale, sequences",
        "begun later, boxes missed and moved, every number of its settings moved by 30 %%. Takes",
        "minutes."
      })
  private boolean sensitivity;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public TrackingCommand() {}

  @Override
  public Integer call() throws IOException {
    Path folder = data == null ? beside() : data;
    Sequences.in(folder);
    if (!Peers.areIn(folder)) {
      say("no peers.json in " + folder + ": nobody else's figures to stand beside ours");
    }
    if (sensitivity) {
      new Sensitivity(folder, spec.commandLine().getOut(), this::say).print();
      return 0;
    }
    Map<String, List<CaseFigures>> found = new LinkedHashMap<>();
    for (Suite suite : SUITES) {
      found.put(suite.title(), suite.run(folder, this::say));
    }
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      print.println(mapper.writeValueAsString(TrackingText.numbers(found)));
    } else {
      TrackingText.print(found, print);
    }
    print.flush();
    return 0;
  }

  /** The data that lies beside a checkout, from the working directory upwards. */
  private static Path beside() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path there = at.resolve("shared/data/tracking");
      if (Files.isDirectory(there)) {
        return there;
      }
    }
    throw new UserError("no folder shared/data/tracking above here; --data names another");
  }

  private void say(String what) {
    spec.commandLine().getErr().println(what);
    spec.commandLine().getErr().flush();
  }
}
