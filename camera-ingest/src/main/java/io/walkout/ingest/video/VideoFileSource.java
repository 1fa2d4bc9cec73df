package io.walkout.ingest.video;

import io.walkout.ingest.ring.CameraClock;
import io.walkout.ingest.ring.EventSource;
import io.walkout.ingest.ring.Frame;
import io.walkout.ingest.ring.FramePool;
import io.walkout.ingest.ring.StoreEvent;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One camera's video file as a stream of frames: picture {@code i} of the file was captured at
 * {@code captureNanos[i]} and arrived at {@code arrivalNanos[i]}. A capture time that can't be
 * meant is told in the slot's detections, which are blind then ({@link CameraClock}). Decodes in
 * the caller's thread, one picture ahead; the picture ahead stays in FFmpeg's memory, so that a
 * source that waits for its turn holds none of the pool's frames. A picture comes in the size that
 * it has, also where that changes in mid-stream. Damaged pictures are passed over and counted, and
 * don't shift the times of those after them. Single-threaded.
 */
public final class VideoFileSource implements EventSource {
  private final String name;
  private final int camera;
  private final long[] captureNanos;
  private final long[] arrivalNanos;
  private final FramePool pool;
  private final VideoFile video;
  private final CameraClock clock = new CameraClock();
  private PicturePacker packer;
  private long delivered;
  private long surplus;
  private boolean ahead;
  private boolean ended;

  /**
   * Opens a file whose pictures arrive when they are captured; as the other constructor otherwise.
   */
  public VideoFileSource(String name, int camera, Path file, long[] captureNanos, FramePool pool)
      throws VideoException {
    this(name, camera, file, captureNanos, captureNanos, pool);
  }

  /**
   * Opens a file.
   *
   * @param name the stream's, for reports
   * @param camera index of the camera in the layout
   * @param file the video
   * @param captureNanos capture time of each picture; a camera whose clock was set back repeats
   *     some; not changed afterwards
   * @param arrivalNanos arrival time of each picture, never falling: a picture that is late holds
   *     up those behind it, as in any connection; not changed afterwards
   * @param pool where frames come from; its capacity bounds the pictures under way
   * @throws VideoException if the file can't be read as video, or an arrival time falls
   */
  public VideoFileSource(
      String name, int camera, Path file, long[] captureNanos, long[] arrivalNanos, FramePool pool)
      throws VideoException {
    checkNeverFalls(file, arrivalNanos);
    if (captureNanos.length != arrivalNanos.length) {
      throw new VideoException(file, "has capture times and arrival times of different lengths");
    }
    this.name = name;
    this.camera = camera;
    this.captureNanos = captureNanos;
    this.arrivalNanos = arrivalNanos;
    this.pool = pool;
    this.video = new VideoFile(file);
    this.packer = new PicturePacker(video.width(), video.height());
  }

  private static void checkNeverFalls(Path file, long[] nanos) throws VideoException {
    for (int i = 1; i < nanos.length; i++) {
      if (nanos[i] < nanos[i - 1]) {
        throw new VideoException(
            file, "arrival time of frame " + i + " lies before that of the frame before it");
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long peekArrivalNanos() {
    if (!ahead && !ended) {
      ahead = decodeAhead();
      ended = !ahead;
    }
    return ended ? ENDED : arrivalNanos[(int) video.pictureIndex()];
  }

  private boolean decodeAhead() {
    while (video.nextPicture()) {
      if (video.pictureIndex() < captureNanos.length) {
        return true;
      }
      surplus++;
    }
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waits for a frame of the pool.
   *
   * @throws InterruptedIOException if interrupted while waiting
   */
  @Override
  public void read(StoreEvent slot) throws InterruptedIOException {
    if (peekArrivalNanos() == ENDED) {
      throw new IllegalStateException(name + " has ended");
    }
    int width = video.picture().width();
    int height = video.picture().height();
    if (!packer.makes(width, height)) {
      packer.close();
      packer = new PicturePacker(width, height);
    }
    Frame frame = takeFrame(width, height);
    packer.pack(video.picture(), frame.pixels());
    slot.kind = StoreEvent.Kind.FRAME;
    slot.camera = camera;
    slot.arrivalNanos = arrivalNanos[(int) video.pictureIndex()];
    slot.detections.fault =
        clock.judge(captureNanos[(int) video.pictureIndex()], slot.arrivalNanos);
    slot.detections.blind = !clock.usable();
    slot.captureNanos = clock.nanos();
    slot.frame = frame;
    ahead = false;
    delivered++;
  }

  private Frame takeFrame(int width, int height) throws InterruptedIOException {
    try {
      return pool.take(width, height);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(name + ": interrupted while waiting for a free frame");
    }
  }

  /** Frames read so far. */
  public long deliveredFrames() {
    return delivered;
  }

  /** Packets and pictures passed over so far because they were damaged. */
  public long damagedFrames() {
    return video.damaged();
  }

  /**
   * What was wrong with the file as far as it was read, in one sentence; complete once {@link
   * #peekArrivalNanos} said {@link #ENDED}.
   */
  public Optional<String> problem() {
    StringBuilder text = new StringBuilder();
    if (video.damaged() > 0) {
      text.append(", ").append(video.damaged()).append(" damaged packets or pictures passed over");
    }
    if (video.stoppedByDamage()) {
      text.append(", the rest unreadable");
    }
    if (surplus > 0) {
      text.append(", ").append(surplus).append(" frames beyond the table of capture times ignored");
    }
    if (ended && delivered + surplus < captureNanos.length) {
      text.append(", ended after ")
          .append(delivered)
          .append(" frames, expected ")
          .append(captureNanos.length)
          .append(" as in the table of capture times");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(video.path() + ": " + text.substring(2));
  }

  @Override
  public void close() {
    packer.close();
    video.close();
  }
}
