package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An open video file: the first video stream's packets and pictures, by FFmpeg. Native memory,
 * freed by {@link #close}. Single-threaded.
 */
final class VideoFile implements AutoCloseable {
  /** Reads in a row that may fail before the rest of the file is given up. */
  private static final int BAD_READS = 1000;

  /** Largest picture side that is believed; an 8K camera has 7680. */
  private static final int LARGEST_SIDE = 16384;

  static {
    FfmpegWords.keepQuiet();
  }

  private final Path path;
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame picture = av_frame_alloc();
  private final AVStream stream;
  private final String codecName;
  private final PictureClock clock = new PictureClock();
  private long packets;
  private long damaged;
  private long pictureIndex = -1;
  private boolean draining;
  private boolean stoppedByDamage;

  /**
   * Opens a file.
   *
   * @throws VideoException if there is no such file, it is no video, or its codec is unknown
   */
  VideoFile(Path path) throws VideoException {
    this.path = path;
    if (!Files.isReadable(path)) {
      throw new VideoException(path, "no such video file, or not readable");
    }
    int opened = avformat_open_input(format, path.toString(), null, (AVDictionary) null);
    if (opened < 0) {
      close();
      throw new VideoException(
          path,
          "not a video that FFmpeg can read, or cut off before its index was written ("
              + FfmpegWords.of(opened)
              + "); expected an ordinary file such as MP4, MKV or AVI");
    }
    try {
      avformat_find_stream_info(format, (PointerPointer<?>) null);
      AVCodec decoder = new AVCodec(null);
      int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, decoder, 0);
      if (index < 0) {
        throw new VideoException(path, "holds no video stream that FFmpeg can decode");
      }
      stream = format.streams(index);
      codecName = decoder.name().getString();
      codec = avcodec_alloc_context3(decoder);
      avcodec_parameters_to_context(codec, stream.codecpar());
      // One thread: the detectors need the other cores, and a replay reads several files at once.
      codec.thread_count(1);
      int ready = avcodec_open2(codec, decoder, (AVDictionary) null);
      if (ready < 0) {
        throw new VideoException(
            path, "its " + codecName + " stream can't be decoded: " + FfmpegWords.of(ready));
      }
      checkSize();
    } catch (VideoException e) {
      close();
      throw e;
    }
  }

  private void checkSize() throws VideoException {
    if (width() < 1 || height() < 1 || width() > LARGEST_SIDE || height() > LARGEST_SIDE) {
      throw new VideoException(
          path, "says its pictures are " + width() + "x" + height() + " pixels");
    }
  }

  int width() {
    return stream.codecpar().width();
  }

  int height() {
    return stream.codecpar().height();
  }

  String codecName() {
    return codecName;
  }

  /** Pictures as the container states them; 0 if it doesn't. */
  long declaredFrames() {
    return stream.nb_frames();
  }

  /** Length in nanoseconds as the container states it; 0 if it doesn't. */
  long declaredNanos() {
    long ticks = stream.duration();
    if (ticks != AV_NOPTS_VALUE && ticks > 0) {
      return Math.round(1e9 * ticks * stream.time_base().num() / stream.time_base().den());
    }
    return format.duration() > 0 ? format.duration() * 1000 : 0;
  }

  /** Moves to the next packet of the video stream; false at the end. */
  boolean nextPacket() {
    int bad = 0;
    while (true) {
      av_packet_unref(packet);
      int read = av_read_frame(format, packet);
      if (read == AVERROR_EOF()) {
        return false;
      }
      if (read < 0) {
        damaged++;
        if (++bad == BAD_READS || format.pb() == null || format.pb().eof_reached() != 0) {
          stoppedByDamage = true;
          return false;
        }
        continue;
      }
      if (packet.stream_index() == stream.index()) {
        packets++;
        return true;
      }
    }
  }

  /** When the packet now held is to be shown, in ticks of its stream. */
  private long packetTicks() {
    long pts = packet.pts();
    long time = pts != AV_NOPTS_VALUE ? pts : packet.dts();
    return time != AV_NOPTS_VALUE ? time : packets;
  }

  /** The packet now held. */
  AVPacket packet() {
    return packet;
  }

  /** The stream that is read. */
  AVStream stream() {
    return stream;
  }

  /** Whether the packet now held is only there for others to refer to and is never shown. */
  boolean packetHidden() {
    return (packet.flags() & AV_PKT_FLAG_DISCARD) != 0;
  }

  /** Whether the packet now held was cut off or failed its container's check. */
  boolean packetDamaged() {
    return (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
  }

  /**
   * Decodes up to the next whole picture, which stays valid until the next call; false at the end.
   * Damaged packets and pictures are passed over and counted.
   */
  boolean nextPicture() {
    while (true) {
      int got = avcodec_receive_frame(codec, picture);
      if (got >= 0) {
        pictureIndex = clock.picture(picture.pts());
        if ((picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0
            && picture.decode_error_flags() == 0
            && isBelievable()) {
          return true;
        }
        damaged++;
      } else if (got == AVERROR_EAGAIN()) {
        feed();
      } else if (got == AVERROR_EOF()) {
        return false;
      } else {
        damaged++;
      }
    }
  }

  private boolean isBelievable() {
    return picture.width() >= 1
        && picture.height() >= 1
        && picture.width() <= LARGEST_SIDE
        && picture.height() <= LARGEST_SIDE;
  }

  private void feed() {
    if (draining || !nextPacket()) {
      draining = true;
      avcodec_send_packet(codec, null);
      return;
    }
    long time = packetTicks();
    packet.pts(time);
    if (!packetHidden()) {
      clock.packet(time);
    }
    if (packetDamaged() || avcodec_send_packet(codec, packet) < 0) {
      damaged++;
    }
  }

  /**
   * Goes to the last key picture at or before a share (0..1) of the file's length; false if the
   * file can't be sought in. Picture numbers mean nothing afterwards.
   */
  boolean seek(double share) {
    long ticks = stream.duration();
    if (ticks == AV_NOPTS_VALUE || ticks <= 0) {
      return false;
    }
    long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    long target = start + Math.round(share * ticks);
    if (av_seek_frame(format, stream.index(), target, AVSEEK_FLAG_BACKWARD) < 0) {
      return false;
    }
    avcodec_flush_buffers(codec);
    draining = false;
    return true;
  }

  /** The picture now held. */
  AVFrame picture() {
    return picture;
  }

  /** Place of the picture now held among all of the file, from 0, damaged ones included. */
  long pictureIndex() {
    return pictureIndex;
  }

  /** When the picture now held is to be shown, nanoseconds on the file's own clock. */
  long pictureNanos() {
    return Math.round(1e9 * picture.pts() * stream.time_base().num() / stream.time_base().den());
  }

  /** Packets and pictures passed over as damaged. */
  long damaged() {
    return damaged;
  }

  /** Whether the rest of the file was given up. */
  boolean stoppedByDamage() {
    return stoppedByDamage;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    av_frame_free(picture);
    av_packet_free(packet);
    if (codec != null) {
      avcodec_free_context(codec);
    }
    if (!format.isNull()) {
      avformat_close_input(format);
    }
  }
}
