package io.walkout.models.zoo;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From a picture to NanoDet's boxes, of all 80 kinds. Written for clearness; the pipeline's own
 * reader of NanoDet, written for speed and for people only, is in {@code io.walkout.models.net}.
 */
final class NanodetTranslator implements Translator<Image, DetectedObjects> {
  private static final int SIDE = 416;
  private static final int[] STRIDES = {8, 16, 32};
  private static final int BINS = 11;
  private static final double[] MEANS = {103.53, 116.28, 123.675};
  private static final double[] DEVIATIONS = {57.375, 57.12, 58.395};

  /** Chosen: what somebody who looks at a picture would call found. */
  private static final double LEAST_SCORE = 0.35;

  private static final String SQUARE = "square";
  private final List<String> kinds = kinds();

  @Override
  public @Nullable Batchifier getBatchifier() {
    return null; // the input has its batch axis already
  }

  @Override
  public NDList processInput(TranslatorContext context, Image image) {
    Letterbox square = Letterbox.of(image, SIDE);
    context.setAttachment(SQUARE, square);
    int plane = SIDE * SIDE;
    float[] planes = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      planes[i] = (float) ((square.blue(i) - MEANS[0]) / DEVIATIONS[0]);
      planes[plane + i] = (float) ((square.green(i) - MEANS[1]) / DEVIATIONS[1]);
      planes[2 * plane + i] = (float) ((square.red(i) - MEANS[2]) / DEVIATIONS[2]);
    }
    return new NDList(context.getNDManager().create(planes, new Shape(1, 3, SIDE, SIDE)));
  }

  @Override
  public DetectedObjects processOutput(TranslatorContext context, NDList outputs) {
    Found found = new Found((Letterbox) context.getAttachment(SQUARE));
    for (int level = 0; level < STRIDES.length; level++) {
      float[] scores = outputs.get(level).toFloatArray();
      float[] sides = outputs.get(STRIDES.length + level).toFloatArray();
      read(STRIDES[level], scores, sides, found);
    }
    return found.objects();
  }

  private void read(int stride, float[] scores, float[] sides, Found found) {
    int cells = SIDE / stride;
    for (int cell = 0; cell < cells * cells; cell++) {
      int best = 0;
      for (int kind = 1; kind < kinds.size(); kind++) {
        if (scores[cell * kinds.size() + kind] > scores[cell * kinds.size() + best]) {
          best = kind;
        }
      }
      double score = scores[cell * kinds.size() + best];
      if (score >= LEAST_SCORE) {
        double x = (cell % cells + 0.5) * stride;
        int row = cell / cells;
        double y = (row + 0.5) * stride;
        int at = cell * 4 * BINS;
        found.add(
            kinds.get(best),
            score,
            x - stride * mean(sides, at),
            y - stride * mean(sides, at + BINS),
            x + stride * mean(sides, at + 2 * BINS),
            y + stride * mean(sides, at + 3 * BINS));
      }
    }
  }

  /** The mean of the bins 0..10 after a softmax. */
  private static double mean(float[] sides, int from) {
    double most = sides[from];
    for (int i = 1; i < BINS; i++) {
      most = Math.max(most, sides[from + i]);
    }
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < BINS; i++) {
      double share = Math.exp(sides[from + i] - most);
      sum += share;
      weighted += i * share;
    }
    return weighted / sum;
  }

  private static List<String> kinds() {
    try (InputStream in = NanodetTranslator.class.getResourceAsStream("coco.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
