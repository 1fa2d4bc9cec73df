package io.walkout.ingest.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Looks at a few pictures spread over a video file, cheaply: key pictures are sought, and only a
 * file with few of them is decoded from its start. The same file gives the same pictures.
 */
public final class VideoSampler {
  /** Receives the samples. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One picture.
     *
     * @param bgr direct, {@code 3 * width * height} bytes from position 0, rows packed; overwritten
     *     after the call
     * @param width pixels per row
     * @param height rows
     */
    void picture(ByteBuffer bgr, int width, int height);
  }

  /**
   * A file this short is decoded whole: 600 pictures take about a second at VGA size, and its
   * samples then lie evenly.
   */
  private static final long SHORT_FRAMES = 600;

  private VideoSampler() {}

  /**
   * Gives up to {@code samples} pictures, in order of time.
   *
   * @return how many were given; fewer than asked for if the file has fewer, or is cut off
   * @throws VideoException if the file can't be read as video
   */
  public static int sample(Path file, int samples, Sink sink) throws VideoException {
    try (VideoFile video = new VideoFile(file);
        PicturePacker packer = new PicturePacker(video.width(), video.height())) {
      ByteBuffer bgr = ByteBuffer.allocateDirect(3 * video.width() * video.height());
      boolean whole = video.declaredFrames() > 0 && video.declaredFrames() <= SHORT_FRAMES;
      return whole || !video.seek(0)
          ? everyNth(video, packer, samples, bgr, sink)
          : keyPictures(video, packer, samples, bgr, sink);
    }
  }

  private static int everyNth(
      VideoFile video, PicturePacker packer, int samples, ByteBuffer bgr, Sink sink) {
    long frames = Math.max(video.declaredFrames(), samples);
    int given = 0;
    while (given < samples && video.nextPicture()) {
      if (video.pictureIndex() >= (2L * given + 1) * frames / (2L * samples)) {
        give(video, packer, bgr, sink);
        given++;
      }
    }
    return given;
  }

  private static int keyPictures(
      VideoFile video, PicturePacker packer, int samples, ByteBuffer bgr, Sink sink) {
    int given = 0;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < samples; i++) {
      if (!video.seek((i + 0.5) / samples) || !video.nextPicture()) {
        continue;
      }
      if (video.picture().pts() != last) {
        last = video.picture().pts();
        give(video, packer, bgr, sink);
        given++;
      }
    }
    return given;
  }

  private static void give(VideoFile video, PicturePacker packer, ByteBuffer bgr, Sink sink) {
    packer.pack(video.picture(), bgr);
    sink.picture(bgr, video.width(), video.height());
  }
}
