package io.walkout.node.cli;

import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.catalogue.OnnxPreparation;
import io.walkout.models.catalogue.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout models verify [NAME...]}: whether the nets here are what they were. */
@Command(
    name = "verify",
    description =
        "Hold the nets that are here against their hashes and their stored answers; exit code 1 if"
            + " anything differs, or none is here.")
public final class ModelsVerifyCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Which nets (default: all that are here).")
  private List<String> names = new ArrayList<>();

  @Mixin private ModelsPlace place = new ModelsPlace();

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelsVerifyCommand() {}

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    ModelsFolder folder = place.folder();
    Verification verification = new Verification(catalogue, folder, new OnnxPreparation());
    List<Net> nets = new ArrayList<>();
    for (Net net : names.isEmpty() ? catalogue.nets() : named(catalogue)) {
      if (!names.isEmpty() || verification.hasTraceOf(net)) {
        nets.add(net);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Verification.Finding> findings = new ArrayList<>();
    for (Net net : nets) {
      Verification.Finding finding = verification.verify(net);
      findings.add(finding);
      if (!json) {
        out.printf(
            "%-18s %-7s  %s%n",
            net.name(), finding.isRight() ? "right" : "DIFFERS", finding.finding());
        out.flush();
      }
    }
    boolean none = nets.isEmpty();
    boolean right = !none && findings.stream().allMatch(Verification.Finding::isRight);
    if (json) {
      out.println(Json.pretty(Map.of("right", right, "nets", rows(findings))));
    }
    out.flush();
    if (!right) {
      String wrong =
          none
              ? "no net is in " + folder.root() + "; './walkout models pull' brings them"
              : complaint(findings);
      spec.commandLine().getErr().println("walkout: " + wrong);
    }
    return right ? 0 : Errors.FAILED;
  }

  private List<Net> named(Catalogue catalogue) {
    return names.stream().map(catalogue::net).toList();
  }

  private static String complaint(List<Verification.Finding> findings) {
    String wrong =
        String.join(
            " ", findings.stream().filter(f -> !f.isRight()).map(f -> f.net().name()).toList());
    return "not as it must be: %s; './walkout models pull %s' makes it good"
        .formatted(wrong.replace(" ", ", "), wrong);
  }

  private static List<Map<String, Object>> rows(List<Verification.Finding> findings) {
    return findings.stream()
        .<Map<String, Object>>map(
            f -> Map.of("net", f.net().name(), "right", f.isRight(), "finding", f.finding()))
        .toList();
  }
}
