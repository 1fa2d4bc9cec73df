package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
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
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * OpenH264 with fixed settings: one thread, rate control held to one quantizer (so that every
 * picture has the same quantisation, whatever came before it), no picture left out, none that
 * refers forward. Single-threaded.
 */
final class H264Encoder implements AutoCloseable {
  /** The clock of video since MPEG-1; players expect it. */
  static final int TICKS_PER_SECOND = 90_000;

  private final Path file;
  private final AVCodecContext codec;
  private final AVFrame picture = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();
  private final int nominalTicks;

  /**
   * Opens the encoder.
   *
   * @param file the file it works for, named in errors
   * @param headerApart whether the parameter sets stand in the file's header, else before each key
   *     picture
   * @throws VideoException if this build of FFmpeg lacks the encoder, or it refuses
   */
  H264Encoder(Path file, VideoSettings settings, boolean headerApart) throws VideoException {
    FfmpegWords.keepQuiet();
    this.file = file;
    AVCodec found = avcodec_find_encoder_by_name("libopenh264");
    if (found == null || found.isNull()) {
      release(null);
      throw new VideoException(file, "can't be written: this build of FFmpeg has no OpenH264");
    }
    nominalTicks = (int) Math.max(1, Math.round(TICKS_PER_SECOND / settings.framesPerSecond()));
    codec = avcodec_alloc_context3(found);
    codec.width(settings.width()).height(settings.height()).pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, TICKS_PER_SECOND));
    codec.framerate(av_make_q((int) Math.round(1000 * settings.framesPerSecond()), 1000));
    codec.gop_size(settings.keyEvery()).max_b_frames(0).thread_count(1);
    codec.qmin(settings.quantizer()).qmax(settings.quantizer());
    codec.flags(
        codec.flags() | (headerApart ? AV_CODEC_FLAG_GLOBAL_HEADER : 0) | AV_CODEC_FLAG_BITEXACT);
    // What swscale makes of RGB; without the mark players take large pictures for BT.709.
    codec.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_SMPTE170M);
    codec.color_primaries(AVCOL_PRI_SMPTE170M).color_trc(AVCOL_TRC_SMPTE170M);
    AVDictionary options = new AVDictionary(null);
    // With its mode "off" OpenH264 takes a quantizer of its own; held between equal bounds this one
    // takes ours, whatever the pictures cost.
    av_dict_set(options, "rc_mode", "quality", 0);
    av_dict_set(options, "allow_skip_frames", "0", 0);
    int opened = avcodec_open2(codec, found, options);
    av_dict_free(options);
    if (opened < 0) {
      release(codec);
      throw new VideoException(file, "OpenH264 refuses: " + FfmpegWords.of(opened));
    }
    picture.width(settings.width()).height(settings.height()).format(AV_PIX_FMT_YUV420P);
    av_frame_get_buffer(picture, 0);
  }

  /** The picture to fill before {@link #encode}; the encoder may still hold its last content. */
  AVFrame picture() {
    av_frame_make_writable(picture);
    return picture;
  }

  /** Takes the picture in, to be shown at a time in ticks. */
  void encode(long ticks) throws VideoException {
    picture.pts(ticks).duration(nominalTicks);
    must(avcodec_send_frame(codec, picture));
  }

  /** No picture comes any more. */
  void end() throws VideoException {
    must(avcodec_send_frame(codec, null));
  }

  /** Moves to the next packet; false if there is none for now. */
  boolean nextPacket() throws VideoException {
    av_packet_unref(packet);
    int got = avcodec_receive_packet(codec, packet);
    if (got == AVERROR_EAGAIN() || got == AVERROR_EOF()) {
      return false;
    }
    must(got);
    if (packet.duration() <= 0) {
      packet.duration(nominalTicks);
    }
    return true;
  }

  AVPacket packet() {
    return packet;
  }

  AVCodecContext codec() {
    return codec;
  }

  private void must(int code) throws VideoException {
    if (code < 0) {
      throw new VideoException(file, "a picture can't be encoded: " + FfmpegWords.of(code));
    }
  }

  private void release(@Nullable AVCodecContext opened) {
    av_frame_free(picture);
    av_packet_free(packet);
    if (opened != null) {
      avcodec_free_context(opened);
    }
  }

  @Override
  public void close() {
    release(codec);
  }
}
