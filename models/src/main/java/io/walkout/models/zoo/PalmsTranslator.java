package io.walkout.models.zoo;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import org.jspecify.annotations.Nullable;

/** From a person's crop to the palms in it. */
final class PalmsTranslator implements Translator<Image, DetectedObjects> {
  private static final int SIDE = 256;

  /** Numbers of one anchor: logit, centre, size, seven points. */
  private static final int ROW = 19;

  /** Cells a side, and anchors in each cell, in the order of the net's output. */
  private static final int[][] LEVELS = {{32, 2}, {16, 2}, {8, 6}};

  /** MediaPipe's own setting. */
  private static final double LEAST_SCORE = 0.5;

  private static final String SQUARE = "square";

  @Override
  public @Nullable Batchifier getBatchifier() {
    return null; // the input has its batch axis already
  }

  @Override
  public NDList processInput(TranslatorContext context, Image image) {
    Letterbox square = Letterbox.of(image, SIDE);
    context.setAttachment(SQUARE, square);
    float[] pixels = new float[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      pixels[3 * i] = square.red(i) / 255f;
      pixels[3 * i + 1] = square.green(i) / 255f;
      pixels[3 * i + 2] = square.blue(i) / 255f;
    }
    return new NDList(context.getNDManager().create(pixels, new Shape(1, SIDE, SIDE, 3)));
  }

  @Override
  public DetectedObjects processOutput(TranslatorContext context, NDList outputs) {
    Found found = new Found((Letterbox) context.getAttachment(SQUARE));
    float[] numbers = outputs.getFirst().toFloatArray();
    int at = 0;
    for (int[] level : LEVELS) {
      int cells = level[0];
      for (int anchor = 0; anchor < cells * cells * level[1]; anchor++, at += ROW) {
        double score = 1 / (1 + Math.exp(-numbers[at]));
        if (score >= LEAST_SCORE) {
          int cell = anchor / level[1];
          double x = (cell % cells + 0.5) * SIDE / cells + numbers[at + 1];
          int row = cell / cells;
          double y = (row + 0.5) * SIDE / cells + numbers[at + 2];
          double w = numbers[at + 3];
          double h = numbers[at + 4];
          found.add("palm", score, x - w / 2, y - h / 2, x + w / 2, y + h / 2);
        }
      }
    }
    return found.objects();
  }
}
