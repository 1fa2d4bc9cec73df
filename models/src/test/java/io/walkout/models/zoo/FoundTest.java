package io.walkout.models.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.modality.cv.BufferedImageFactory;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.output.DetectedObjects;
import ai.djl.modality.cv.output.Rectangle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Places in a net's square are places in the picture, and one thing is found once. */
class FoundTest {
  @Test
  void aPictureIsScaledWholeIntoTheMiddleOfTheSquare() {
    Letterbox square = Letterbox.of(red(200, 100), 50);

    assertThat(square.red(25 * 50 + 25)).isEqualTo(255);
    assertThat(square.blue(25 * 50 + 25)).isZero();
    assertThat(square.red(5 * 50 + 25)).as("above the picture").isEqualTo(114);
    assertThat(square.across(0)).isZero();
    assertThat(square.across(50)).isEqualTo(1);
    assertThat(square.down(12.5)).isCloseTo(0, within(0.02));
    assertThat(square.down(25)).isCloseTo(0.5, within(0.02));
  }

  @Test
  void ofOverlappingBoxesOfOneKindTheBestIsKept() {
    Found found = new Found(Letterbox.of(red(100, 100), 100));
    found.add("person", 0.6, 10, 10, 50, 90);
    found.add("person", 0.9, 12, 10, 52, 90);
    found.add("chair", 0.5, 11, 10, 51, 90);
    found.add("person", 0.4, 60, 10, 90, 90);

    DetectedObjects objects = found.objects();

    assertThat(objects.getNumberOfObjects()).isEqualTo(3);
    DetectedObjects.DetectedObject best = objects.item(0);
    assertThat(best.getClassName()).isEqualTo("person");
    Rectangle at = best.getBoundingBox().getBounds();
    assertThat(at.getX()).isCloseTo(0.12, within(1e-6));
    assertThat(at.getHeight()).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void aBoxBeyondThePictureEndsAtItsEdge() {
    Found found = new Found(Letterbox.of(red(100, 100), 100));
    found.add("person", 0.9, -20, 50, 150, 130);

    DetectedObjects.DetectedObject only = found.objects().item(0);
    Rectangle at = only.getBoundingBox().getBounds();

    assertThat(at.getX()).isZero();
    assertThat(at.getWidth()).isEqualTo(1);
    assertThat(at.getY() + at.getHeight()).isCloseTo(1, within(1e-6));
  }

  private static Image red(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return new BufferedImageFactory().fromImage(picture);
  }
}
