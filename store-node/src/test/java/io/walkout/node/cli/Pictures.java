package io.walkout.node.cli;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.sim.Simulation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;

/** Small pictures, videos and stores for the command line's tests. */
final class Pictures {
  private Pictures() {}

  /** A picture of packed BGR and its size. */
  record Picture(int width, int height, ByteBuffer bgr) {}

  /** Texture that is the same for all, and a sensor's noise of its own. */
  static Picture noise(int width, int height, long seed) {
    Random texture = new Random(7);
    Random noise = new Random(seed);
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
    for (int i = 0; i < 3 * width * height; i++) {
      bgr.put((byte) Math.clamp(60 + texture.nextInt(120) + 6 * noise.nextGaussian(), 0, 255));
    }
    return new Picture(width, height, bgr.flip());
  }

  /** All black. */
  static Picture black(int width, int height) {
    return new Picture(width, height, ByteBuffer.allocateDirect(3 * width * height));
  }

  /** Writes a video of ten pictures a second. */
  static Path video(Path file, int count, IntFunction<Picture> pictures) throws IOException {
    Picture first = pictures.apply(0);
    int width = first.width();
    int height = first.height();
    try (VideoFileWriter writer =
        VideoFileWriter.create(
            file, new VideoSettings(first.width(), first.height(), 10, 20, 1.6))) {
      for (int i = 0; i < count; i++) {
        Picture picture = pictures.apply(i);
        if (picture.width() != width || picture.height() != height) {
          width = picture.width();
          height = picture.height();
          writer.resize(width, height);
        }
        writer.write(picture.bgr(), i * 100_000_000L);
      }
      writer.finish();
    }
    return file;
  }

  /** Writes a grey picture. */
  static Path png(Path file, int width, int height) throws IOException {
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "png", file.toFile());
    return file;
  }

  /** Puts a simulated shop's files into a folder; its store file. */
  static Path store(Path folder) throws IOException {
    Path recording = folder.resolve("for-its-store.rec");
    if (!Files.exists(recording)) {
      Simulation.run("alone", 1, recording);
    }
    for (String name : List.of("store.yaml", "catalogue.csv", "planogram.csv")) {
      Files.copy(
          recording.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return folder.resolve("store.yaml");
  }
}
