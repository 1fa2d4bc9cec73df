package io.walkout.node.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.node.report.UserError;
import io.walkout.store.Camera;
import io.walkout.store.CameraId;
import io.walkout.store.Layout;
import io.walkout.store.geometry.FloorPolygon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who looks at a camera's pictures: the command line, else the store file, else motion. */
class SightChoiceTest {
  private final CameraId silent = new CameraId("c0");
  private final CameraId telling = new CameraId("c1");

  private static SightChoice said(String... detectors) {
    return SightChoice.of(
        List.of(detectors), SightChoice.AUTO, SightChoice.AUTO, SightChoice.COLOUR, true);
  }

  /** Camera c0 says nothing, camera c1 what is given. */
  private static Layout store(String detector) {
    List<Camera> cameras = new ArrayList<>(TestStores.empty().layout().cameras().subList(0, 2));
    Camera last = cameras.removeLast();
    cameras.add(new Camera(last.id(), last.model(), detector));
    return new Layout(FloorPolygon.rectangle(0, 0, 4, 4), List.of(), cameras, List.of(), List.of());
  }

  @Test
  void givenNothingOnTheCommandLine_thenTheStoreFileCounts() {
    SightChoice choice = said().in(store("yolox:my.onnx"));

    assertThat(choice.of(silent)).hasToString("motion");
    assertThat(choice.of(telling)).hasToString("yolox:my.onnx");
    assertThat(choice.usesNets()).isTrue();
  }

  @Test
  void givenADetectorForAll_thenTheStoreFileDoesNotCount() {
    SightChoice choice = said("motion").in(store("nanodet"));

    assertThat(choice.of(telling)).hasToString("motion");
    assertThat(choice.usesNets()).isFalse();
  }

  @Test
  void givenADetectorForOneCamera_thenTheStoreFileCountsForTheOthers() {
    assertThat(said("c1=motion").in(store("nanodet")).of(telling)).hasToString("motion");
    assertThat(said("c0=nanodet").in(store("detr:d.onnx")).of(telling)).hasToString("detr:d.onnx");
  }

  @Test
  void palmsAreLookedForWhereTheCommandLineElseTheStoreFileSaysSo() {
    Camera plain = TestStores.empty().layout().cameras().getFirst();
    Camera palms = new Camera(plain.id(), plain.model(), "", "palms");

    assertThat(hands("auto").wantsPalms(plain)).isFalse();
    assertThat(hands("auto").wantsPalms(palms)).isTrue();
    assertThat(hands("none").wantsPalms(palms)).isFalse();
    assertThat(hands("palms").wantsPalms(plain)).isTrue();
    assertThat(hands("palm:my.onnx").wantsPalms(plain)).isTrue();
  }

  @Test
  void givenAWordThatSaysNothingOfHands_thenTheWordsThatDoAreNamed() {
    assertThatThrownBy(() -> hands("paws"))
        .isInstanceOf(UserError.class)
        .hasMessage("--hands: expected auto, none, palms or palm:FILE, found paws");
  }

  private static SightChoice hands(String word) {
    return SightChoice.of(List.of(), SightChoice.AUTO, word, SightChoice.COLOUR, true);
  }

  @Test
  void givenAWordThatIsNoDetector_thenTheCameraIsNamed() {
    assertThatThrownBy(() -> said().in(store("nanodot")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("camera c1: detector: 'nanodot' is no detector");
  }

  @Test
  void givenACameraThatTheStoreHasNot_thenItsCamerasAreNamed() {
    assertThatThrownBy(() -> said("door=motion").in(store("")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the store has no camera 'door' (it has c0, c1)");
  }
}
