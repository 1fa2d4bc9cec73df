package io.walkout.node.mcap;

import io.walkout.ingest.recording.VideoStream;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import io.walkout.ingest.video.VideoException;
import io.walkout.ingest.video.VideoFileSource;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A camera's pictures as JPEG, as {@code foxglove.CompressedImage}: for videos whose codec viewers
 * don't know.
 */
final class ImageTrack implements Track {
  private final String camera;
  private final VideoFileSource source;
  private final JsonTopic topic;
  private final StoreEvent slot = new StoreEvent();
  private @Nullable BufferedImage image;
  private boolean ahead;

  ImageTrack(VideoStream stream, McapWriter writer) throws VideoException {
    camera = stream.camera().value();
    source = new VideoFileSource(camera, 0, stream.file(), stream.captureNanos(), new FramePool(1));
    topic =
        new JsonTopic(writer, "/cameras/" + camera + "/image", Schemas.IMAGE_NAME, Schemas.PICTURE);
  }

  @Override
  public long nanos() {
    ahead |= source.peekArrivalNanos() != EventSource.ENDED;
    return ahead ? source.peekArrivalNanos() : ENDED;
  }

  @Override
  public void write() throws IOException {
    slot.reset(StoreEvent.Kind.END);
    source.read(slot);
    ahead = false;
    Frame frame = slot.frame;
    if (frame == null) {
      return;
    }
    byte[] jpeg = jpeg(frame);
    frame.release();
    topic.stamped(
        slot.captureNanos,
        json -> {
          json.writeStringField("frame_id", camera);
          json.writeBinaryField("data", jpeg);
          json.writeStringField("format", "jpeg");
        });
  }

  private byte[] jpeg(Frame frame) throws IOException {
    BufferedImage canvas = image;
    if (canvas == null) {
      canvas = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
      image = canvas;
    }
    byte[] pixels = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    frame.pixels().get(0, pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(canvas, "jpeg", out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    source.close();
  }
}
