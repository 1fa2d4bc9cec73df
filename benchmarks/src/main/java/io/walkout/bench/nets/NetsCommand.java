package io.walkout.bench.nets;

import io.walkout.ingest.video.VideoPictures;
import io.walkout.models.DetectorChoice;
import io.walkout.models.Embedder;
import io.walkout.models.PersonDetector;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import io.walkout.models.net.ColourEmbedder;
import io.walkout.models.net.DetectorSettings;
import io.walkout.models.net.NetException;
import io.walkout.models.net.Nets;
import io.walkout.node.cli.Verbose;
import io.walkout.node.report.UserError;
import io.walkout.store.signal.Detections;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./walkout nets}: recall and precision of detectors, and how well looks tell people apart,
 * on a video with MOTChallenge truth.
 */
@Command(
    name = "nets",
    description =
        "Judge nets by themselves on a video with MOTChallenge truth: how many people detectors find,"
            + " and how well looks tell people apart.")
public final class NetsCommand extends Verbose implements Callable<Integer> {
  /** Scores of the table's rows. */
  private static final double[] SCORES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

  /** Boxes from nearly every cell, so that the table's first row is complete. */
  private static final DetectorSettings DOUBTFUL_TOO = new DetectorSettings(0.05f, 0.6f);

  @Option(names = "--video", required = true, paramLabel = "FILE", description = "The video.")
  private Path video;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "gt.txt",
      description = "Its truth: frame,id,left,top,width,height,counts.")
  private Path truthFile;

  @Option(
      names = "--detector",
      paramLabel = "nanodet|FAMILY:FILE",
      description = "Who finds people. May be repeated.")
  private List<String> detectors = List.of();

  @Option(
      names = "--looks",
      paramLabel = "colour|reid:FILE",
      description = "Who tells people apart. May be repeated.")
  private List<String> embedders = List.of();

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "20",
      description = "Takes every Nth picture (default: 20).")
  private int every = 20;

  @Option(
      names = "--apart",
      paramLabel = "N",
      defaultValue = "40",
      description = "Compares looks at least N pictures apart (default: 40).")
  private int apart = 40;

  @Spec private CommandSpec spec;

  /** For picocli. */
  public NetsCommand() {}

  @Override
  public Integer call() throws IOException {
    if (every < 1 || apart < 1) {
      throw new UserError("--every and --apart: expected 1 or more");
    }
    if (detectors.isEmpty() && embedders.isEmpty()) {
      throw new UserError("nothing to judge: give --detector or --looks");
    }
    SparseTruth truth = SparseTruth.read(truthFile);
    for (String detector : detectors) {
      recall(detector, truth);
    }
    for (String embedder : embedders) {
      looks(embedder, truth);
    }
    return 0;
  }

  private void recall(String word, SparseTruth truth) throws IOException {
    BoxRecall recall = new BoxRecall();
    Detections found = new Detections();
    try (PersonDetector detector = detector(word);
        VideoPictures pictures = new VideoPictures(video)) {
      while (pictures.next()) {
        if (pictures.index() % every == 0) {
          detector.detect(
              pictures.bgr(), pictures.width(), pictures.height(), pictures.nanos(), found);
          recall.judge(found, boxes(truth.in((int) pictures.index() + 1)));
        }
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %d people, average precision %.3f%n",
        word,
        recall.people(),
        recall.averagePrecision());
    for (double score : SCORES) {
      out.printf(
          Locale.ROOT,
          "  score from %.1f: recall %.3f, precision %.3f%n",
          score,
          recall.recall(score),
          recall.precision(score));
    }
    out.flush();
  }

  private static double[] boxes(List<SparseTruth.Box> people) {
    return people.stream()
        .flatMapToDouble(
            b -> java.util.stream.DoubleStream.of(b.left(), b.top(), b.width(), b.height()))
        .toArray();
  }

  private void looks(String word, SparseTruth truth) throws IOException {
    LookPairs pairs = new LookPairs(apart);
    Detections one = new Detections();
    try (Embedder embedder = embedder(word);
        VideoPictures pictures = new VideoPictures(video)) {
      float[] vector = new float[embedder.length()];
      while (pictures.next()) {
        int frame = (int) pictures.index() + 1;
        if (pictures.index() % every == 0) {
          List<SparseTruth.Box> all = truth.in(frame);
          for (SparseTruth.Box b : all) {
            one.clear();
            one.add((float) b.left(), (float) b.top(), (float) b.width(), (float) b.height(), 1);
            if (SparseTruth.isOpen(b, all)
                && embedder.embed(
                    pictures.bgr(), pictures.width(), pictures.height(), one, 0, vector)) {
              pairs.add(frame, b.person(), vector);
            }
          }
        }
      }
    }
    tell(word, pairs);
  }

  private void tell(String word, LookPairs pairs) {
    double[] same = pairs.distances(true);
    double[] other = pairs.distances(false);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: %d looks; same or other told apart with AUC %.3f%n",
        word,
        pairs.looks(),
        LookPairs.auc(same, other));
    quantiles("same person", same, out);
    quantiles("others", other, out);
    out.flush();
  }

  private static void quantiles(String what, double[] sorted, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-11s %6d pairs, distance at 10, 50, 90 %%: %.3f, %.3f, %.3f%n",
        what,
        sorted.length,
        LookPairs.quantile(sorted, 0.1),
        LookPairs.quantile(sorted, 0.5),
        LookPairs.quantile(sorted, 0.9));
  }

  private static PersonDetector detector(String word) {
    try {
      return switch (DetectorChoice.parse(word)) {
        case DetectorChoice.OwnFile own -> Nets.detector(own.family(), own.file(), DOUBTFUL_TOO);
        case DetectorChoice.Catalogued named -> {
          Net net = Catalogue.load().net(named.name());
          yield Nets.detector(
              net.family().orElseThrow(), ModelsFolder.user().onnx(net), DOUBTFUL_TOO);
        }
        case DetectorChoice.Motion motion ->
            throw new UserError("--detector " + motion + ": has no boxes with scores to judge");
      };
    } catch (NetException | ModelException | IllegalArgumentException e) {
      throw new UserError("--detector " + word + ": " + e.getMessage(), e);
    }
  }

  private static Embedder embedder(String word) {
    if (word.equals("colour")) {
      return new ColourEmbedder();
    }
    if (!word.startsWith("reid:")) {
      throw new UserError("--looks: expected colour or reid:FILE, found " + word);
    }
    try {
      return Nets.embedder(Path.of(word.substring("reid:".length())));
    } catch (NetException | IllegalArgumentException e) {
      throw new UserError("--looks " + word + ": " + e.getMessage(), e);
    }
  }
}
