package io.walkout.models.zoo;

import ai.djl.MalformedModelException;
import ai.djl.modality.cv.BufferedImageFactory;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.modality.cv.output.Joints;
import ai.djl.modality.cv.output.Rectangle;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.translate.TranslateException;
import io.walkout.models.NetFamily;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One net tried on one picture, for somebody who looks on. */
public final class Tryout {
  /** COCO's order, which MoveNet's is. */
  private static final List<String> JOINTS =
      List.of(
          "nose",
          "left eye",
          "right eye",
          "left ear",
          "right ear",
          "left shoulder",
          "right shoulder",
          "left elbow",
          "right elbow",
          "left wrist",
          "right wrist",
          "left hip",
          "right hip",
          "left knee",
          "right knee",
          "left ankle",
          "right ankle");

  private final ModelsFolder folder;
  private final CatalogueZoo zoo;

  /** Tries nets of this folder; starts the engine, about a second. */
  public Tryout(Catalogue catalogue, ModelsFolder folder) {
    this.folder = folder;
    this.zoo = new CatalogueZoo(catalogue, folder);
  }

  /**
   * Something found.
   *
   * @param what its kind, or the joint's name
   * @param score 0..1
   * @param left pixels; of a joint, its place
   * @param top pixels; of a joint, its place
   * @param width pixels; 0 of a joint
   * @param height pixels; 0 of a joint
   */
  public record Sighting(
      String what, double score, double left, double top, double width, double height) {}

  /**
   * Lets a net look at a picture.
   *
   * @param drawing PNG file to draw what was found into; none if null
   * @throws ModelException if the net isn't here or isn't of a kind that can be tried, or the
   *     picture can't be read
   */
  public List<Sighting> look(Net net, Path picture, @Nullable Path drawing) throws IOException {
    if (!NetLoader.canLoad(net)) {
      throw ModelException.input(
          net.name()
              + " can't be tried on a picture; nanodet, movenet-thunder, movenet-lightning and handdetect can");
    }
    folder.onnx(net);
    Image image = read(picture);
    try {
      List<Sighting> found =
          net.family().filter(f -> f == NetFamily.MOVENET).isPresent()
              ? joints(net, image)
              : boxes(net, image);
      if (drawing != null) {
        try (OutputStream out = Files.newOutputStream(drawing)) {
          image.save(out, "png");
        }
      }
      return found;
    } catch (ModelNotFoundException | MalformedModelException | TranslateException e) {
      throw ModelException.failure("%s failed: %s".formatted(net.name(), e.getMessage()), e);
    }
  }

  private List<Sighting> boxes(Net net, Image image)
      throws IOException, ModelNotFoundException, MalformedModelException, TranslateException {
    try (var model = criteria(net, DetectedObjects.class).loadModel();
        var predictor = model.newPredictor()) {
      DetectedObjects objects = predictor.predict(image);
      List<Sighting> found = new ArrayList<>();
      for (int i = 0; i < objects.getNumberOfObjects(); i++) {
        DetectedObjects.DetectedObject object = objects.item(i);
        Rectangle at = object.getBoundingBox().getBounds();
        found.add(
            new Sighting(
                object.getClassName(),
                object.getProbability(),
                at.getX() * image.getWidth(),
                at.getY() * image.getHeight(),
                at.getWidth() * image.getWidth(),
                at.getHeight() * image.getHeight()));
      }
      image.drawBoundingBoxes(objects);
      return found;
    }
  }

  private List<Sighting> joints(Net net, Image image)
      throws IOException, ModelNotFoundException, MalformedModelException, TranslateException {
    try (var model = criteria(net, Joints.class).loadModel();
        var predictor = model.newPredictor()) {
      Joints joints = predictor.predict(image);
      List<Sighting> found = new ArrayList<>();
      for (int i = 0; i < joints.getJoints().size(); i++) {
        Joints.Joint joint = joints.getJoints().get(i);
        found.add(
            new Sighting(
                JOINTS.get(i),
                joint.getConfidence(),
                joint.getX() * image.getWidth(),
                joint.getY() * image.getHeight(),
                0,
                0));
      }
      image.drawJoints(joints);
      return found;
    }
  }

  private <O> Criteria<Image, O> criteria(Net net, Class<O> answer) {
    return Criteria.builder()
        .setTypes(Image.class, answer)
        .optModelZoo(zoo)
        .optGroupId(CatalogueZoo.GROUP)
        .optArtifactId(net.name())
        .build();
  }

  private static Image read(Path picture) throws IOException {
    if (!Files.isRegularFile(picture)) {
      throw ModelException.input(picture + ": no such picture");
    }
    try {
      return new BufferedImageFactory().fromFile(picture);
    } catch (IOException | RuntimeException e) {
      throw ModelException.input(picture + " is no picture that can be read (JPEG or PNG)", e);
    }
  }
}
