package io.walkout.ingest.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes pictures as H.264 into an MP4 file that any player opens. One thread, no pictures that
 * refer forward, the same quantisation for every picture, no dates and no versions in the file: the
 * same pictures give the same bytes on one machine. Each picture is shown when it was captured, as
 * exactly as 1/90,000 s; the first one at 0.
 *
 * <p>The file appears under its name with {@link #finish}; until then it grows beside it with
 * {@code .part} behind its name, and a writer that is closed or killed before leaves no file of
 * that name. Native memory, freed by {@link #close}. Single-threaded.
 */
public final class VideoFileWriter implements AutoCloseable {
  private final Path file;
  private final Path part;
  private VideoSettings settings;
  private PlanarPacker packer;
  private H264Encoder encoder;
  private final Mp4File mp4;
  private long firstNanos;
  private long lastNanos;
  private long lastTicks = AV_NOPTS_VALUE;
  private long frames;
  private boolean finished;
  private boolean closed;

  private VideoFileWriter(Path file, VideoSettings settings) throws VideoException {
    this.file = file;
    this.settings = settings;
    part = file.resolveSibling(file.getFileName() + ".part");
    encoder = new H264Encoder(file, settings, true);
    try {
      mp4 = new Mp4File(file, part, encoder);
    } catch (VideoException e) {
      encoder.close();
      throw e;
    }
    packer = new PlanarPacker(settings.width(), settings.height());
  }

  /**
   * Begins a file; replaces, once finished, what has its name.
   *
   * @param file where, by custom ending in {@code .mp4}; its directory is there
   * @throws VideoException if the file can't be made, or this build of FFmpeg can't write H.264
   */
  public static VideoFileWriter create(Path file, VideoSettings settings) throws VideoException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new VideoException(file, "can't be written: its directory is not there");
    }
    return new VideoFileWriter(file, settings);
  }

  /**
   * Writes a picture.
   *
   * @param bgr direct; {@code 3 * width * height} bytes from position 0: blue, green, red, rows
   *     from top to bottom, packed. Neither changed nor kept
   * @param captureNanos when it was captured; later than the picture before
   * @throws IllegalArgumentException if the buffer or the time is not so
   * @throws VideoException if it can't be written, for instance because the disk is full
   */
  public void write(ByteBuffer bgr, long captureNanos) throws VideoException {
    if (finished || closed) {
      throw new IllegalStateException(file + " is closed");
    }
    int bytes = 3 * settings.width() * settings.height();
    if (!bgr.isDirect() || bgr.capacity() < bytes) {
      throw new IllegalArgumentException(
          "a picture needs a direct buffer of " + bytes + " bytes, got " + bgr);
    }
    if (frames == 0) {
      firstNanos = captureNanos;
    } else if (captureNanos <= lastNanos) {
      throw new IllegalArgumentException(
          "frame " + frames + " was not captured after the one before it");
    }
    long ticks = Math.round((captureNanos - firstNanos) * (H264Encoder.TICKS_PER_SECOND / 1e9));
    ticks = frames == 0 ? 0 : Math.max(ticks, lastTicks + 1);
    packer.pack(bgr, encoder.picture());
    encoder.encode(ticks);
    drain();
    lastNanos = captureNanos;
    lastTicks = ticks;
    frames++;
  }

  /**
   * Goes on in another size, as cameras do whose settings are changed while they are recorded: the
   * file's header keeps telling the first. Does nothing if that is the size already.
   *
   * @throws IllegalArgumentException if a video can't have that size
   * @throws VideoException if what is left can't be written
   */
  public void resize(int width, int height) throws VideoException {
    if (width == settings.width() && height == settings.height()) {
      return;
    }
    VideoSettings wanted = settings.withSize(width, height);
    encoder.end();
    drain();
    H264Encoder next = new H264Encoder(file, wanted, false);
    encoder.close();
    packer.close();
    settings = wanted;
    encoder = next;
    packer = new PlanarPacker(width, height);
  }

  private void drain() throws VideoException {
    while (encoder.nextPacket()) {
      mp4.write(encoder.packet());
    }
  }

  /** Pictures written so far. */
  public long frames() {
    return frames;
  }

  /**
   * Writes what is left and gives the file its name. A file without pictures is not made.
   *
   * @throws VideoException if it can't be written
   */
  public void finish() throws VideoException {
    if (finished || closed) {
      return;
    }
    if (frames == 0) {
      close();
      return;
    }
    encoder.end();
    drain();
    mp4.finish();
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new VideoException(file, "can't be given its name: " + e.getMessage());
    }
    finished = true;
  }

  /** Frees everything; what was not finished is thrown away. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    packer.close();
    encoder.close();
    mp4.close();
    if (!finished) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        // It stays as .part, which every reader of ours passes over.
      }
    }
  }
}
