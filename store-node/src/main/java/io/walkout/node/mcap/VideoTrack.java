package io.walkout.node.mcap;

import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.video.VideoPackets;
import java.io.IOException;

/** A camera's H.264, coded picture by coded picture, as {@code foxglove.CompressedVideo}. */
final class VideoTrack implements Track {
  private final String camera;
  private final long[] captureNanos;
  private final VideoPackets packets;
  private final JsonTopic topic;
  private boolean ahead;
  private boolean ended;

  VideoTrack(VideoStream stream, VideoPackets packets, McapWriter writer) {
    camera = stream.camera().value();
    captureNanos = stream.captureNanos();
    this.packets = packets;
    topic =
        new JsonTopic(writer, "/cameras/" + camera + "/video", Schemas.VIDEO_NAME, Schemas.PICTURE);
  }

  @Override
  public long nanos() throws IOException {
    if (!ahead && !ended) {
      ahead = packets.next() && packets.index() < captureNanos.length;
      ended = !ahead;
    }
    return ended ? ENDED : captureNanos[(int) packets.index()];
  }

  @Override
  public void write() throws IOException {
    long nanos = nanos();
    ahead = false;
    byte[] data = packets.bytes();
    topic.stamped(
        nanos,
        json -> {
          json.writeStringField("frame_id", camera);
          json.writeBinaryField("data", data);
          json.writeStringField("format", "h264");
        });
  }

  @Override
  public void close() {
    packets.close();
  }
}
