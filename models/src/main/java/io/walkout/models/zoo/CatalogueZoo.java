package io.walkout.models.zoo;

import ai.djl.repository.zoo.ModelZoo;
import io.walkout.models.catalogue.Catalogue;
import io.walkout.models.catalogue.ModelsFolder;
import io.walkout.models.net.OnnxEngine;
import java.util.Set;

/**
 * The nets of the catalogue as DJL finds them: {@code Criteria.builder().setTypes(Image.class,
 * DetectedObjects.class).optModelZoo(zoo).optArtifactId("nanodet")}. Only installed nets load; a
 * pull brings them.
 */
public final class CatalogueZoo extends ModelZoo {
  /** The group that its nets belong to. */
  public static final String GROUP = "io.walkout";

  /** A zoo over a folder of nets; starts DJL's engine. */
  public CatalogueZoo(Catalogue catalogue, ModelsFolder folder) {
    OnnxEngine.djl();
    catalogue.nets().stream()
        .filter(NetLoader::canLoad)
        .forEach(net -> addModel(new NetLoader(net, folder)));
  }

  @Override
  public String getGroupId() {
    return GROUP;
  }

  @Override
  public Set<String> getSupportedEngines() {
    return Set.of("OnnxRuntime");
  }
}
