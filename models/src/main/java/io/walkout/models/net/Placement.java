package io.walkout.models.net;

/**
 * Which part of a picture lies where in a net's input: a rectangle of the picture, in its pixels
 * and possibly reaching beyond it, drawn onto a rectangle of the input. Coordinates are continuous:
 * pixel {@code i} spans {@code i} to {@code i + 1}. Reusable.
 */
final class Placement {
  float left;
  float top;
  float width;
  float height;
  int toLeft;
  int toTop;
  int toWidth;
  int toHeight;

  /** Part of the picture. */
  Placement from(float newLeft, float newTop, float newWidth, float newHeight) {
    left = newLeft;
    top = newTop;
    width = newWidth;
    height = newHeight;
    return this;
  }

  /** Where it goes. */
  Placement to(int newLeft, int newTop, int newWidth, int newHeight) {
    toLeft = newLeft;
    toTop = newTop;
    toWidth = newWidth;
    toHeight = newHeight;
    return this;
  }

  /** The whole picture as large as fits, in the middle. */
  Placement letterboxCentred(int pictureWidth, int pictureHeight, int netWidth, int netHeight) {
    letterboxTopLeft(pictureWidth, pictureHeight, netWidth, netHeight);
    toLeft = (netWidth - toWidth) / 2;
    toTop = (netHeight - toHeight) / 2;
    return this;
  }

  /** The whole picture as large as fits, in the top left corner. */
  Placement letterboxTopLeft(int pictureWidth, int pictureHeight, int netWidth, int netHeight) {
    double scale = Math.min((double) netWidth / pictureWidth, (double) netHeight / pictureHeight);
    return from(0, 0, pictureWidth, pictureHeight)
        .to(
            0,
            0,
            Math.clamp(Math.round(scale * pictureWidth), 1, netWidth),
            Math.clamp(Math.round(scale * pictureHeight), 1, netHeight));
  }

  /** A part of the picture stretched over the whole input. */
  Placement stretch(
      float newLeft, float newTop, float newWidth, float newHeight, int netWidth, int netHeight) {
    return from(newLeft, newTop, newWidth, newHeight).to(0, 0, netWidth, netHeight);
  }

  /** Where a column of the input lies in the picture. */
  float pictureX(float netX) {
    return left + (netX - toLeft) * width / toWidth;
  }

  /** Where a row of the input lies in the picture. */
  float pictureY(float netY) {
    return top + (netY - toTop) * height / toHeight;
  }

  /** Pixels of the picture for one of the input, across. */
  float scaleX() {
    return width / toWidth;
  }

  /** Pixels of the picture for one of the input, down. */
  float scaleY() {
    return height / toHeight;
  }

  boolean same(Placement o) {
    return left == o.left
        && top == o.top
        && width == o.width
        && height == o.height
        && toLeft == o.toLeft
        && toTop == o.toTop
        && toWidth == o.toWidth
        && toHeight == o.toHeight;
  }

  void copyFrom(Placement o) {
    from(o.left, o.top, o.width, o.height).to(o.toLeft, o.toTop, o.toWidth, o.toHeight);
  }
}
