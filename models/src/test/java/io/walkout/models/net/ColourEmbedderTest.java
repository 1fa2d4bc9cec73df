package io.walkout.models.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.signal.Detections;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ColourEmbedderTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 100;
  private static final int RED = 0xd02020;
  private static final int BLUE = 0x2030c0;
  private static final int GREY = 0x707070;

  private final Detections people = new Detections();
  private final ColourEmbedder embedder = new ColourEmbedder();
  private final ByteBuffer bgr = Pictures.black(WIDTH, HEIGHT);

  @Test
  void theSameClothesElsewhereAndALittleBrighterAreAlike() {
    int here = person(10, 10, RED, GREY);
    int there = person(70, 5, 0xe02828, 0x7c7c7c);
    assertThat(likeness(here, there)).isGreaterThan(0.9f);
  }

  @Test
  void otherColoursAreNot() {
    int one = person(10, 10, RED, GREY);
    int other = person(70, 5, BLUE, GREY);
    assertThat(likeness(one, other)).isLessThan(0.6f);
  }

  @Test
  void theSameColoursTheOtherWayUpAreNot() {
    int one = person(10, 10, RED, BLUE);
    int other = person(70, 5, BLUE, RED);
    assertThat(likeness(one, other)).isLessThan(0.3f);
  }

  @Test
  void vectorsHaveUnitLength() {
    float[] vector = vector(person(10, 10, RED, BLUE));
    float squares = 0;
    for (float v : vector) {
      squares += v * v;
    }
    assertThat(squares).isCloseTo(1, within(1e-4f));
  }

  @Test
  void ofSomebodyTinyNothingIsSaid() {
    people.add(10, 10, 4, 9, 1);
    assertThat(embedder.embed(bgr, WIDTH, HEIGHT, people, 0, new float[embedder.length()]))
        .isFalse();
  }

  private int person(int left, int top, int shirt, int trousers) {
    for (int y = top; y < top + 60; y++) {
      for (int x = left; x < left + 30; x++) {
        int colour = y < top + 31 ? shirt : trousers;
        int at = 3 * (y * WIDTH + x);
        bgr.put(at, (byte) colour);
        bgr.put(at + 1, (byte) (colour >> 8));
        bgr.put(at + 2, (byte) (colour >> 16));
      }
    }
    people.add(left, top, 30, 60, 1);
    return people.count - 1;
  }

  private float likeness(int a, int b) {
    float[] one = vector(a);
    float[] other = vector(b);
    float cosine = 0;
    for (int i = 0; i < one.length; i++) {
      cosine += one[i] * other[i];
    }
    return cosine;
  }

  private float[] vector(int i) {
    float[] vector = new float[embedder.length()];
    assertThat(embedder.embed(bgr, WIDTH, HEIGHT, people, i, vector)).isTrue();
    return vector;
  }
}
