package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * An MP4 file with one video stream that is being written, with its index in front in the end, and
 * without dates and names of programs. Single-threaded.
 */
final class Mp4File implements AutoCloseable {
  private final Path file;
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVIOContext io = new AVIOContext(null);
  private final AVStream stream;

  /**
   * Begins the file.
   *
   * @param file named in errors
   * @param part where it is written
   */
  Mp4File(Path file, Path part, H264Encoder encoder) throws VideoException {
    this.file = file;
    // With its protocol named, a colon in the path means nothing.
    String place = "file:" + part.toAbsolutePath();
    try {
      must(avformat_alloc_output_context2(format, null, "mp4", place));
      format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
      stream = avformat_new_stream(format, (AVCodec) null);
      must(avcodec_parameters_from_context(stream.codecpar(), encoder.codec()));
      stream.time_base(av_make_q(1, H264Encoder.TICKS_PER_SECOND));
      must(avio_open(io, place, AVIO_FLAG_WRITE));
      format.pb(io);
      AVDictionary options = new AVDictionary(null);
      av_dict_set(options, "movflags", "+faststart", 0);
      av_dict_set(
          options, "video_track_timescale", String.valueOf(H264Encoder.TICKS_PER_SECOND), 0);
      int begun = avformat_write_header(format, options);
      av_dict_free(options);
      must(begun);
    } catch (VideoException e) {
      close();
      throw e;
    }
  }

  /** Appends an encoded picture. */
  void write(AVPacket packet) throws VideoException {
    packet.stream_index(0);
    av_packet_rescale_ts(packet, av_make_q(1, H264Encoder.TICKS_PER_SECOND), stream.time_base());
    must(av_interleaved_write_frame(format, packet));
  }

  /** Writes the index and closes the file. */
  void finish() throws VideoException {
    must(av_write_trailer(format));
    must(avio_closep(io));
    format.pb(null);
  }

  private void must(int code) throws VideoException {
    if (code < 0) {
      throw new VideoException(file, "can't be written: " + FfmpegWords.of(code));
    }
  }

  @Override
  public void close() {
    if (!io.isNull()) {
      avio_closep(io);
    }
    if (!format.isNull()) {
      format.pb(null);
      avformat_free_context(format);
    }
  }
}
