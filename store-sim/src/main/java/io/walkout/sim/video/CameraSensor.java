package io.walkout.sim.video;

import io.walkout.ingest.video.VideoSettings;
import io.walkout.sim.Stage;
import io.walkout.sim.VideoSink;
import io.walkout.sim.Watcher;
import io.walkout.store.Camera;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All cameras of a simulated shop: takes their pictures when they are due, and writes them, with
 * the times of capture and arrival that the cameras give, as videos. Same seed, same bytes on one
 * machine. Single-threaded; holds one picture for each camera.
 */
public final class CameraSensor implements Watcher {
  private final List<SimCamera> cameras = new ArrayList<>();

  /** Makes what draws the pictures of one camera. */
  public interface Maker {
    /** Makes it. */
    PictureMaker of(Stage stage, Camera camera) throws IOException;
  }

  private CameraSensor(Stage stage, CameraSettings settings, Maker maker, VideoSink sink)
      throws IOException {
    for (Camera camera : stage.shop().store().layout().cameras()) {
      // H.264 with colour at half the size has even sides only.
      int width = camera.model().widthPixels() & ~1;
      int height = camera.model().heightPixels() & ~1;
      cameras.add(
          new SimCamera(
              camera,
              stage.faults(),
              new FrameClock(camera.id(), settings.framesPerSecond(), stage.seed(), stage.faults()),
              maker.of(stage, new Camera(camera.id(), camera.model().scaledTo(width, height))),
              VideoSettings.camera(width, height, settings.framesPerSecond())
                  .withQuantizer(settings.quantizer()),
              sink));
    }
  }

  /** Cameras that see the shop as {@code sim.camera} draws it. */
  public static VideoSink.Cameras rendered(CameraSettings settings) {
    return of(settings, RenderedPictures::new);
  }

  /** Cameras with pictures of anybody's making. */
  public static VideoSink.Cameras of(CameraSettings settings, Maker maker) {
    return (stage, sink) -> new CameraSensor(stage, settings, maker, sink);
  }

  @Override
  public void step(double seconds, double step) throws IOException {
    for (SimCamera camera : cameras) {
      try {
        camera.step(seconds, step);
      } catch (IOException | RuntimeException e) {
        cameras.forEach(SimCamera::abandon);
        throw e;
      }
    }
  }

  @Override
  public void end(double seconds) throws IOException {
    for (SimCamera camera : cameras) {
      camera.end();
    }
  }
}
