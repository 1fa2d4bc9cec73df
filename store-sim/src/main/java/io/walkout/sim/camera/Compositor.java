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

  /** By pixel: what is left of the floor's light, and blue, green, red mirrored in it. */
  private final float[] floorLight;

  private final Shade shade = new Shade();
  private Tiles now;
  private Tiles before;

  Compositor(View view, Optics optics, Backdrop backdrop) {
    this.view = view;
    this.optics = optics;
    movers = new Layer(view.width, view.height);
    picture = backdrop.picture.clone();
    imaged = backdrop.imaged.clone();
    floorLight = new float[4 * view.width * view.height];
    now = new Tiles(view.width, view.height);
    before = new Tiles(view.width, view.height);
    for (int i = 0; i < floorLight.length; i += 4) {
      floorLight[i] = 1;
    }
  }

  /** The squares of this picture; what the backdrop changes is to be marked here beforehand. */
  Tiles tiles() {
    return now;
  }

  /** The layer that what moves is drawn into between {@link #begin} and {@link #finish}. */
  Layer movers() {
    return movers;
  }

  float[] floorLight() {
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

  /** All of the backdrop is new. */
  void wipe(Backdrop backdrop) {
    now.mark(0, 0, view.width, view.height);
    begin(backdrop);
  }

  private void restore(Backdrop backdrop, int tile) {
    int x0 = before.x0(tile);
    int x1 = before.x1(tile);
    movers.clear(x0, before.y0(tile), x1, before.y1(tile));
    for (int y = before.y0(tile); y < before.y1(tile); y++) {
      int first = y * view.width + x0;
      System.arraycopy(backdrop.picture, 3 * first, picture, 3 * first, 3 * (x1 - x0));
      System.arraycopy(backdrop.imaged, 3 * first, imaged, 3 * first, 3 * (x1 - x0));
      for (int i = 4 * first; i < 4 * (first + x1 - x0); i += 4) {
        floorLight[i] = 1;
        floorLight[i + 1] = 0;
        floorLight[i + 2] = 0;
        floorLight[i + 3] = 0;
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

  private void compose(Backdrop backdrop, Cast cast, Silhouettes outlines, int i) {
    int seen = 0;
    int first = Layer.NOTHING;
    boolean same = true;
    for (int s = 0; s < View.SAMPLES; s++) {
      boolean there = movers.depth[s][i] < backdrop.layer.depth[s][i];
      int key = there ? movers.key[s][i] : Layer.NOTHING;
      if (s == 0) {
        first = key;
      } else if (key != first) {
        same = false;
      }
      if (there) {
        seen++;
        int person = cast.personOf(key);
        if (person >= 0) {
          outlines.see(person);
        }
      }
    }
    if (seen == 0) {
      floor(backdrop, i);
    } else if (same) {
      // All four samples show one part of a body: one of them speaks for all.
      cast.solid(2, first).shade(view, view.a[2][i], view.b[2][i], movers.depth[2][i], shade);
      int packed = shade.packed();
      picture[3 * i] = 4 * (packed & 1023);
      picture[3 * i + 1] = 4 * (packed >> 10 & 1023);
      picture[3 * i + 2] = 4 * (packed >> 20);
    } else {
      mixed(backdrop, cast, i);
    }
  }

  /** A pixel that nothing stands before may lie in a shadow. */
  private void floor(Backdrop backdrop, int i) {
    for (int c = 0; c < 3; c++) {
      picture[3 * i + c] = lit(backdrop.picture[3 * i + c], i, c, 4);
    }
  }

  private int lit(int value, int i, int channel, int samples) {
    return (int)
        (value * floorLight[4 * i] + samples * 818 * floorLight[4 * i + 1 + channel] + 0.5f);
  }

  private void mixed(Backdrop backdrop, Cast cast, int i) {
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
      } else {
        packed = backdrop.colour[s][i];
        blue += lit(packed & 1023, i, 0, 1);
        green += lit(packed >> 10 & 1023, i, 1, 1);
        red += lit(packed >> 20, i, 2, 1);
      }
    }
    picture[3 * i] = blue;
    picture[3 * i + 1] = green;
    picture[3 * i + 2] = red;
  }
}
