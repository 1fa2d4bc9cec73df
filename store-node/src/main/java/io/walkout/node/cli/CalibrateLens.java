package io.walkout.node.cli;

import io.walkout.node.report.OutputFile;
import io.walkout.node.report.UserError;
import io.walkout.tracker.calibrate.Board;
import io.walkout.tracker.calibrate.BoardFinder;
import io.walkout.tracker.calibrate.BoardView;
import io.walkout.tracker.calibrate.CameraFit;
import io.walkout.tracker.calibrate.FloorBoard;
import io.walkout.tracker.calibrate.Lens;
import io.walkout.tracker.calibrate.LensCalibration;
import io.walkout.tracker.calibrate.LensFit;
import io.walkout.tracker.calibrate.PoseFit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./walkout calibrate lens PICTURES}: a lens, and a pose if the board lies on the floor. */
@Command(
    name = "lens",
    description =
        "Find a camera's lens from pictures of a board held before it, and where it hangs from one"
            + " of the board on the floor.")
public final class CalibrateLens extends Verbose implements Callable<Integer> {
  /** Pictures looked at of a video: a minute of waving has enough different ones in these. */
  private static final int SAMPLES = 200;

  @Parameters(
      paramLabel = "PICTURES",
      arity = "0..*",
      description = "Folders of pictures (PNG, JPEG), pictures, or videos.")
  private List<Path> inputs = new ArrayList<>();

  @Mixin private BoardOptions options;

  @Option(
      names = "--lens",
      paramLabel = "LENS.json",
      description = "A lens found before; then only --floor is looked at.")
  private @Nullable Path known;

  @Option(names = "--out", paramLabel = "LENS.json", description = "Where to write the lens.")
  private @Nullable Path out;

  @Option(
      names = "--floor",
      paramLabel = "PICTURE",
      description = "A picture (or video) of the board lying on the floor, printed side up.")
  private @Nullable Path floor;

  @Option(
      names = "--floor-at",
      paramLabel = "X,Y,DEGREES[,Z]",
      description =
          "Where the board's lower left corner lies (metres), where its lower edge points to,"
              + " and how thick it is.")
  private @Nullable String floorAt;

  @Mixin private CameraOutput output;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public CalibrateLens() {}

  @Override
  public Integer call() throws IOException {
    Board board = options.board();
    PrintWriter print = spec.commandLine().getOut();
    if (inputs.isEmpty() == (known == null)) {
      throw new UserError("expected either pictures of a board, or --lens");
    }
    if ((floor == null) != (floorAt == null)) {
      throw new UserError("--floor and --floor-at go together");
    }
    List<Path> reads = new ArrayList<>(inputs);
    if (known != null) {
      reads.add(known);
    }
    if (floor != null) {
      reads.add(floor);
    }
    OutputFile.expect("--out", out, reads);
    output.expect(reads);
    if (out != null) {
      output.expect(List.of(out));
    }
    Lens lens = known != null ? LensFile.read(known) : fit(board, print);
    if (floor != null && floorAt != null) {
      hang(lens, board, floor, floorAt, print);
    } else if (output.isAsked()) {
      throw new UserError("a camera's pose wants --floor and --floor-at, or 'calibrate points'");
    }
    print.flush();
    return 0;
  }

  private Lens fit(Board board, PrintWriter print) throws IOException {
    BoardFinder finder = new BoardFinder(board);
    List<BoardView> views = new ArrayList<>();
    int width = 0;
    int height = 0;
    int looked = 0;
    for (Path input : inputs) {
      for (StillPicture picture : StillPicture.all(input, SAMPLES)) {
        if (looked++ > 0 && (picture.width() != width || picture.height() != height)) {
          throw new UserError(
              picture.name()
                  + ": expected pictures of one size, "
                  + width
                  + "x"
                  + height
                  + ", found "
                  + picture.width()
                  + "x"
                  + picture.height());
        }
        width = picture.width();
        height = picture.height();
        finder.find(picture.name(), picture.bgr(), width, height).ifPresent(views::add);
      }
    }
    print.println("the board is seen in " + views.size() + " of " + looked + " pictures");
    LensFit fit = LensCalibration.fit(views, board, width, height);
    Lens lens = fit.lens();
    print.println(
        String.format(
            Locale.ROOT,
            "lens of %dx%d: focal length %.1f x %.1f px (known to %.2f %%), middle %.1f, %.1f px"
                + " (to %.1f px), from %d views, %.2f px rms",
            width,
            height,
            lens.fx(),
            lens.fy(),
            100 * fit.focalShare(),
            lens.cx(),
            lens.cy(),
            fit.centrePixels(),
            fit.views().size(),
            fit.rmsPixels()));
    if (out != null) {
      LensFile.write(fit, out);
      print.println("lens in " + out);
    }
    return lens;
  }

  private void hang(Lens lens, Board board, Path picture, String place, PrintWriter print)
      throws IOException {
    StillPicture frame = StillPicture.one(picture);
    if (frame.width() != lens.widthPixels() || frame.height() != lens.heightPixels()) {
      throw new UserError(
          picture
              + ": expected a picture of the lens's size, "
              + lens.widthPixels()
              + "x"
              + lens.heightPixels());
    }
    double[] at = Sizes.numbers("--floor-at", place, "X,Y,DEGREES,Z", 3);
    Optional<BoardView> view =
        new BoardFinder(board).find(frame.name(), frame.bgr(), frame.width(), frame.height());
    if (view.isEmpty()) {
      throw new UserError(picture + ": the board is not seen on this picture of the floor");
    }
    FloorBoard lying = new FloorBoard(at[0], at[1], at[2], at.length > 3 ? at[3] : 0);
    CameraFit fit = PoseFit.fit(lying.pairs(board, view.get()), lens, PoseFit.Sought.POSE);
    FitText.print(fit, print);
    output.write(fit, frame.image(), print);
  }
}
