package io.walkout.node.cli;

import io.walkout.ingest.video.VideoSampler;
import io.walkout.node.report.UserError;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures from files: PNG and JPEG, folders of them, or spread over a video.
 *
 * @param name the file's, and its number where there are several in it
 * @param image BGR, three bytes a pixel
 */
record StillPicture(String name, BufferedImage image) {
  /** Largest side of a picture that is believed, as of video. */
  private static final int LARGEST_SIDE = 16_384;

  /** Most pictures of a folder. */
  private static final int MOST_FILES = 1000;

  /** One picture of a file: the only one, or one from the middle of a video. */
  static StillPicture one(Path file) throws IOException {
    List<StillPicture> all = all(file, 1);
    if (all.isEmpty()) {
      throw new UserError(file + ": expected a picture (PNG, JPEG) or a video, found none in it");
    }
    return all.getFirst();
  }

  /**
   * All pictures of a path.
   *
   * @param samples how many at most of a video
   */
  static List<StillPicture> all(Path path, int samples) throws IOException {
    if (!Files.exists(path)) {
      throw new UserError(path + ": no such picture, folder or video");
    }
    List<StillPicture> pictures = new ArrayList<>();
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        pictures.add(read(file));
      }
    } else if (isPicture(path)) {
      pictures.add(read(path));
    } else {
      String name = String.valueOf(path.getFileName());
      VideoSampler.sample(
          path,
          samples,
          (bgr, width, height) ->
              pictures.add(
                  new StillPicture(
                      name + " picture " + (pictures.size() + 1), image(bgr, width, height))));
    }
    return pictures;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> files = listed.filter(StillPicture::isPicture).sorted().toList();
      if (files.isEmpty() || files.size() > MOST_FILES) {
        throw new UserError(
            folder
                + ": expected 1 to "
                + MOST_FILES
                + " pictures (.png, .jpg, .jpeg), found "
                + files.size());
      }
      return files;
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  private static StillPicture read(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        throw new UserError(file + ": expected a PNG or JPEG picture, found something else");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
          throw new UserError(file + ": expected a picture of at most " + LARGEST_SIDE + " pixels");
        }
        return new StillPicture(String.valueOf(file.getFileName()), packed(reader.read(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(file + ": a picture that can't be read (" + e.getMessage() + ")", e);
    }
  }

  private static BufferedImage packed(BufferedImage any) {
    BufferedImage bgr =
        new BufferedImage(any.getWidth(), any.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = bgr.createGraphics();
    g.drawImage(any, 0, 0, null);
    g.dispose();
    return bgr;
  }

  private static BufferedImage image(ByteBuffer bgr, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    bgr.get(0, pixels);
    return image;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** A direct buffer of packed BGR. */
  ByteBuffer bgr() {
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return ByteBuffer.allocateDirect(pixels.length).put(pixels).flip();
  }
}
