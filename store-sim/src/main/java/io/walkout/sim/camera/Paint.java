package io.walkout.sim.camera;

/** How the outside of a block or drum looks. */
interface Paint {
  /** Faces of a block: against the axes, then along them. A drum's side is {@link #FRONT}. */
  int LEFT = 0;

  /** Along x. */
  int RIGHT = 1;

  /** Against y: where shoppers stand, for what stands on a shelf. */
  int FRONT = 2;

  /** Along y. */
  int BACK = 3;

  /** Against z. */
  int UNDER = 4;

  /** Along z. */
  int TOP = 5;

  /**
   * Sets the surface's colour under white light.
   *
   * @param u across the face from its left end, 0 to 1; for a drum, around it
   * @param v up the face, 0 to 1; from the front to the back for a horizontal one
   * @param face which face
   */
  void at(double u, double v, int face, Shade out);

  /** One colour all over. */
  static Paint plain(int rgb) {
    return (u, v, face, out) -> out.set(rgb);
  }
}
