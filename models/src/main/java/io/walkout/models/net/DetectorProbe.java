package io.walkout.models.net;

import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.nio.ByteBuffer;

/**
 * Tries a detector on pictures of which the answer is known: nobody is in a grey one, nor in noise.
 * A net that gives no numbers there, or crowds, will not do better in a shop.
 */
final class DetectorProbe {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  /** Boxes of a fair score in noise that a net may still propose. */
  private static final int MOST_GHOSTS = 20;

  private static final float FAIR_SCORE = 0.5f;

  private DetectorProbe() {}

  /**
   * Runs it.
   *
   * @param learn is called once the net has answered for the first time, before that is read
   * @throws NetException if its answers can't be
   */
  static void run(NetFile file, NetDetector detector, Runnable learn) throws NetException {
    Detections found = new Detections();
    ByteBuffer blank = BlankPictures.grey(WIDTH, HEIGHT);
    detector.detect(blank, WIDTH, HEIGHT, 0, found);
    learn.run();
    detector.detect(blank, WIDTH, HEIGHT, 0, found);
    check(file, found, "an empty grey picture");
    detector.detect(BlankPictures.noise(WIDTH, HEIGHT), WIDTH, HEIGHT, 0, found);
    check(file, found, "a picture of noise");
    detector.forget();
  }

  private static void check(NetFile file, Detections found, String picture) throws NetException {
    if (found.fault == PictureFault.NET_FAULT) {
      throw new NetException(
          file.path(),
          "answers "
              + picture
              + " with NaN, infinity or boxes without end; expected numbers and nobody");
    }
    int ghosts = 0;
    for (int i = 0; i < found.count; i++) {
      ghosts += found.scores[i] >= FAIR_SCORE ? 1 : 0;
    }
    if (ghosts > MOST_GHOSTS) {
      throw new NetException(
          file.path(), "sees %d people in %s; expected nobody".formatted(ghosts, picture));
    }
  }
}
