package io.walkout.tracker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelPastTest {
  private static final int FLOOR = 120;
  private static final int COAT = 30;
  private static final int TROUSERS = 70;

  private final PixelPast past = new PixelPast();

  @Test
  void somebodyWhoStandsThereForMostOfTheRecordingIsNotTheStore() {
    assertThat(empty(FLOOR, 6, COAT, 28, FLOOR, 6)).isEqualTo(FLOOR);
  }

  @Test
  void twoWhoStandThereOneAfterTheOtherAreNotTheStore() {
    assertThat(empty(FLOOR, 4, COAT, 14, FLOOR, 2, TROUSERS, 16, FLOOR, 4)).isEqualTo(FLOOR);
  }

  @Test
  void whereNothingComesBackTheMoreFrequentIsTheStore() {
    assertThat(empty(COAT, 12, FLOOR, 28)).isEqualTo(FLOOR);
    past.clear();
    assertThat(empty(FLOOR, 28, COAT, 12)).isEqualTo(FLOOR);
  }

  @Test
  void twoGlimpsesOfOneColourAreNotTheStoreThoughEverythingLiesBetweenThem() {
    assertThat(empty(COAT, 1, FLOOR, 38, COAT, 1)).isEqualTo(FLOOR);
  }

  @Test
  void aScreenThatShowsAnotherColourEachTimeTellsNothing() {
    for (int i = 0; i < 40; i++) {
      past.add(i, i * 97 % 256, i * 61 % 256, i * 29 % 256);
    }
    assertThat(past.empty(40)).isEqualTo(-1);
  }

  /** Levels and for how many pictures, alternately; the level of the empty store. */
  private float empty(int... runs) {
    int picture = 0;
    for (int r = 0; r < runs.length; r += 2) {
      for (int k = 0; k < runs[r + 1]; k++, picture++) {
        int noise = picture % 3 - 1;
        past.add(picture, runs[r] + noise, runs[r], runs[r] - noise);
      }
    }
    return Math.round(past.mean(past.empty(picture), 1));
  }
}
