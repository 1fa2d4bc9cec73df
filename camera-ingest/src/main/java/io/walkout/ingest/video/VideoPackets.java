package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The coded pictures of a video file, one by one and not decoded, as others can decode them: H.264
 * in the byte stream of its Annex B, with the parameter sets before each key picture. Native
 * memory, freed by {@link #close}. Single-threaded.
 */
public final class VideoPackets implements AutoCloseable {
  private final Path path;
  private final VideoFile video;
  private final AVBSFContext filter = new AVBSFContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final boolean passable;
  private long index = -1;

  /**
   * Opens a file.
   *
   * @throws VideoException if it can't be read as video
   */
  public VideoPackets(Path path) throws VideoException {
    this.path = path;
    video = new VideoFile(path);
    passable = video.codecName().equals("h264") && video.stream().codecpar().video_delay() == 0;
    if (passable) {
      try {
        must(av_bsf_alloc(av_bsf_get_by_name("h264_mp4toannexb"), filter));
        must(avcodec_parameters_copy(filter.par_in(), video.stream().codecpar()));
        must(av_bsf_init(filter));
      } catch (VideoException e) {
        close();
        throw e;
      }
    }
  }

  /**
   * Whether the file's pictures can be handed on as they are: H.264 in which none refers forward,
   * so that they stand in the order in which they are shown.
   */
  public boolean isPassable() {
    return passable;
  }

  /**
   * Moves to the next coded picture; false at the end.
   *
   * @throws IllegalStateException if the file is not {@link #isPassable}
   */
  public boolean next() throws VideoException {
    if (!passable) {
      throw new IllegalStateException(path + " has pictures that can't be handed on");
    }
    av_packet_unref(packet);
    while (video.nextPacket()) {
      if (video.packetHidden()) {
        continue;
      }
      index++;
      if (video.packetDamaged()) {
        continue;
      }
      must(av_bsf_send_packet(filter, video.packet()));
      must(av_bsf_receive_packet(filter, packet));
      return true;
    }
    return false;
  }

  /** Place of the picture in the file, from 0, damaged ones included. */
  public long index() {
    return index;
  }

  /** Whether the picture can be decoded without those before it. */
  public boolean isKey() {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  /** A copy of the coded picture. */
  public byte[] bytes() {
    byte[] bytes = new byte[packet.size()];
    packet.data().position(0).get(bytes);
    return bytes;
  }

  private void must(int code) throws VideoException {
    if (code < 0) {
      throw new VideoException(path, "its H.264 can't be handed on: " + FfmpegWords.of(code));
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    if (!filter.isNull()) {
      av_bsf_free(filter);
    }
    video.close();
  }
}
