package io.walkout.node.cli;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPolygon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate page FRAME --out page.html}: a page to click points on. */
@Command(
    name = "page",
    description =
        "Write a page with a camera's picture and the store's plan, to click pairs of points on;"
            + " it needs no network.")
public final class CalibratePage extends Verbose implements Callable<Integer> {
  private static final String TEMPLATE = "/io/walkout/node/cli/calibrate-page.html";
  private static final String VALUES = "\"VALUES\"";

  @Parameters(paramLabel = "FRAME", description = "A picture of the camera, or a video of it.")
  private Path frame;

  @Option(names = "--store", paramLabel = "STORE.yaml", description = "Whose plan to show.")
  private @Nullable Path store;

  @Option(names = "--out", required = true, paramLabel = "PAGE.html", description = "Where to.")
  private Path out;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibratePage() {}

  @Override
  public Integer call() throws IOException {
    List<Path> reads = new ArrayList<>(List.of(frame));
    if (store != null) {
      reads.addAll(StoreFile.files(store));
    }
    OutputFile.expect("--out", out, reads);
    StillPicture picture = StillPicture.one(frame);
    Optional<Layout> layout = Optional.ofNullable(store).map(file -> StoreFile.read(file).layout());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", picture.name());
    values.put("width", picture.width());
    values.put("height", picture.height());
    values.put("picture", "data:image/png;base64," + png(picture));
    layout.ifPresent(plan -> values.put("plan", plan(plan)));
    String page = template();
    // The end of a script element must not stand in what it holds.
    String json = Json.pretty(values).replace("</", "<\\/");
    int at = page.indexOf(VALUES);
    String filled = page.substring(0, at) + json + page.substring(at + VALUES.length());
    OutputFile.write(out, file -> Files.writeString(file, filled));
    PrintWriter print = spec.commandLine().getOut();
    print.println("open " + out + " in a browser, click pairs of points, and save the CSV");
    print.flush();
    return 0;
  }

  private static String template() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CalibratePage.class.getResourceAsStream(TEMPLATE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String png(StillPicture picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(picture.image(), "png", bytes)) {
      throw new UserError(picture.name() + ": can't be written as PNG");
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static Map<String, Object> plan(Layout layout) {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("floor", corners(layout.floor()));
    plan.put(
        "gondolas",
        layout.gondolas().stream()
            .map(g -> Map.of("name", String.valueOf(g.number()), "corners", corners(g.footprint())))
            .toList());
    plan.put(
        "doors",
        layout.doors().stream()
            .map(
                d ->
                    Map.of(
                        "name",
                        d.id().value(),
                        "corners",
                        List.of(
                            new double[] {d.threshold().a().x(), d.threshold().a().y()},
                            new double[] {d.threshold().b().x(), d.threshold().b().y()})))
            .toList());
    plan.put(
        "cameras",
        layout.cameras().stream()
            .map(
                c ->
                    Map.of(
                        "name",
                        c.id().value(),
                        "at",
                        new double[] {c.model().position().x(), c.model().position().y()}))
            .toList());
    return plan;
  }

  private static List<double[]> corners(FloorPolygon polygon) {
    return polygon.corners().stream().map(p -> new double[] {p.x(), p.y()}).toList();
  }
}
