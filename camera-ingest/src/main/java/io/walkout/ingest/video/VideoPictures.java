package io.walkout.ingest.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The pictures of a video file one after the other, with the times at which a player would show
 * them. For work on a file alone; what belongs to a recording comes by {@link VideoFileSource} with
 * the recording's times. Single-threaded; native memory, freed by {@link #close}.
 */
public final class VideoPictures implements AutoCloseable {
  private final VideoFile video;
  private PicturePacker packer;
  private ByteBuffer bgr;
  private int width;
  private int height;
  private long nanos = Long.MIN_VALUE;

  /**
   * Opens a file.
   *
   * @throws VideoException if it can't be read as video
   */
  public VideoPictures(Path file) throws VideoException {
    video = new VideoFile(file);
    width = video.width();
    height = video.height();
    packer = new PicturePacker(width, height);
    bgr = ByteBuffer.allocateDirect(3 * width * height);
  }

  /** Moves to the next picture; false at the end. Damaged ones are passed over. */
  public boolean next() {
    if (!video.nextPicture()) {
      return false;
    }
    int wide = video.picture().width();
    int high = video.picture().height();
    if (!packer.makes(wide, high)) {
      packer.close();
      packer = new PicturePacker(wide, high);
      bgr = ByteBuffer.allocateDirect(3 * wide * high);
      width = wide;
      height = high;
    }
    packer.pack(video.picture(), bgr);
    nanos = Math.max(nanos, video.pictureNanos());
    return true;
  }

  /** The picture: direct, BGR, rows packed, at its own size; overwritten by the next. */
  public ByteBuffer bgr() {
    return bgr;
  }

  /** Pixels per row: of the picture, before the first as the file states it. */
  public int width() {
    return width;
  }

  /** Rows: of the picture, before the first as the file states it. */
  public int height() {
    return height;
  }

  /** Place of the picture in the file, from 0, damaged ones counted. */
  public long index() {
    return video.pictureIndex();
  }

  /** When it is shown, from the start of the file's clock; never falls. */
  public long nanos() {
    return nanos;
  }

  /** What was wrong with the file, in one sentence; complete at the end. */
  public Optional<String> problem() {
    if (video.damaged() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        video.path()
            + ": "
            + video.damaged()
            + " damaged packets or pictures passed over"
            + (video.stoppedByDamage() ? ", the rest unreadable" : ""));
  }

  @Override
  public void close() {
    packer.close();
    video.close();
  }
}
