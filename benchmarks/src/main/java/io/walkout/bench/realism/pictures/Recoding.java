package io.walkout.bench.realism.pictures;

import io.walkout.ingest.video.VideoFileWriter;
import io.walkout.ingest.video.VideoSettings;
import io.walkout.store.EventTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many bits the pictures of a clip take when they are coded once more, by our own encoder with
 * one quantisation: comparable where the clips' own codecs are not.
 */
public final class Recoding {
  private static final double RATE_HERTZ = 10;

  private Recoding() {}

  /**
   * Codes a clip.
   *
   * @param scratch a file that is made and removed
   * @return bits a picture
   */
  public static double bitsPerPicture(Clip clip, Path scratch) throws IOException {
    ByteBuffer direct = ByteBuffer.allocateDirect(3 * clip.width() * clip.height());
    VideoSettings settings = VideoSettings.camera(clip.width(), clip.height(), RATE_HERTZ);
    try (VideoFileWriter writer = VideoFileWriter.create(scratch, settings)) {
      for (int i = 0; i < clip.size(); i++) {
        direct.clear().put(clip.bgr().get(i)).flip();
        writer.write(direct, Math.round(i * EventTime.SECOND / RATE_HERTZ));
      }
      writer.finish();
    }
    double bits = 8.0 * Files.size(scratch) / clip.size();
    Files.delete(scratch);
    return bits;
  }
}
