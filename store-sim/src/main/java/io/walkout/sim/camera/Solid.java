package io.walkout.sim.camera;

/** A body that can be drawn: tested ray by ray inside its bounds in the picture. */
abstract class Solid {
  /** What it covers of the picture at most; set by {@link #place}. */
  final Bounds bounds = new Bounds();

  /** Works out where it is as the camera sees it. To be called after it or the camera moved. */
  abstract void place(View view);

  /**
   * Depth at which a ray meets it, or infinity.
   *
   * @param a direction's x over its z
   * @param b direction's y over its z
   */
  abstract float hit(float a, float b);

  /** Its colour under the room's light where that ray meets it at depth {@code t}. */
  abstract void shade(View view, float a, float b, float t, Shade out);

  /** Draws one sample of every pixel of a rectangle (ends exclusive) where it is the nearest. */
  void draw(View view, Layer layer, int sample, int key, int x0, int y0, int x1, int y1) {
    float[] as = view.a[sample];
    float[] bs = view.b[sample];
    float[] depth = layer.depth[sample];
    int[] keys = layer.key[sample];
    boolean[] touched = layer.touched;
    int left = bounds.x0(x0);
    int right = bounds.x1(x1);
    int bottom = bounds.y1(y1);
    for (int y = bounds.y0(y0); y < bottom; y++) {
      int row = y * view.width;
      for (int i = row + left; i < row + right; i++) {
        float t = hit(as[i], bs[i]);
        if (t < depth[i]) {
          depth[i] = t;
          keys[i] = key;
          touched[i] = true;
        }
      }
    }
  }
}
