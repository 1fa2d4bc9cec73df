package io.walkout.sim.people;

import io.walkout.sim.world.Dice;

/**
 * How one person looks to a camera. Colours are 0xRRGGBB under white light.
 *
 * @param skin face and hands
 * @param hair top of the head
 * @param top what covers trunk and arms
 * @param legs what covers the legs
 * @param shoes feet
 * @param build thickness of trunk and limbs; 1 is the average
 */
public record Appearance(int skin, int hair, int top, int legs, int shoes, double build) {
  private static final int[] SKIN = {0xF1C9A5, 0xE0AC82, 0xC68A5E, 0x9A6541, 0x6B4429};
  private static final int[] HAIR = {0x1B1512, 0x3A2A1E, 0x6B4E2E, 0xA8834A, 0x8C8C8C};

  /** Draws somebody. */
  static Appearance draw(Dice dice) {
    return new Appearance(
        SKIN[dice.below(SKIN.length)],
        HAIR[dice.below(HAIR.length)],
        cloth(dice, 0.75),
        cloth(dice, 0.3),
        cloth(dice, 0.2),
        Math.clamp(1 + dice.gaussian(0.12), 0.75, 1.4));
  }

  /** Cloth of any hue; {@code vivid} is the strongest saturation. */
  private static int cloth(Dice dice, double vivid) {
    double grey = dice.between(25, 225);
    double strength = dice.between(0, vivid);
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      double value = grey + strength * (dice.between(0, 255) - grey);
      rgb = rgb << 8 | (int) Math.clamp(value, 0, 255);
    }
    return rgb;
  }
}
