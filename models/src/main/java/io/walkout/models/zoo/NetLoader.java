package io.walkout.models.zoo;

import ai.djl.Application;
import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.modality.cv.output.Joints;
import ai.djl.repository.MRL;
import ai.djl.repository.Repository;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelLoader;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Translator;
import ai.djl.util.Progress;
import io.walkout.models.NetFamily;
import io.walkout.models.catalogue.ModelException;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.catalogue.Net;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Loads one net of the catalogue for DJL, with the translator of its family. */
final class NetLoader implements ModelLoader {
  private final Net net;
  private final ModelsFolder folder;

  NetLoader(Net net, ModelsFolder folder) {
    this.net = net;
    this.folder = folder;
  }

  /** Whether there is a translator for a net. */
  static boolean canLoad(Net net) {
    return net.family()
        .map(f -> f == NetFamily.NANODET || f == NetFamily.MOVENET || f == NetFamily.PALM)
        .orElse(false);
  }

  @Override
  public String getGroupId() {
    return CatalogueZoo.GROUP;
  }

  @Override
  public String getArtifactId() {
    return net.name();
  }

  @Override
  public Application getApplication() {
    return isPose() ? Application.CV.POSE_ESTIMATION : Application.CV.OBJECT_DETECTION;
  }

  @Override
  public MRL getMrl() {
    Repository here = Repository.newInstance("walkout", folder.root());
    return MRL.model(
        here, getApplication(), getGroupId(), getArtifactId(), "1.0.0", net.onnxName());
  }

  @Override
  public <I, O> ZooModel<I, O> loadModel(Criteria<I, O> criteria)
      throws IOException, ModelNotFoundException, MalformedModelException {
    Class<?> answer = isPose() ? Joints.class : DetectedObjects.class;
    if (criteria.getInputClass() != Image.class || criteria.getOutputClass() != answer) {
      throw new ModelNotFoundException(
          "%s turns an Image into %s".formatted(net.name(), answer.getSimpleName()));
    }
    Path file = folder.onnx(net);
    Model model = Model.newInstance(net.name(), Device.cpu(), "OnnxRuntime");
    try {
      model.load(Objects.requireNonNull(file.getParent()), net.name());
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    }
    @SuppressWarnings("unchecked") // the classes were compared above
    Translator<I, O> translator = (Translator<I, O>) translator();
    return new ZooModel<>(model, translator);
  }

  private Translator<Image, ?> translator() {
    return switch (net.family().orElseThrow()) {
      case MOVENET -> new JointsTranslator(side());
      case PALM -> new PalmsTranslator();
      default -> new NanodetTranslator();
    };
  }

  /** Of MoveNet's square input, from the catalogue's shape: [1,side,side,3]. */
  private int side() {
    return Integer.parseInt(net.inputs().getFirst().shape().split(",", -1)[1]);
  }

  private boolean isPose() {
    return net.family().filter(f -> f == NetFamily.MOVENET).isPresent();
  }

  @Override
  public <I, O> boolean isDownloaded(Criteria<I, O> criteria) {
    try {
      folder.onnx(net);
      return true;
    } catch (ModelException e) {
      return false;
    }
  }

  /** Only a pull brings nets, with their hashes and licences; this says so if one isn't here. */
  @Override
  public <I, O> void downloadModel(Criteria<I, O> criteria, Progress progress) {
    folder.onnx(net);
  }
}
