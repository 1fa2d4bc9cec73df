package io.walkout.sim.video;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.sim.Simulation;
import io.walkout.sim.VideoSink;
import io.walkout.sim.fault.ShopFaults;
import io.walkout.sim.fault.SpoiltPictures;
import io.walkout.store.Camera;
import io.walkout.store.geometry.CameraModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One camera: its clock, its pictures, its video. Used by one thread at a time. */
final class SimCamera {
  private final Camera camera;
  private final ShopFaults faults;
  private final FrameClock clock;
  private final PictureMaker pictures;
  private final VideoSettings settings;
  private final VideoSink sink;
  private final ByteBuffer bgr;
  private final FrameTimes times = new FrameTimes();
  private final PictureSpoiler spoiler;
  private @Nullable ByteBuffer unseen;
  private @Nullable VideoFileWriter writer;

  SimCamera(
      Camera camera,
      ShopFaults faults,
      FrameClock clock,
      PictureMaker pictures,
      VideoSettings settings,
      VideoSink sink) {
    this.camera = camera;
    this.faults = faults;
    this.clock = clock;
    this.pictures = pictures;
    this.settings = settings;
    this.sink = sink;
    bgr = ByteBuffer.allocateDirect(3 * settings.width() * settings.height());
    spoiler = new PictureSpoiler(camera.id(), faults, settings.width(), settings.height());
  }

  /** Whether it takes a picture by then. */
  boolean isDue(double seconds) {
    return clock.nextSeconds() <= seconds;
  }

  /** Takes the pictures that became due within the step that led here. */
  void step(double seconds, double step) throws IOException {
    while (isDue(seconds)) {
      double exposed = clock.nextSeconds();
      FrameClock.Fate fate = clock.take();
      if (!fate.lost()) {
        expose(exposed, Math.clamp(1 - (seconds - exposed) / step, 0, 1));
        pictures.note(times.count());
        long capture =
            times.add(
                nanos(fate.captureSeconds()),
                nanos(fate.arrivalSeconds()),
                faults.isSpoilt(camera.id(), SpoiltPictures.How.SAME_TIME, exposed));
        spoiler.write(writer(), bgr, exposed, capture);
      }
    }
  }

  /** Takes the picture; a frozen camera keeps the one it has. */
  private void expose(double exposed, double share) throws IOException {
    boolean frozen = faults.isSpoilt(camera.id(), SpoiltPictures.How.FROZEN, exposed);
    CameraModel hangs =
        faults.cameraModel(camera, exposed).scaledTo(settings.width(), settings.height());
    pictures.render(exposed, share, hangs, frozen && times.count() > 0 ? unseen() : bgr);
  }

  /** Where a picture goes that nobody gets to see; people's boxes are told all the same. */
  private ByteBuffer unseen() {
    ByteBuffer made = unseen;
    if (made == null) {
      made = ByteBuffer.allocateDirect(bgr.capacity());
      unseen = made;
    }
    return made;
  }

  private VideoFileWriter writer() throws IOException {
    VideoFileWriter open = writer;
    if (open == null) {
      open = VideoFileWriter.create(sink.place(camera.id()), settings);
      writer = open;
    }
    return open;
  }

  /** Finishes the video, if there is any picture. */
  void end() throws IOException {
    if (writer == null) {
      return;
    }
    try (VideoFileWriter open = writer) {
      open.finish();
    }
    pictures.write(sink.boxesPlace(camera.id()));
    sink.recorded(camera.id(), times.captures(), times.arrivals());
  }

  /** Throws away what was not finished. */
  void abandon() {
    if (writer != null) {
      writer.close();
    }
  }

  private static long nanos(double seconds) {
    return Simulation.EPOCH_NANOS + Math.round(seconds * 1e6) * 1000;
  }
}
