package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Small MPEG-4 files made on the fly at 10 frames a second: picture {@code i} is grey of brightness
 * {@link #grey}, so that a decoded picture tells which one it is.
 */
public final class Clip {
  private static final int STEP = 5;

  private Clip() {}

  /** Luma of a picture, within the range of video. */
  static int grey(int picture) {
    return 40 + STEP * picture;
  }

  /** Which picture a blue, green or red value of it (full range) belongs to. */
  static int pictureOf(int value) {
    double luma = 16 + value * 219 / 255.0;
    return (int) Math.round((luma - 40) / STEP);
  }

  /**
   * Writes a file.
   *
   * @param keyEvery a key picture every so many
   * @param bPictures pictures between references that are coded from both sides
   */
  public static Path write(
      Path file, int width, int height, int frames, int keyEvery, int bPictures) {
    AVFormatContext format = new AVFormatContext(null);
    must(avformat_alloc_output_context2(format, null, (String) null, file.toString()));
    AVCodec encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
    AVStream stream = avformat_new_stream(format, encoder);
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    codec.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).gop_size(keyEvery);
    codec.max_b_frames(bPictures).time_base(av_make_q(1, 10)).framerate(av_make_q(10, 1));
    codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_GLOBAL_HEADER);
    codec.global_quality(2 * FF_QP2LAMBDA);
    must(avcodec_open2(codec, encoder, (AVDictionary) null));
    must(avcodec_parameters_from_context(stream.codecpar(), codec));
    stream.time_base(codec.time_base());
    AVIOContext io = new AVIOContext(null);
    must(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    format.pb(io);
    AVDictionary options = new AVDictionary(null);
    // MP4 gets its index in front, so that a cut leaves it readable; MOV at the end, so that not.
    if (file.toString().endsWith(".mp4")) {
      av_dict_set(options, "movflags", "+faststart", 0);
    }
    must(avformat_write_header(format, options));
    av_dict_free(options);

    AVFrame picture = av_frame_alloc();
    picture.width(width).height(height).format(AV_PIX_FMT_YUV420P);
    must(av_frame_get_buffer(picture, 0));
    for (int i = 0; i < frames; i++) {
      must(av_frame_make_writable(picture));
      paint(picture, i);
      must(avcodec_send_frame(codec, picture));
      drain(codec, format, stream);
    }
    must(avcodec_send_frame(codec, null));
    drain(codec, format, stream);
    must(av_write_trailer(format));
    avio_closep(io);
    av_frame_free(picture);
    avcodec_free_context(codec);
    avformat_free_context(format);
    return file;
  }

  private static void paint(AVFrame picture, int index) {
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? picture.height() : (picture.height() + 1) / 2;
      long bytes = (long) rows * picture.linesize(plane);
      byte value = (byte) (plane == 0 ? grey(index) : 128);
      for (long k = 0; k < bytes; k++) {
        picture.data(plane).put(k, value);
      }
    }
    // A texture that differs from picture to picture, so that a packet is more than a few bytes.
    for (int k = 0; k < picture.width(); k++) {
      long at = (long) (picture.height() - 1 - k % 16) * picture.linesize(0) + k;
      picture.data(0).put(at, (byte) ((k * 37 + index * 91) & 0x7f));
    }
    picture.pts(index);
  }

  private static void drain(AVCodecContext codec, AVFormatContext format, AVStream stream) {
    AVPacket packet = av_packet_alloc();
    while (avcodec_receive_packet(codec, packet) >= 0) {
      packet.duration(1);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(0);
      must(av_interleaved_write_frame(format, packet));
    }
    av_packet_free(packet);
  }

  private static void must(int code) {
    if (code < 0) {
      throw new IllegalStateException("FFmpeg says " + code);
    }
  }
}
