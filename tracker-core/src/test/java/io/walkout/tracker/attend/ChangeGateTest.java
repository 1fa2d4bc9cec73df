package io.walkout.tracker.attend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When an empty picture is worth a search. */
class ChangeGateTest {
  private final ChangeGate gate = new ChangeGate();
  private final Picture picture = new Picture(1);

  @Test
  void givenNothingKnown_thenEveryPictureDiffers() {
    assertThat(differs(picture.empty(1))).isTrue();
    assertThat(differs(picture.empty(1))).isTrue();
  }

  @Test
  void givenAnEmptyPicture_whenOnlyNoiseAndTheLightChange_thenItIsTheSame() {
    learnEmpty();
    for (double gain = 0.8; gain < 1.2; gain += 0.05) {
      assertThat(differs(picture.empty(gain))).as("light times %s", gain).isFalse();
    }
  }

  @Test
  void givenAnEmptyPicture_whenSomebodyAsSmallAsADetectorFindsComesIn_thenItDiffers() {
    learnEmpty();
    assertThat(differs(picture.empty(1).person(150, 60, 14, 36, 1))).isTrue();
  }

  @Test
  void givenAThingThatWasLeft_whenASearchFoundNobody_thenItIsPartOfTheEmptyPicture() {
    learnEmpty();
    assertThat(differs(picture.empty(1).person(40, 100, 30, 30, 5))).isTrue();
    gate.foundEmpty();
    assertThat(differs(picture.empty(1).person(40, 100, 30, 30, 5))).isFalse();
  }

  private void learnEmpty() {
    for (int i = 0; i < 10; i++) {
      differs(picture.empty(1));
      gate.foundEmpty();
    }
  }

  private boolean differs(Picture shown) {
    return gate.differs(shown.bgr(), Picture.WIDTH, Picture.HEIGHT);
  }
}
