package io.walkout.sim.camera;

/**
 * Puts what moves before what stands still, sample by sample by depth, and images the result
 * through the lens; only the squares of the picture that something moves in, or moved in last time.
 */
final class Compositor {
  /** The finished linear picture: blue, green, red interleaved, 0 to 4092. */
  final int[] imaged;

  private final View view;
  private final Optics optics;
  private final Layer movers;
  private final int[] picture;

  private final FloorLight floorLight;

  private final Shade shade = new Shade();
  private Tiles now;
  private Tiles before;

  Compositor(View view, Optics optics, Backdrop backdrop) {
    this.view = view;
    this.optics = optics;
    movers = new Layer(view.width, view.height);
    picture = backdrop.picture.clone();
    imaged = backdrop.imaged.clone();
    floorLight = new FloorLight(view.width * view.height);
    now = new Tiles(view.width, view.height);
    before = new Tiles(view.width, view.height);
  }

  /** The squares of this picture; what the backdrop changes is to be marked here beforehand. */
  Tiles tiles() {
    return now;
  }

  /** The layer that what moves is drawn into between {@link #begin} and {@link #finish}. */
  Layer movers() {
    return movers;
  }

  /** What people do to the floor's light, to be filled in at the same time. */
  FloorLight floorLight() {
    return floorLight;
  }

  /** Wipes what moved in the last picture. */
  void begin(Backdrop backdrop) {
    Tiles swap = before;
    before = now;
    now = swap;
    now.clear();
    for (int tile = 0; tile < before.columns * before.rows; tile++) {
      if (before.has(tile)) {
        restore(backdrop, tile);
      }
    }
  }

  /** All of the backdrop is new; to be called before {@link #begin}. */
  void wipe() {
    now.mark(0, 0, view.width, view.height);
  }

  private void restore(Backdrop backdrop, int tile) {
    int x0 = before.x0(tile);
    int x1 = before.x1(tile);
    for (int y = before.y0(tile); y < before.y1(tile); y++) {
      int first = y * view.width + x0;
      System.arraycopy(backdrop.picture, 3 * first, picture, 3 * first, 3 * (x1 - x0));
      for (int i = first; i < first + x1 - x0; i++) {
        if (movers.touched[i]) {
          movers.clear(i);
        }
        floorLight.clear(i);
      }
    }
  }

  /** Composes the picture and counts who is in sight. */
  void finish(Backdrop backdrop, Cast cast, Silhouettes outlines) {
    int tiles = now.columns * now.rows;
    for (int tile = 0; tile < tiles; tile++) {
      if (now.has(tile)) {
        for (int y = now.y0(tile); y < now.y1(tile); y++) {
          for (int i = y * view.width + now.x0(tile); i < y * view.width + now.x1(tile); i++) {
            compose(backdrop, cast, outlines, i);
          }
        }
      }
    }
    for (int tile = 0; tile < tiles; tile++) {
      if (before.has(tile) && !now.has(tile)) {
        copy(backdrop.imaged, tile);
      }
    }
    for (int row = 0; row < now.rows; row++) {
      for (int tile = row * now.columns; tile < (row + 1) * now.columns; tile++) {
        if (!now.has(tile)) {
          continue;
        }
        int last = tile;
        while (last + 1 < (row + 1) * now.columns && now.has(last + 1)) {
          last++;
        }
        optics.image(picture, imaged, now.x0(tile), now.y0(tile), now.x1(last), now.y1(tile));
        tile = last;
      }
    }
  }

  private void copy(int[] from, int tile) {
    for (int y = before.y0(tile); y < before.y1(tile); y++) {
      int first = 3 * (y * view.width + before.x0(tile));
      System.arraycopy(from, first, imaged, first, 3 * (before.x1(tile) - before.x0(tile)));
    }
  }

  private void compose(Backdrop backdrop, Cast cast, Silhouettes outlines, int i) {
    if (!movers.touched[i]) {
      if (floorLight.isChanged(i)) {
        for (int c = 0; c < 3; c++) {
          picture[3 * i + c] = floorLight.on(backdrop.picture[3 * i + c], i, c, View.SAMPLES);
        }
      }
      return;
    }
    int first = Layer.NOTHING;
    boolean same = true;
    for (int s = 0; s < View.SAMPLES; s++) {
      boolean there = movers.depth[s][i] < backdrop.layer.depth[s][i];
      int key = there ? movers.key[s][i] : Layer.NOTHING;
      first = s == 0 ? key : first;
      same &= key == first;
    }
    if (!same) {
      mixed(backdrop, cast, outlines, i);
    } else if (first != Layer.NOTHING) {
      // All samples show one part of a body: one of them speaks for all.
      cast.solid(2, first).shade(view, view.a[2][i], view.b[2][i], movers.depth[2][i], shade);
      int packed = shade.packed();
      picture[3 * i] = View.SAMPLES * (packed & 1023);
      picture[3 * i + 1] = View.SAMPLES * (packed >> 10 & 1023);
      picture[3 * i + 2] = View.SAMPLES * (packed >> 20);
      int person = cast.personOf(first);
      if (person >= 0) {
        outlines.see(person, View.SAMPLES);
      }
    }
  }

  private void mixed(Backdrop backdrop, Cast cast, Silhouettes outlines, int i) {
    int blue = 0;
    int green = 0;
    int red = 0;
    for (int s = 0; s < View.SAMPLES; s++) {
      int packed;
      if (movers.depth[s][i] < backdrop.layer.depth[s][i]) {
        cast.solid(s, movers.key[s][i])
            .shade(view, view.a[s][i], view.b[s][i], movers.depth[s][i], shade);
        packed = shade.packed();
        blue += packed & 1023;
        green += packed >> 10 & 1023;
        red += packed >> 20;
        int person = cast.personOf(movers.key[s][i]);
        if (person >= 0) {
          outlines.see(person, 1);
        }
      } else {
        packed = backdrop.colour[s][i];
        blue += floorLight.on(packed & 1023, i, 0, 1);
        green += floorLight.on(packed >> 10 & 1023, i, 1, 1);
        red += floorLight.on(packed >> 20, i, 2, 1);
      }
    }
    picture[3 * i] = blue;
    picture[3 * i + 1] = green;
    picture[3 * i + 2] = red;
  }
}
