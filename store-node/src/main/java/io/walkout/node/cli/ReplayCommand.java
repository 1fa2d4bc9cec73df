package io.walkout.node.cli;

import io.walkout.node.pipeline.Pacing;
import io.walkout.node.pipeline.Replay;
import io.walkout.node.pipeline.ReplayInput;
import io.walkout.node.pipeline.SightChoice;
import io.walkout.node.report.Progress;
import io.walkout.node.report.RecordingProgress;
import io.walkout.node.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./walkout replay X.rec --out OUT}: runs the pipeline on a recording. */
@Command(
    name = "replay",
    description =
        "Run the pipeline on a recording; writes receipts.json, events.jsonl and summary.json.")
public final class ReplayCommand extends Verbose implements Callable<Integer> {
  private static final int MAX_THREADS = 64;

  @Parameters(
      paramLabel = "X.rec",
      description = "The recording, or the journal of an earlier run.")
  private Path recording;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Directory for the results.")
  private Path out;

  @Option(
      names = "--speed",
      paramLabel = "max|1x",
      defaultValue = "max",
      converter = Speed.class,
      description = "As fast as the machine takes it, or by the recording's clock (default: max).")
  private Pacing pacing;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that look at pictures (default: one for each core). Changes nothing but the speed.")
  private int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--people",
      paramLabel = "auto|poses|pictures",
      defaultValue = "auto",
      description =
          "Where people come from (default: poses if the recording has them, else pictures).")
  private Replay.PeopleFrom people;

  @Option(
      names = "--detector",
      paramLabel = "[CAMERA=]motion|nanodet|FAMILY:FILE",
      description =
          "Who finds people in pictures: of all cameras, or of one (default: what the store file"
              + " says of the camera, else motion, which needs no net). A file is an ONNX net of the family nanodet, yolox or detr. May be repeated.")
  private List<String> detectors = List.of();

  @Option(
      names = "--poses",
      paramLabel = "auto|off|NET|movenet:FILE",
      defaultValue = SightChoice.AUTO,
      description =
          "Who finds hands (default: movenet-thunder if it is installed and some camera's detector is"
              + " a net).")
  private String poses = SightChoice.AUTO;

  @Option(
      names = "--hands",
      paramLabel = "auto|none|palms|palm:FILE",
      defaultValue = SightChoice.AUTO,
      description =
          "Whether a palm net looks at hands too where poses are taken (default: what the store"
              + " file says of the camera, else none).")
  private String hands = SightChoice.AUTO;

  @Option(
      names = "--looks",
      paramLabel = "colour|off|reid:FILE",
      defaultValue = SightChoice.COLOUR,
      description = "Who tells people apart by how they look (default: the colours of clothes).")
  private String looks = SightChoice.COLOUR;

  @Option(
      names = "--attention",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "Search pictures only as often as what is in them asks for (default: on); off searches"
              + " every picture.")
  private OnOff attention = OnOff.ON;

  @Option(
      names = "--shelf-looks",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "Compare how shelves look before and after somebody stood at them (default: off).")
  private OnOff shelfLooks = OnOff.OFF;

  @Option(names = "--fresh", description = "Start the ledger in OUT over instead of continuing it.")
  private boolean fresh;

  @Option(
      names = "--reviews",
      paramLabel = "ANSWERS",
      description =
          "A reviewer's answers, applied at the end as 'walkout review apply' would (default: none).")
  private @Nullable Path answers;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public ReplayCommand() {}

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new UserError("--threads: expected 1 to " + MAX_THREADS + ", found " + threads);
    }
    Replay.Options options =
        new Replay.Options(
            threads,
            pacing,
            people,
            fresh,
            SightChoice.of(detectors, poses, hands, looks, attention == OnOff.ON)
                .withShelfLooks(shelfLooks == OnOff.ON),
            answers);
    Replay.Outcome outcome = run(recording, out, options);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.pretty(outcome.summary().groups()));
    } else {
      OutcomeText.print(outcome, print);
      print.println(outcome.receipts().size() + " receipts in " + out.resolve("receipts.json"));
    }
    print.flush();
    return 0;
  }

  /** Replays with a progress bar where somebody watches. */
  static Replay.Outcome run(Path recording, Path out, Replay.Options options) throws IOException {
    ReplayInput input = ReplayInput.open(recording);
    if (input.isJournal() || !RecordingProgress.onTerminal()) {
      return Replay.run(
          input, out, options, Progress.NONE); // a journal's end is known when it is reached
    }
    try (RecordingProgress bar =
        RecordingProgress.bar(input.name(), input.startNanos(), input.endNanos())) {
      return Replay.run(input, out, options, bar);
    }
  }

  /** Reads "max" and "1x". */
  static final class Speed implements ITypeConverter<Pacing> {
    @Override
    public Pacing convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "max" -> Pacing.MAX;
        case "1x" -> Pacing.REAL_TIME;
        default -> throw new TypeConversionException("expected max or 1x, found '" + text + "'");
      };
    }
  }
}
