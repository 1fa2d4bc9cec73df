package io.walkout.models.net;

/** Reads the people out of what one family of detectors answers. Single-threaded. */
interface DetectorHead {
  /** How the whole picture is laid into the net's input. */
  void place(int width, int height, Placement placement);

  /** Cells or queries of the net, each of which may propose one person. */
  int places();

  /** Overlap above which boxes are one person, for nets that propose a person more than once. */
  default float overlap(float asked) {
    return asked;
  }

  /**
   * Gives the people that the net's outputs hold now.
   *
   * @param leastScore below which nobody is meant
   * @param to receives boxes in pixels of the input; spoilt if a person's score is no number
   */
  void read(float leastScore, Candidates to);
}
