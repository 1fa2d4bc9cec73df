package io.walkout.tracker.look;

import io.walkout.store.Camera;
import io.walkout.store.EventTime;
import io.walkout.store.Layout;
import io.walkout.store.signal.Detections;
import io.walkout.store.signal.PictureFault;
import io.walkout.store.signal.ShelfLooks;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches the shelves that one camera sees, and tells where their look changed while something was
 * before them ({@link ShelfLooks}). Takes every picture of the camera that its watch lets pass, in
 * order, with the boxes that were found in it. Says nothing where it can't: of a shelf that it does
 * not see, of a camera that moved, of pictures in which everything changed at once.
 *
 * <p>One thread. The cells are worked out with the first picture, in some tenths of a second; from
 * then on nothing is allocated. What is kept is the mean colour of some thousand cells.
 */
public final class ShelfLookout {
  /** Pictures closer together than this are not all looked at. */
  private static final long LOOK_EVERY = 90 * EventTime.MILLI;

  /** Slices that are clear again wait so long for the rest of their shelf. */
  private static final long HOLD_NANOS = EventTime.SECOND;

  /** Share of the cells in the open that differ at once only where the camera or the light did. */
  private static final double UPHEAVAL = 0.5;

  /** Boxes are taken so much larger on each side: arms, and what a detector cuts off. */
  private static final float BOX_MARGIN = 0.1f;

  private final Camera camera;
  private final Layout layout;
  private @Nullable CellLooks looks;
  private @Nullable ShelfLight light;
  private @Nullable SliceLooks slices;
  private int[] firstCell = new int[1];
  private boolean[] isCovered = new boolean[0];
  private boolean[] isSame = new boolean[0];
  private @Nullable BodyCells bodies;
  private long lookedNanos = Long.MIN_VALUE;
  private long upheavals;

  /** A lookout for a camera of a store. */
  public ShelfLookout(Camera camera, Layout layout) {
    this.camera = camera;
    this.layout = layout;
  }

  /**
   * Looks at a picture.
   *
   * @param bgr direct or not, packed BGR from position 0; one that is not of the calibrated size is
   *     not looked at
   * @param found people's boxes in it, also carried ones
   * @param out gets what there is to tell, behind what stands there
   */
  public void look(
      ByteBuffer bgr, int width, int height, long captureNanos, Detections found, ShelfLooks out) {
    if (width != camera.model().widthPixels()
        || height != camera.model().heightPixels()
        || found.blind) {
      blind(found.fault);
      return;
    }
    if (lookedNanos != Long.MIN_VALUE && captureNanos - lookedNanos < LOOK_EVERY) {
      return;
    }
    lookedNanos = captureNanos;
    CellLooks cells = cells();
    cells.read(bgr);
    cover(cells.cells, found);
    judge(cells, captureNanos);
    if (slices != null) {
      slices.tell(cells, captureNanos, HOLD_NANOS, out);
    }
  }

  /** There is no picture to look at: what is before the shelves is not known until the next. */
  public void blind(PictureFault fault) {
    if (looks == null || light == null) {
      return;
    }
    if (fault == PictureFault.MOVED || fault == PictureFault.RESIZED) {
      looks.forget();
      light.forget();
    } else {
      for (int i = 0; i < isCovered.length; i++) {
        looks.hide(i);
      }
    }
  }

  /** Slices of all shelves that this camera can tell of, once a picture was looked at. */
  public int slicesSeen() {
    int n = 0;
    if (looks != null) {
      for (boolean seen : looks.cells.isSeen) {
        n += seen ? 1 : 0;
      }
    }
    return n;
  }

  /** How often everything was seen to change at once. */
  public long upheavals() {
    return upheavals;
  }

  private CellLooks cells() {
    if (looks == null) {
      ShelfCells cells = ShelfCells.of(camera.model(), layout);
      looks = new CellLooks(cells);
      light = new ShelfLight(cells.shelves.size());
      slices = new SliceLooks(cells);
      bodies = new BodyCells(cells, camera.model().widthPixels());
      isCovered = new boolean[cells.count()];
      isSame = new boolean[cells.count()];
      firstCell = new int[cells.shelves.size() + 1];
      for (int i = 0; i < cells.count(); i++) {
        firstCell[cells.shelfOf[i] + 1] = i + 1;
      }
    }
    return looks;
  }

  private void cover(ShelfCells cells, Detections found) {
    Arrays.fill(isCovered, false);
    for (int b = 0; b < found.count; b++) {
      float mx = BOX_MARGIN * found.boxes[4 * b + 2] + 2;
      float my = BOX_MARGIN * found.boxes[4 * b + 3] / 2 + 2;
      float left = found.boxes[4 * b] - mx;
      float top = found.boxes[4 * b + 1] - my;
      float right = found.boxes[4 * b] + found.boxes[4 * b + 2] + mx;
      float bottom = found.boxes[4 * b + 1] + found.boxes[4 * b + 3] + my;
      for (int i = 0; i < isCovered.length; i++) {
        isCovered[i] |=
            cells.u[i] >= left && cells.u[i] <= right && cells.v[i] >= top && cells.v[i] <= bottom;
      }
    }
  }

  private void judge(CellLooks cells, long nanos) {
    ShelfLight lights = light;
    if (lights == null || bodies == null) {
      return;
    }
    int open = 0;
    int different = 0;
    for (int s = 0; s + 1 < firstCell.length; s++) {
      lights.measure(s, firstCell[s], firstCell[s + 1], cells, isCovered);
      for (int i = firstCell[s]; i < firstCell[s + 1]; i++) {
        isSame[i] = !cells.isKnown[i] || cells.isSame(i, lights.of(s));
        if (cells.isKnown[i] && !isCovered[i]) {
          open++;
          different += isSame[i] ? 0 : 1;
        }
      }
    }
    if (different > UPHEAVAL * open) {
      upheavals++;
      cells.forget();
      lights.forget();
      return;
    }
    bodies.grow(isCovered, isSame);
    for (int i = 0; i < isCovered.length; i++) {
      cells.judge(i, lights.of(cells.cells.shelfOf[i]), isCovered[i], bodies.isWide[i], nanos);
    }
  }
}
