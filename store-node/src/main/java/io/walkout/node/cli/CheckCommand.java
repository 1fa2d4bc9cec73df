package io.walkout.node.cli;

import io.walkout.ingest.storefile.FloorPlanSvg;
import io.walkout.ingest.storefile.Problem;
import io.walkout.ingest.storefile.StoreCheck;
import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.OutputFile;
import io.walkout.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout check STORE.yaml}: every error of a store's files at once, and its floor plan to
 * look at.
 */
@Command(
    name = "check",
    description = "Check a store's files: every error at once, and the floor plan as a picture.")
public final class CheckCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "STORE.yaml",
      description = "The store file, with its catalogue and planogram beside it.")
  private Path file;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Where to draw the floor plan (default: beside the store file).")
  private @Nullable Path svg;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    StoreCheck check = StoreFile.check(file);
    PrintWriter out = spec.commandLine().getOut();
    Path plan = svg != null ? svg : file.toAbsolutePath().resolveSibling(stem(file) + ".svg");
    OutputFile.expect("--svg", plan, StoreFile.files(file));
    if (check.store().isPresent()) {
      String drawn = FloorPlanSvg.draw(check.store().get());
      OutputFile.write(plan, to -> Files.writeString(to, drawn));
    }
    if (json) {
      out.println(
          Json.pretty(Map.of("errors", rows(check.errors()), "warnings", rows(check.warnings()))));
    } else {
      check.errors().forEach(p -> spec.commandLine().getErr().println("error: " + p));
      check.warnings().forEach(p -> out.println("warning: " + p));
      check.store().ifPresent(store -> out.println(counted(store) + "; floor plan in " + plan));
    }
    out.flush();
    return check.store().isPresent() ? 0 : Errors.UNUSABLE;
  }

  private static List<Map<String, Object>> rows(List<Problem> problems) {
    return problems.stream()
        .<Map<String, Object>>map(
            p ->
                Map.of(
                    "file", p.file().toString(),
                    "line", p.line(),
                    "field", p.field(),
                    "found", p.found(),
                    "expected", p.expected()))
        .toList();
  }

  private static String counted(Store store) {
    return "%s: %d gondolas, %d shelves, %d plates, %d facings, %d products, %d cameras, %d doors"
        .formatted(
            store.name(),
            store.layout().gondolas().size(),
            store.layout().shelves().size(),
            store.layout().plateCount(),
            store.planogram().facings().size(),
            store.catalogue().products().size(),
            store.layout().cameras().size(),
            store.layout().doors().size());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
