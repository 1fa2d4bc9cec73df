package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.models.PersonDetector;
import io.walkout.store.EventTime;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import java.awt.Color;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a camera's pictures is told by name, and invents nobody. */
class CameraWatchTest {
  private static final long SEED = 5;
  private static final long STEP = EventTime.SECOND / 10;
  private static final int W = PaintedStore.WIDTH;
  private static final int H = PaintedStore.HEIGHT;

  private final PaintedStore store = new PaintedStore(SEED);
  private final Net net = new Net();
  private final CameraWatch watch = new CameraWatch(store.camera, net);
  private final Detections out = new Detections();
  private long nanos = 1_000_000_000_000L;

  /** A detector that always sees one person, unless it is broken. */
  private static final class Net implements PersonDetector {
    private int calls;
    private int width;
    private float left = 10;
    private int boxes = 1;
    private boolean throwing;

    @Override
    public void detect(ByteBuffer bgr, int w, int h, long captureNanos, Detections found) {
      found.clear();
      calls++;
      width = w;
      if (throwing) {
        throw new IllegalStateException("the net's output has another shape");
      }
      for (int i = 0; i < boxes; i++) {
        found.add(left, 20, 30, 60, 0.9f);
      }
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void tellSeed() {
    System.out.println("seed " + SEED);
  }

  @AfterEach
  void free() {
    watch.close();
  }

  @Test
  void aSoundCameraIsLeftAloneWhileSomebodyWalksAndTheLightChanges() {
    for (int i = 0; i < 300; i++) {
      store.clear().person(1.5 + 3.5 * (i % 100) / 100, 2);
      store.light(0, 0, W, H, i < 150 ? 1 : 0.7);
      assertThat(look(store.shot())).as("picture " + i).isEqualTo(PictureFault.NONE);
      assertThat(out.count).isEqualTo(1);
    }
    assertThat(watch.shift().kind()).isEqualTo(SceneShift.Kind.SAME);
  }

  @Test
  void aBlackPictureIsBlackAndNobodyIsInIt() {
    settle();
    told(PictureFault.BLACK, ByteBuffer.allocateDirect(3 * W * H));
    assertThat(look(store.clear().shot())).isEqualTo(PictureFault.NONE);
  }

  @Test
  void aPictureOfOneColourIsCovered() {
    settle();
    told(PictureFault.COVERED, store.clear().thing(0, 0, W, H, new Color(90, 80, 70)).shot());
  }

  @Test
  void aClothWithFoldsThatHidesTheSceneIsCoveredToo() {
    settle();
    PictureFault fault = PictureFault.NONE;
    for (int i = 0; i < 20 && fault == PictureFault.NONE; i++) {
      store.clear();
      for (int x = 0; x < W; x++) {
        int grey = 60 + (int) (20 * Math.sin(x / 50.0));
        store.thing(x, 0, 1, H, new Color(grey, grey, grey));
      }
      fault = look(store.shot());
    }
    assertThat(fault).isEqualTo(PictureFault.COVERED);
    assertThat(out.blind).isTrue();
  }

  @Test
  void theSamePictureAgainAndAgainIsFrozenAfterTwoSeconds() {
    settle();
    ByteBuffer last = store.clear().person(3, 2).shot();
    int good = 0;
    while (look(last) == PictureFault.NONE && good < 100) {
      good++;
    }
    assertThat(good).isBetween(15, 25);
    told(PictureFault.FROZEN, last);
    assertThat(look(store.clear().shot())).isEqualTo(PictureFault.NONE);
  }

  @Test
  void aFrozenPictureIsFrozenThoughItsCoderAndItsClockGoOn() {
    settle();
    ByteBuffer[] coded = {store.clear().shot(), store.clear().shot()};
    PictureFault fault = PictureFault.NONE;
    for (int i = 0; i < 100 && fault == PictureFault.NONE; i++) {
      // A key picture every 1.6 s that looks like the key picture before; a clock in a corner.
      ByteBuffer picture = ByteBuffer.allocateDirect(3 * W * H);
      picture.put(0, coded[i % 16 == 0 ? 1 : 0], 0, 3 * W * H);
      for (int k = 0; k < 60; k++) {
        picture.put(3 * (4 * W + 4) + k, (byte) (i / 10 * 31 + k));
      }
      fault = look(picture);
    }
    assertThat(fault).isEqualTo(PictureFault.FROZEN);
  }

  @Test
  void aStillNightWhoseCoderMakesANewPictureEveryTenSecondsIsNotFrozenAgain() {
    settle();
    int alarms = 0;
    boolean before = false;
    ByteBuffer picture = store.clear().light(0, 0, W, H, 0.5).shot();
    for (int i = 0; i < 1200; i++) {
      if (i % 100 == 0) {
        picture = store.clear().light(0, 0, W, H, 0.5).shot();
      }
      boolean frozen = look(picture) == PictureFault.FROZEN;
      alarms += frozen && !before ? 1 : 0;
      before = frozen;
    }
    assertThat(alarms).as("in two minutes").isLessThanOrEqualTo(1);
  }

  @Test
  void aCameraThatIsPushedIsMovedUntilItHangsAsBefore() {
    settle();
    assertThat(shifted(6, 4)).isEqualTo(PictureFault.MOVED);
    assertThat(out.count).isZero();
    assertThat(watch.shift().shiftPixels()).isBetween(6.0, 8.5);
    assertThat(watch.shift().turnDegrees()).isBetween(1.8, 3.0);
    assertThat(shifted(0, 0)).isEqualTo(PictureFault.NONE);
    assertThat(out.count).isEqualTo(1);
  }

  @Test
  void aCameraThatIsTurnedAwayAltogetherIsMovedAfterSomeSeconds() {
    settle();
    PictureFault fault = PictureFault.NONE;
    Random dice = new Random(77);
    int[] greys = dice.ints(16 * 27, 60, 180).toArray();
    for (int i = 0; i < 100 && fault == PictureFault.NONE; i++) {
      store.clear();
      for (int k = 0; k < greys.length; k++) {
        Color grey = new Color(greys[k], greys[k], greys[k]);
        store.thing(k % 27 * 12, k / 27 * 12, 12, 12, grey);
      }
      fault = look(store.shot());
    }
    assertThat(fault).isEqualTo(PictureFault.MOVED);
  }

  @Test
  void aCameraThatHungElsewhereWhenItWasCalibratedIsToldFromItsReference() {
    watch.refer(store.clear().shot(), W, H);
    assertThat(shifted(5, 0)).isEqualTo(PictureFault.MOVED);
  }

  @Test
  void goodsThatAreExchangedAreNoMove() {
    settle();
    for (int i = 0; i < 100; i++) {
      store.clear().thing(0, 0, W / 3, H, new Color(200, 190, 40)).thing(40, 40, 30, 60, Color.RED);
      assertThat(look(store.shot())).as("picture " + i).isEqualTo(PictureFault.NONE);
    }
  }

  @Test
  void thingsBeforeABareWallThatAreEachPutElsewhereAreNoMove() {
    for (int i = 0; i < 30; i++) {
      assertThat(look(bare(new int[] {30, 140, 250}, 60))).isEqualTo(PictureFault.NONE);
    }
    int[][] places = {{27, 143, 252}, {34, 144, 254}, {26, 136, 246}, {38, 148, 258}};
    for (int i = 0; i < 120; i++) {
      assertThat(look(bare(places[i / 30], 60 + i / 60 * 5)))
          .as("picture " + i)
          .isEqualTo(PictureFault.NONE);
    }
  }

  @Test
  void aCameraThatIsPushedBeforeAWallThatIsBareInPartIsMovedAllTheSame() {
    for (int i = 0; i < 30; i++) {
      look(store.clear().thing(0, 0, W / 4, H / 3, Color.GRAY).shot());
    }
    PictureFault fault = PictureFault.NONE;
    for (int i = 0; i < 25; i++) {
      ByteBuffer from = store.clear().thing(0, 0, W / 4, H / 3, Color.GRAY).shot();
      fault = look(pushed(from, 3, 1));
    }
    assertThat(fault).isEqualTo(PictureFault.MOVED);
  }

  /** A plain wall and table, and before them patterned things 40 pixels wide. */
  private ByteBuffer bare(int[] lefts, int top) {
    store.clear().thing(0, 0, W, H, new Color(150, 145, 140));
    store.thing(0, 120, W, H - 120, new Color(190, 188, 180));
    for (int n = 0; n < lefts.length; n++) {
      Random pattern = new Random(n);
      for (int y = top; y < 165; y += 7) {
        for (int x = 0; x < 42; x += 7) {
          int grey = 60 + pattern.nextInt(120);
          store.thing(lefts[n] + x, y, 7, 7, new Color(grey, grey, 200 - grey / 2));
        }
      }
    }
    return store.shot();
  }

  @Test
  void anotherSizeOfTheSameShapeIsToldOnceAndPeopleAreGivenInTheCalibratedSize() {
    settle();
    ByteBuffer half = half(store.clear().shot());
    assertThat(look(half, W / 2, H / 2)).isEqualTo(PictureFault.RESIZED);
    assertThat(out.count).isEqualTo(1);
    assertThat(out.blind).isFalse();
    assertThat(net.width).isEqualTo(W);
    assertThat(look(half(store.clear().shot()), W / 2, H / 2)).isEqualTo(PictureFault.NONE);
  }

  @Test
  void anotherShapeIsRefusedAsLongAsItLasts() {
    settle();
    int calls = net.calls;
    for (int i = 0; i < 5; i++) {
      ByteBuffer cut = ByteBuffer.allocateDirect(3 * W * H);
      assertThat(look(cut, W * 3 / 4, H)).isEqualTo(PictureFault.RESIZED);
      assertThat(out.blind).isTrue();
    }
    assertThat(net.calls).isEqualTo(calls);
    look(store.clear().shot());
    assertThat(out.blind).isFalse();
  }

  @Test
  void aSingleTimeFarAheadIsToldAndHoldsNothingBack() {
    settle();
    watch.detect(store.clear().shot(), W, H, nanos + 3600L * 1_000_000_000, out);
    assertThat(out.fault).isEqualTo(PictureFault.TIME_JUMPED);
    assertThat(out.blind).isTrue();
    look(store.clear().shot());
    assertThat(out.blind).isFalse();
  }

  @Test
  void aCameraThatWasAwayIsBackAfterTwoPictures() {
    settle();
    nanos += 60L * 1_000_000_000;
    look(store.clear().shot());
    assertThat(out.fault).isEqualTo(PictureFault.TIME_JUMPED);
    look(store.clear().shot());
    assertThat(out.fault).isEqualTo(PictureFault.TIME_JUMPED);
    look(store.clear().shot());
    assertThat(out.fault).isEqualTo(PictureFault.NONE);
  }

  @Test
  void aTimeThatIsRepeatedOrGoesBackIsToldAndThePictureNotUsed() {
    settle();
    int calls = net.calls;
    ByteBuffer picture = store.clear().shot();
    for (long back : new long[] {0, STEP, 10 * STEP}) {
      watch.detect(picture, W, H, nanos - back, out);
      assertThat(out.fault).isEqualTo(PictureFault.TIME_REPEATED);
      assertThat(out.blind).isTrue();
      assertThat(out.count).isZero();
    }
    assertThat(net.calls).isEqualTo(calls);
    assertThat(look(store.clear().shot())).isEqualTo(PictureFault.NONE);
  }

  @Test
  void aNetThatGivesNoNumbersOrThrowsIsToldAndTakesNothingElseDown() {
    settle();
    net.left = Float.NaN;
    told(PictureFault.NET_FAULT, store.clear().shot());
    net.left = Float.POSITIVE_INFINITY;
    told(PictureFault.NET_FAULT, store.clear().shot());
    net.left = 10;
    net.throwing = true;
    told(PictureFault.NET_FAULT, store.clear().shot());
    net.throwing = false;
    assertThat(look(store.clear().shot())).isEqualTo(PictureFault.NONE);
    net.boxes = 0;
    assertThat(look(store.clear().shot())).isEqualTo(PictureFault.NONE);
    assertThat(out.count).isZero();
  }

  /** Lets the watch learn what the camera sees. */
  private void settle() {
    for (int i = 0; i < 30; i++) {
      look(store.clear().shot());
    }
  }

  private void told(PictureFault fault, ByteBuffer picture) {
    assertThat(look(picture)).isEqualTo(fault);
    assertThat(out.blind).isTrue();
    assertThat(out.count).isZero();
  }

  /** A second of pictures of a camera that was turned by so many pixels; the last one's fault. */
  private PictureFault shifted(int right, int down) {
    PictureFault fault = PictureFault.NONE;
    for (int i = 0; i < 25; i++) {
      fault = look(pushed(store.clear().person(3, 2).shot(), right, down));
    }
    return fault;
  }

  private static ByteBuffer pushed(ByteBuffer from, int right, int down) {
    ByteBuffer to = ByteBuffer.allocateDirect(3 * W * H);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int fx = Math.clamp(x + right, 0, W - 1);
        int fy = Math.clamp(y + down, 0, H - 1);
        to.put(3 * (y * W + x), from, 3 * (fy * W + fx), 3);
      }
    }
    return to;
  }

  private static ByteBuffer half(ByteBuffer picture) {
    ByteBuffer half = ByteBuffer.allocateDirect(3 * (W / 2) * (H / 2));
    for (int y = 0; y < H / 2; y++) {
      for (int x = 0; x < W / 2; x++) {
        half.put(3 * (y * (W / 2) + x), picture, 3 * (2 * y * W + 2 * x), 3);
      }
    }
    return half;
  }

  private PictureFault look(ByteBuffer picture) {
    return look(picture, W, H);
  }

  private PictureFault look(ByteBuffer picture, int width, int height) {
    nanos += STEP;
    watch.detect(picture, width, height, nanos, out);
    return out.fault;
  }
}
