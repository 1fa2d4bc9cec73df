package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_PANIC;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** What FFmpeg has to say: its errors in words, its own lines not at all. Safe for any thread. */
final class FfmpegWords {
  private FfmpegWords() {}

  /**
   * Stops FFmpeg's own lines on stderr: damage is counted and reported by us, in words; they would
   * only repeat it.
   */
  static void keepQuiet() {
    av_log_set_level(AV_LOG_PANIC);
  }

  /** An error code in words. */
  static String of(int error) {
    byte[] text = new byte[128];
    av_strerror(error, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.US_ASCII);
  }
}
