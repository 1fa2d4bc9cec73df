package io.walkout.sim.video;

import io.walkout.sim.Stage;
import io.walkout.sim.camera.CameraRenderer;
import io.walkout.store.Camera;
import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Pictures by {@link CameraRenderer}, with a line of MOTChallenge text for each person in each:
 * {@code frame,id,left,top,width,height,1,1,visibility}, frame and id from 1, the whole body's box
 * in pixels, also where it is hidden or beyond the picture's edge (Milan et al., MOT16, 2016).
 * Single-threaded.
 */
final class RenderedPictures implements PictureMaker {
  private final CameraRenderer renderer;
  private final StringBuilder lines = new StringBuilder();
  private final float[] box = new float[4];

  RenderedPictures(Stage stage, Camera camera) {
    renderer = new CameraRenderer(stage, camera);
  }

  @Override
  public void render(double seconds, double share, CameraModel trueModel, ByteBuffer bgr) {
    renderer.render(seconds, share, trueModel, bgr);
  }

  @Override
  public void note(int frame) {
    for (int i = 0; i < renderer.people(); i++) {
      renderer.wholeBox(i, box);
      lines.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.1f,%.1f,%.1f,%.1f,1,1,%.3f\n",
              frame + 1,
              renderer.number(i),
              box[0],
              box[1],
              box[2],
              box[3],
              renderer.visibility(i)));
    }
  }

  @Override
  public void write(Path boxes) throws IOException {
    Files.writeString(boxes, lines, StandardCharsets.US_ASCII);
  }
}
