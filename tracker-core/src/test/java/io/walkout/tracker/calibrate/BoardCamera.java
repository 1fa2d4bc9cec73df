package io.walkout.tracker.calibrate;

import io.walkout.store.geometry.CameraModel;
import io.walkout.store.geometry.RigidTransform;
import io.walkout.store.geometry.Vec3;
import java.nio.ByteBuffer;
import java.util.Random;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.objdetect.CharucoBoard;

/** A camera that takes pictures of a board, grey all round, through a lens that bends. */
final class BoardCamera {
  /** Samples of a pixel each way. */
  private static final int SAMPLES = 3;

  /** Dots of a square's edge in what is looked at. */
  private static final int DOTS = 60;

  private final Board board;
  private final Lens lens;
  private final Vec3[] rays;
  private final byte[] print;
  private final int across;
  private final int down;

  BoardCamera(Board board, Lens lens) {
    this.board = board;
    this.lens = lens;
    across = board.squaresX() * DOTS;
    down = board.squaresY() * DOTS;
    CharucoBoard pattern = board.charuco();
    Mat drawn = new Mat();
    pattern.generateImage(new Size(across, down), drawn, 0, 1);
    print = new byte[across * down];
    drawn.get(0, 0, print);
    CameraModel camera = lens.at(RigidTransform.IDENTITY);
    int w = SAMPLES * lens.widthPixels();
    rays = new Vec3[w * SAMPLES * lens.heightPixels()];
    for (int i = 0; i < rays.length; i++) {
      int row = i / w;
      rays[i] = camera.ray((i % w + 0.5) / SAMPLES, (row + 0.5) / SAMPLES);
    }
  }

  /**
   * Takes a picture, with the noise of a sensor.
   *
   * @param boardToCamera where the board is; its own frame is x to the right, y down, from its
   *     upper left corner
   */
  ByteBuffer shoot(RigidTransform boardToCamera, Random dice) {
    Vec3 from = boardToCamera.applyInverse(new Vec3(0, 0, 0));
    int w = SAMPLES * lens.widthPixels();
    double[] light = new double[lens.widthPixels() * lens.heightPixels()];
    for (int i = 0; i < rays.length; i++) {
      Vec3 way = boardToCamera.applyInverse(rays[i]).minus(from);
      int u = i % w / SAMPLES;
      int v = i / w / SAMPLES;
      light[v * lens.widthPixels() + u] += light(from, way);
    }
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * light.length);
    for (double sum : light) {
      long grey = Math.round(sum / (SAMPLES * SAMPLES) + 2 * dice.nextGaussian());
      byte value = (byte) Math.clamp(grey, 0, 255);
      bgr.put(value).put(value).put(value);
    }
    return bgr.flip();
  }

  private double light(Vec3 from, Vec3 way) {
    double t = -from.z() / way.z();
    double perMetre = DOTS / board.squareMetres();
    int col = (int) Math.floor((from.x() + t * way.x()) * perMetre);
    int row = (int) Math.floor((from.y() + t * way.y()) * perMetre);
    int edge = DOTS / 2;
    if (t > 0 && col >= 0 && col < across && row >= 0 && row < down) {
      return 25 + 0.8 * (print[row * across + col] & 0xff);
    }
    boolean paper =
        t > 0 && col >= -edge && col < across + edge && row >= -edge && row < down + edge;
    return paper ? 229 : 110;
  }
}
