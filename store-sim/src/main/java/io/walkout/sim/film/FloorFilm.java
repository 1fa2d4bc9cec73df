package io.walkout.sim.film;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.sim.Stage;
import io.walkout.sim.Watcher;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Films the floor plan of a simulation into an MP4 file, 1280x720 pixels at 20 frames a second.
 * Works without a screen. Needs a font on the machine. Single-threaded.
 */
public final class FloorFilm implements Watcher {
  /** Pictures a second: each third step of the simulation. */
  static final int FRAMES_PER_SECOND = 20;

  private static final int STEPS_PER_PICTURE = 3;

  /** Fine lines and letters want little loss. */
  private static final int QUANTIZER = 18;

  private static final double KEY_SECONDS = 2;

  private final FloorPicture picture;
  private final VideoFileWriter writer;
  private final ByteBuffer bgr =
      ByteBuffer.allocateDirect(3 * FloorPicture.WIDTH * FloorPicture.HEIGHT);
  private long steps;
  private long pictures;

  private FloorFilm(Stage stage, Path file) throws IOException {
    checkFont(file);
    picture = new FloorPicture(stage);
    writer =
        VideoFileWriter.create(
            file,
            new VideoSettings(
                FloorPicture.WIDTH,
                FloorPicture.HEIGHT,
                FRAMES_PER_SECOND,
                QUANTIZER,
                KEY_SECONDS));
  }

  /**
   * A film in that file; replaces what is there once the simulation is over. Making it fails with a
   * {@link io.walkout.ingest.video.VideoException} if the file can't be written.
   */
  public static Watcher.Maker to(Path file) {
    return stage -> new FloorFilm(stage, file);
  }

  /** A JDK finds no font on a bare machine, and says so with errors of all kinds. */
  private static void checkFont(Path file) throws IOException {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 12)
          .getStringBounds("Walkout", new FontRenderContext(null, true, true));
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new IOException(
          file
              + ": a film needs a font on this machine, such as DejaVu Sans with fontconfig ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  @Override
  public void step(double seconds, double step) throws IOException {
    if (steps++ % STEPS_PER_PICTURE == 0) {
      show(picture.draw(seconds));
    }
  }

  private void show(BufferedImage image) throws IOException {
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    bgr.put(0, pixels);
    try {
      writer.write(bgr, pictures * 1_000_000_000L / FRAMES_PER_SECOND);
    } catch (IOException e) {
      writer.close();
      throw e;
    }
    pictures++;
  }

  @Override
  public void end(double seconds) throws IOException {
    try (writer) {
      writer.finish();
    }
  }
}
