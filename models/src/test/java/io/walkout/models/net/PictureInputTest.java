package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureInputTest {
  private static final int NET_WIDTH = 64;
  private static final int NET_HEIGHT = 32;

  /** Weights are 64ths in each direction. */
  private static final float ROUNDING = 255 * 2 / 64f;

  @TempDir Path folder;

  private final Placement placement = new Placement();

  @Test
  void everyPlacementReadsAsBilinearInterpolationBetweenPixelCentres() throws NetException {
    long seed = 11;
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    try (NetSession session = session(TinyNets.FLOAT, 1, 3, NET_HEIGHT, NET_WIDTH)) {
      PictureInput input = input(session, PictureForm.plain(true, false, 7));
      for (int run = 0; run < 60; run++) {
        int width = random.nextInt(3, 200);
        int height = random.nextInt(3, 200);
        ByteBuffer bgr = BlankPictures.noise(width, height);
        placement
            .from(
                random.nextInt(-40, width),
                random.nextInt(-40, height),
                random.nextInt(1, 300),
                random.nextInt(1, 300))
            .to(random.nextInt(-5, 30), random.nextInt(-5, 15), 1 + random.nextInt(70), 40);
        input.write(bgr, width, height, placement);
        for (int i = 0; i < 200; i++) {
          int c = random.nextInt(3);
          int x = random.nextInt(NET_WIDTH);
          int y = random.nextInt(NET_HEIGHT);
          float got = session.input(0).floats().get((c * NET_HEIGHT + y) * NET_WIDTH + x);
          assertThat(got)
              .as("run %d colour %d at %d, %d", run, c, x, y)
              .isCloseTo(expected(bgr, width, height, c, x, y), within(ROUNDING));
        }
      }
    }
  }

  /** In doubles, straight from the definition. */
  private float expected(ByteBuffer bgr, int width, int height, int c, int x, int y) {
    double u = placement.pictureX(x + 0.5f);
    double v = placement.pictureY(y + 0.5f);
    boolean placed =
        x >= placement.toLeft
            && x < placement.toLeft + placement.toWidth
            && y >= placement.toTop
            && y < placement.toTop + placement.toHeight;
    if (!placed || u < 0 || u >= width || v < 0 || v >= height) {
      return 7;
    }
    u = Math.clamp(u - 0.5, 0, width - 1);
    v = Math.clamp(v - 0.5, 0, height - 1);
    int left = (int) u;
    int top = (int) v;
    double over =
        (1 - u + left) * at(bgr, width, height, c, left, top)
            + (u - left) * at(bgr, width, height, c, left + 1, top);
    double under =
        (1 - u + left) * at(bgr, width, height, c, left, top + 1)
            + (u - left) * at(bgr, width, height, c, left + 1, top + 1);
    return (float) ((1 - v + top) * over + (v - top) * under);
  }

  private static int at(ByteBuffer bgr, int width, int height, int c, int x, int y) {
    int place = 3 * (Math.min(y, height - 1) * width + Math.min(x, width - 1)) + c;
    return bgr.get(place) & 0xff;
  }

  @Test
  void theSamePictureIsWrittenTheSameInEveryForm() throws NetException {
    ByteBuffer bgr = BlankPictures.noise(50, 40);
    placement.letterboxCentred(50, 40, NET_WIDTH, NET_HEIGHT);
    try (NetSession planes = session(TinyNets.FLOAT, 1, 3, NET_HEIGHT, NET_WIDTH);
        NetSession pixels = session(TinyNets.FLOAT, 1, NET_HEIGHT, NET_WIDTH, 3);
        NetSession whole = session(TinyNets.INT32, 1, NET_HEIGHT, NET_WIDTH, 3)) {
      float[] mean = {1, 2, 3};
      float[] deviation = {4, 5, 6};
      input(planes, PictureForm.normalised(true, false, mean, deviation, 9))
          .write(bgr, 50, 40, placement);
      input(pixels, PictureForm.scaled(false, true, 1 / 255f, 9)).write(bgr, 50, 40, placement);
      input(whole, PictureForm.whole(false, true, 9)).write(bgr, 50, 40, placement);
      for (int i = 0; i < NET_WIDTH * NET_HEIGHT; i++) {
        for (int c = 0; c < 3; c++) {
          float plane = planes.input(0).floats().get(c * NET_WIDTH * NET_HEIGHT + i);
          float colour = plane * deviation[c] + mean[c];
          float pixel = pixels.input(0).floats().get(3 * i + 2 - c) * 255;
          assertThat(pixel).isCloseTo(colour, within(0.01f));
          assertThat((float) whole.input(0).ints().get(3 * i + 2 - c))
              .isCloseTo(colour, within(0.51f));
        }
      }
    }
  }

  @Test
  void marginsAreClearedWhenThePictureChangesItsShape() throws NetException {
    try (NetSession session = session(TinyNets.FLOAT, 1, 3, NET_HEIGHT, NET_WIDTH)) {
      PictureInput input = input(session, PictureForm.plain(true, false, 114));
      placement.letterboxTopLeft(64, 32, NET_WIDTH, NET_HEIGHT);
      input.write(Pictures.white(64, 32), 64, 32, placement);
      placement.letterboxTopLeft(32, 32, NET_WIDTH, NET_HEIGHT);
      input.write(Pictures.white(32, 32), 32, 32, placement);
      assertThat(session.input(0).floats().get(31)).isEqualTo(255);
      assertThat(session.input(0).floats().get(32)).isEqualTo(114);
      placement.letterboxTopLeft(128, 32, NET_WIDTH, NET_HEIGHT);
      input.write(Pictures.white(128, 32), 128, 32, placement);
      assertThat(session.input(0).floats().get(15 * NET_WIDTH + 63)).isEqualTo(255);
      assertThat(session.input(0).floats().get(16 * NET_WIDTH)).isEqualTo(114);
    }
  }

  private NetSession session(int type, long... shape) throws NetException {
    Path net = TinyNets.fed(type, 200, shape).answers("nothing", new float[1], 1).in(folder);
    return NetSession.open(NetFile.open(net), List.of(shape));
  }

  private static PictureInput input(NetSession session, PictureForm form) {
    return new PictureInput(session.input(0), form);
  }
}
