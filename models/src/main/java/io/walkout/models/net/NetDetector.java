package io.walkout.models.net;

import io.walkout.models.PersonDetector;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.ByteBuffer;

/**
 * Finds people with a net of any family of detectors. Stateless between pictures: one instance may
 * serve any number of cameras, in one thread at a time.
 *
 * <p>A net whose answer can't be (a number that is none, half of all its cells claiming somebody,
 * more people than a picture holds) invents nobody: no box is given, and {@link Detections#fault}
 * is {@link PictureFault#NET_FAULT}.
 */
public final class NetDetector implements PersonDetector {
  private final NetSession session;
  private final PictureInput input;
  private final DetectorHead head;
  private final DetectorSettings settings;
  private final Candidates candidates;
  private final Placement placement = new Placement();
  private long pictures;
  private long faults;

  NetDetector(
      NetSession session, PictureInput input, DetectorHead head, DetectorSettings settings) {
    this.session = session;
    this.input = input;
    this.head = head;
    this.settings = settings;
    this.candidates = new Candidates(head.places());
  }

  @Override
  public void detect(ByteBuffer bgr, int width, int height, long captureNanos, Detections out) {
    out.clear();
    pictures++;
    if (width < Resampler.LEAST_SIDE || height < Resampler.LEAST_SIDE) {
      return;
    }
    prepare(bgr, width, height);
    boolean ran = session.run();
    candidates.clear();
    if (ran) {
      read(out);
    }
    if (!ran || candidates.bad()) {
      faults++;
      out.clear();
      out.fault = PictureFault.NET_FAULT;
    }
  }

  /** Lays a picture into the net's input; the part of {@link #detect} before the net runs. */
  void prepare(ByteBuffer bgr, int width, int height) {
    head.place(width, height, placement);
    input.write(bgr, width, height, placement);
  }

  /** Reads the net's outputs; the part of {@link #detect} after the net ran. */
  void read(Detections out) {
    head.read(settings.leastScore(), candidates);
    if (!candidates.bad()) {
      candidates.suppress(head.overlap(settings.overlap()), placement, out);
    }
  }

  /**
   * For measuring: only runs the net, on what its input holds from the last picture.
   *
   * @return false if it failed
   */
  public boolean runAlone() {
    return session.run();
  }

  /**
   * For measuring: all of {@link #detect} but the net's run; its heads are read as the last run
   * left them.
   */
  public void aroundNet(ByteBuffer bgr, int width, int height, Detections out) {
    out.clear();
    prepare(bgr, width, height);
    candidates.clear();
    read(out);
  }

  /** Forgets what was counted. */
  void forget() {
    pictures = 0;
    faults = 0;
  }

  /** Pictures looked at since the start. */
  public long pictures() {
    return pictures;
  }

  /** Pictures of which the net's answer could not be used. */
  public long faults() {
    return faults;
  }

  @Override
  public void close() {
    session.close();
  }
}
