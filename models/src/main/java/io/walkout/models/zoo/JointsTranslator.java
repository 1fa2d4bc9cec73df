package io.walkout.models.zoo;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.Joints;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a picture of one person to MoveNet's seventeen joints, as shares of the picture. */
final class JointsTranslator implements Translator<Image, Joints> {
  private static final String SQUARE = "square";
  private final int side;

  JointsTranslator(int side) {
    this.side = side;
  }

  @Override
  public @Nullable Batchifier getBatchifier() {
    return null; // the input has its batch axis already
  }

  @Override
  public NDList processInput(TranslatorContext context, Image image) {
    Letterbox square = Letterbox.of(image, side);
    context.setAttachment(SQUARE, square);
    int[] pixels = new int[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      pixels[3 * i] = square.red(i);
      pixels[3 * i + 1] = square.green(i);
      pixels[3 * i + 2] = square.blue(i);
    }
    return new NDList(context.getNDManager().create(pixels, new Shape(1, side, side, 3)));
  }

  @Override
  public Joints processOutput(TranslatorContext context, NDList outputs) {
    Letterbox square = (Letterbox) context.getAttachment(SQUARE);
    float[] numbers = outputs.getFirst().toFloatArray();
    List<Joints.Joint> joints = new ArrayList<>();
    for (int i = 0; i + 2 < numbers.length; i += 3) {
      joints.add(
          new Joints.Joint(
              square.across(numbers[i + 1] * side),
              square.down(numbers[i] * side),
              numbers[i + 2]));
    }
    return new Joints(joints);
  }
}
