package io.walkout.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.ingest.storefile.StoreFile;
import io.walkout.store.Camera;
import io.walkout.store.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code calibrate points} puts one camera after the other. */
class CalibrateOutputTest {
  @TempDir private Path scratch;
  private Path store;
  private Path frame;

  @BeforeEach
  void aShop() throws IOException {
    store = Pictures.store(scratch);
    Camera camera = camera(store, 0);
    frame =
        Pictures.png(
            scratch.resolve("fr.png"), camera.model().widthPixels(), camera.model().heightPixels());
  }

  private static Camera camera(Path store, int number) {
    return StoreFile.read(store).layout().cameras().get(number);
  }

  /** Points as one would click them, had the camera been turned a little since. */
  private Path points(int number) throws IOException {
    Layout layout = StoreFile.read(store).layout();
    Camera camera = layout.cameras().get(number);
    StringBuilder csv = new StringBuilder("u,v,x,y\n");
    double[] pixel = new double[2];
    for (double x = layout.floor().minX(); x <= layout.floor().maxX(); x += 0.5) {
      for (double y = layout.floor().minY(); y <= layout.floor().maxY(); y += 0.5) {
        if (camera.model().project(x, y, 0, pixel)
            && pixel[0] > 12
            && pixel[1] > 12
            && pixel[0] < camera.model().widthPixels() - 12
            && pixel[1] < camera.model().heightPixels() - 12) {
          csv.append(
              String.format(Locale.ROOT, "%.2f,%.2f,%.3f,%.3f%n", pixel[0] + 9, pixel[1], x, y));
        }
      }
    }
    return Files.writeString(scratch.resolve("points" + number + ".csv"), csv);
  }

  private Ran calibrate(int number, Object... more) throws IOException {
    Object[] args = {
      "calibrate",
      "points",
      frame,
      points(number),
      "--store",
      store,
      "--store-lens",
      "--camera",
      camera(store, number).id()
    };
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Ran.walkout(all);
  }

  @Test
  void theSecondCameraKeepsWhatWasFoundOfTheFirst() throws IOException {
    String original = Files.readString(store);
    Path calibrated = scratch.resolve("store.calibrated.yaml");
    assertThat(calibrate(0).exit()).isZero();
    Camera first = camera(calibrated, 0);
    assertThat(first).isNotEqualTo(camera(store, 0));
    Ran second = calibrate(1);
    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains("its other cameras stay as they were");
    assertThat(camera(calibrated, 0)).isEqualTo(first);
    assertThat(camera(calibrated, 1)).isNotEqualTo(camera(store, 1));
    assertThat(store).hasContent(original);
  }

  @Test
  void aCalibratedFileOfAnotherStoreIsNotGoneOnFrom() throws IOException {
    assertThat(calibrate(0).exit()).isZero();
    Path calibrated = scratch.resolve("store.calibrated.yaml");
    String found = Files.readString(calibrated);
    Files.writeString(
        store, Files.readString(store).replaceFirst("(?m)^name:.*$", "name: Another shop"));
    Ran second = calibrate(1);
    assertThat(second.exit()).isEqualTo(2);
    assertThat(second.complaints())
        .singleElement()
        .asString()
        .contains("store.calibrated.yaml", "is there already", "--store-out");
    assertThat(calibrated).hasContent(found);
  }

  @Test
  void onlyTheStoreFileItselfMayBeGivenAnew() throws IOException {
    Path points = points(0);
    String clicked = Files.readString(points);
    assertThat(calibrate(0, "--store-out", points).exit()).isEqualTo(2);
    assertThat(points).hasContent(clicked);
    String catalogue = Files.readString(scratch.resolve("catalogue.csv"));
    assertThat(calibrate(0, "--store-out", scratch.resolve("catalogue.csv")).exit()).isEqualTo(2);
    assertThat(scratch.resolve("catalogue.csv")).hasContent(catalogue);
    assertThat(calibrate(0, "--picture", frame).exit()).isEqualTo(2);
    Camera before = camera(store, 0);
    assertThat(calibrate(0, "--store-out", store).exit()).isZero();
    assertThat(camera(store, 0)).isNotEqualTo(before);
  }
}
