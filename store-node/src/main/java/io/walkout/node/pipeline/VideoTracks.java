package io.walkout.node.pipeline;

import io.walkout.models.DetectorChoice;
import io.walkout.models.PersonDetector;
import io.walkout.node.report.UserError;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import io.walkout.tracker.attend.AttentionSettings;
import io.walkout.tracker.attend.CameraAttention;
import io.walkout.tracker.attend.FixtureFilter;
import io.walkout.tracker.box.BoxTracks;
import io.walkout.tracker.detect.BlobDetector;
import io.walkout.tracker.detect.CameraWatch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows people in one uncalibrated camera's pictures, picture by picture, without looking ahead.
 * After each picture it holds who is in it: as found, and who is hidden for a moment where they are
 * expected. One thread.
 */
public final class VideoTracks implements AutoCloseable {
  private final OpenNets nets = new OpenNets();
  private final CameraWatch watch;
  private final CameraAttention attention;
  private final Detections found = new Detections();
  private PictureFault fault = PictureFault.NONE;
  private boolean carried;
  private long most;
  private long blind;

  private VideoTracks(DetectorChoice choice, AttentionSettings settings, int width, int height) {
    this.attention = CameraAttention.uncalibrated(settings, width, height);
    PersonDetector detector =
        choice instanceof DetectorChoice.Motion
            ? new BlobDetector()
            : new FixtureFilter(nets.detector(choice, 0));
    this.watch = CameraWatch.uncalibrated(width, height, detector);
  }

  /**
   * Starts.
   *
   * @param detector as {@link DetectorChoice#parse} reads it
   * @param sparing whether pictures are searched as sparingly as attention allows
   * @throws UserError if there is no such detector, or its net can't be used
   */
  public static VideoTracks open(String detector, boolean sparing, int width, int height) {
    AttentionSettings settings =
        sparing ? AttentionSettings.DEFAULT : AttentionSettings.DEFAULT.off();
    try {
      return new VideoTracks(DetectorChoice.parse(detector), settings, width, height);
    } catch (IllegalArgumentException e) {
      throw new UserError("--detector: " + e.getMessage(), e);
    }
  }

  /**
   * The next picture.
   *
   * @param bgr direct, packed BGR of this width and height; where they aren't those it was started
   *     for, people are found only if the shape is the same
   */
  public void next(ByteBuffer bgr, int width, int height, long captureNanos) {
    PictureFault time = watch.judgeTime(captureNanos);
    if (time != PictureFault.NONE) {
      found.clear();
      found.blind = true;
      found.fault = time;
    } else {
      look(bgr, width, height, captureNanos);
    }
    fault = found.fault;
    blind += found.blind && fault == PictureFault.NONE ? 1 : 0;
    for (int i = 0; i < count(); i++) {
      most = Math.max(most, number(i));
    }
  }

  /** As a store's camera is looked at: the watch sees every picture, searched or not. */
  private void look(ByteBuffer bgr, int width, int height, long captureNanos) {
    carried = false;
    if (!watch.sees(bgr, width, height, captureNanos, found)) {
      if (found.fault != PictureFault.RESIZED) {
        attention.wantsSearch(bgr, width, height, captureNanos);
        attention.searched(bgr, width, height, captureNanos, found);
      }
      return;
    }
    carried = !attention.wantsSearch(bgr, width, height, captureNanos);
    if (carried) {
      attention.carry(bgr, width, height, captureNanos, found);
    } else {
      watch.search(bgr, width, height, captureNanos, found);
      attention.searched(bgr, width, height, captureNanos, found);
    }
    watch.mark(found);
  }

  /** What was wrong with the last picture. */
  public PictureFault fault() {
    return fault;
  }

  private BoxTracks followed() {
    return attention.tracks();
  }

  /** People in the last picture. */
  public int count() {
    return found.blind ? 0 : carried ? found.count : followed().count;
  }

  /** Number of the track of one of them. */
  public long number(int i) {
    return carried ? found.tracks[i] : followed().numbers[i];
  }

  /** Left, top, width or height (0 to 3) of one of them, pixels. */
  public float box(int i, int value) {
    return carried ? found.boxes[4 * i + value] : followed().boxes[4 * i + value];
  }

  /** How sure, 0..1. */
  public float score(int i) {
    return carried ? found.scores[i] : followed().scores[i];
  }

  /** Tracks so far. */
  public long tracks() {
    return most;
  }

  /** What was remarkable, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(nets.notes());
    if (blind > 0) {
      notes.add(
          blind + " pictures went to learning what the background is; nobody is found in those");
    }
    if (attention.counts().searches < attention.counts().pictures) {
      notes.add(
          attention.counts().searches
              + " of "
              + attention.counts().pictures
              + " pictures were searched");
    }
    return notes;
  }

  @Override
  public void close() {
    watch.close();
    nets.close();
  }
}
