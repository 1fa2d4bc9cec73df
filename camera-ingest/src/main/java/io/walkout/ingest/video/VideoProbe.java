package io.walkout.ingest.video;

import java.nio.file.Path;

/**
 * What a video file holds, found by reading all its packets and decoding its first picture.
 *
 * @param width pixels per row
 * @param height rows
 * @param frames pictures that are really in the file, damaged ones included
 * @param durationNanos length as the container states it; 0 if it doesn't
 * @param codec FFmpeg's name of the decoder, such as {@code h264}
 * @param declaredFrames pictures as the container states them; 0 if it doesn't
 */
public record VideoProbe(
    int width, int height, long frames, long durationNanos, String codec, long declaredFrames) {

  /**
   * Looks into a file. Reads all of it once, without decoding; blocks on the disk.
   *
   * @throws VideoException if the file is absent, foreign, cut off before its index, or has no
   *     picture that can be decoded; the message names the file and the cause
   */
  public static VideoProbe probe(Path file) throws VideoException {
    try (VideoFile video = new VideoFile(file)) {
      if (!video.nextPicture()) {
        throw new VideoException(
            file, "no picture of its " + video.codecName() + " stream can be decoded");
      }
    }
    try (VideoFile video = new VideoFile(file)) {
      long frames = 0;
      while (video.nextPacket()) {
        frames += video.packetDamaged() || video.packetHidden() ? 0 : 1;
      }
      return new VideoProbe(
          video.width(),
          video.height(),
          frames,
          video.declaredNanos(),
          video.codecName(),
          video.declaredFrames());
    }
  }

  /** Whether the container states more pictures than are there: the file was cut off. */
  public boolean truncated() {
    return declaredFrames > frames;
  }
}
