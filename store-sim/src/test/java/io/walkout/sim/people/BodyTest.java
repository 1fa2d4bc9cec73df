package io.walkout.sim.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Facing;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-6);
  private static final double AHEAD = Math.PI / 2;

  private final Body body = new Body(BodyShape.adult(new Dice(3, "body")));

  private static Vec3 at(Body body, BodyJoint joint) {
    int k = 3 * joint.ordinal();
    return new Vec3(body.joints[k], body.joints[k + 1], body.joints[k + 2]);
  }

  private static Vec3 grip(Body body, boolean left) {
    int k = left ? 0 : 3;
    return new Vec3(body.grips[k], body.grips[k + 1], body.grips[k + 2]);
  }

  private static double bone(Body body, BodyJoint a, BodyJoint b) {
    return at(body, a).distanceTo(at(body, b)) / body.height;
  }

  private static void assertBones(Body body) {
    BodyShape s = body.shape;
    assertThat(bone(body, BodyJoint.LEFT_SHOULDER, BodyJoint.LEFT_ELBOW))
        .isCloseTo(s.upperArm(), EXACT);
    assertThat(bone(body, BodyJoint.RIGHT_SHOULDER, BodyJoint.RIGHT_ELBOW))
        .isCloseTo(s.upperArm(), EXACT);
    assertThat(bone(body, BodyJoint.LEFT_ELBOW, BodyJoint.LEFT_WRIST))
        .isCloseTo(s.forearm(), EXACT);
    assertThat(bone(body, BodyJoint.RIGHT_ELBOW, BodyJoint.RIGHT_WRIST))
        .isCloseTo(s.forearm(), EXACT);
    assertThat(bone(body, BodyJoint.LEFT_HIP, BodyJoint.LEFT_KNEE)).isCloseTo(s.thigh(), EXACT);
    assertThat(bone(body, BodyJoint.RIGHT_HIP, BodyJoint.RIGHT_KNEE)).isCloseTo(s.thigh(), EXACT);
    assertThat(bone(body, BodyJoint.LEFT_KNEE, BodyJoint.LEFT_ANKLE)).isCloseTo(s.shank(), EXACT);
    assertThat(bone(body, BodyJoint.RIGHT_KNEE, BodyJoint.RIGHT_ANKLE)).isCloseTo(s.shank(), EXACT);
    assertThat(bone(body, BodyJoint.LEFT_SHOULDER, BodyJoint.RIGHT_SHOULDER))
        .isCloseTo(2 * s.halfShoulders(), EXACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.95, 1.2, 1.5, 1.71, 1.95})
  void bonesKeepTheirLengthsWhateverHandsAndFeetDo(double height) {
    Body any = new Body(BodyShape.ofHeight(height));
    Vec3 low = new Vec3(0.2, 0.1, 0.4);
    Vec3 high = new Vec3(-0.2, 0.1, 1.8);
    Body.Reach left = any.plan(0, -0.5, AHEAD, high, true);
    Body.Reach right = any.plan(0, -0.5, AHEAD, low, false);
    for (double share = 0; share <= 1; share += 0.05) {
      any.swayAside = 0.03 * share;
      any.swayAhead = -0.008 * share;
      any.carryLeft = share;
      any.pose(0, -0.5, AHEAD, 7 * share, 0.18 * share, left, share, right, 1 - share);
      assertBones(any);
      any.pose(0, -0.5, AHEAD, 7 * share, 0.18 * share, null, 0, right, share);
      assertBones(any);
      any.pose(0, -0.5, AHEAD, 7 * share, 0.18, null, 0, null, 0);
      assertBones(any);
    }
  }

  @Test
  void feetStayOnTheFloorWhileOneCrouchesAndKneesGoForwards() {
    Body.Reach low = body.plan(0, -0.45, AHEAD, new Vec3(0.1, 0.1, 0.2), false);
    assertThat(low.crouchMetres()).isGreaterThan(0);
    body.pose(0, -0.45, AHEAD, 0, 0, null, 0, null, 0);
    Vec3 before = at(body, BodyJoint.LEFT_ANKLE);
    Vec3 kneeBefore = at(body, BodyJoint.LEFT_KNEE);
    for (double share = 0; share <= 1; share += 0.1) {
      body.pose(0, -0.45, AHEAD, 0, 0, null, 0, low, share);
      assertThat(at(body, BodyJoint.LEFT_ANKLE).distanceTo(before)).isLessThan(1e-6);
    }
    assertThat(at(body, BodyJoint.LEFT_KNEE).y()).isGreaterThan(kneeBefore.y() + 0.1);
    assertThat(at(body, BodyJoint.LEFT_HIP).z()).isLessThan(0.5 * body.height);
  }

  @Test
  void whoStretchesRisesOnTheirToesAndNoHigher() {
    Body small = new Body(BodyShape.ofHeight(1.55));
    Body.Reach high = small.plan(0, -0.45, AHEAD, new Vec3(0.1, 0.1, 1.95), false);
    small.pose(0, -0.45, AHEAD, 0, 0, null, 0, high, 1);
    double heel = at(small, BodyJoint.LEFT_ANKLE).z() - BodyShape.ANKLE * small.height;
    assertThat(heel).isBetween(0.02, 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"corner", "big", "hall", "wide"})
  void fromBeforeAFacingAHandGetsToTheFrontOfItsGoodsWithinThreeCentimetres(String name) {
    SimStore shop = NamedShops.named(name);
    for (double height : new double[] {1.5, 1.71, 1.95}) {
      Body any = new Body(BodyShape.ofHeight(height));
      for (Facing f : shop.facings()) {
        double middle = f.box().size().x() / 2;
        FloorPoint feet = SimStore.before(f, middle, 0.46);
        Vec3 goods = f.box().pose().apply(new Vec3(middle, 0.06, 0.09));
        double heading = StrictMath.atan2(goods.y() - feet.y(), goods.x() - feet.x());
        for (boolean left : new boolean[] {true, false}) {
          assertThat(any.canReach(feet.x(), feet.y(), heading, goods, left))
              .as("%s by %.2f m", f.plates(), height)
              .isTrue();
          Body.Reach reach = any.plan(feet.x(), feet.y(), heading, goods, left);
          any.pose(
              feet.x(),
              feet.y(),
              heading,
              0,
              0,
              left ? reach : null,
              left ? 1 : 0,
              left ? null : reach,
              left ? 0 : 1);
          assertThat(grip(any, left).distanceTo(goods)).isLessThan(Body.TOUCH_METRES);
        }
      }
    }
  }

  @Test
  void aChildGetsToTheLowestShelfButNotToTheTop() {
    Body child = new Body(BodyShape.ofHeight(1.1));
    assertThat(child.canReach(0, -0.45, AHEAD, new Vec3(0.1, 0.08, 0.45), false)).isTrue();
    assertThat(child.canReach(0, -0.45, AHEAD, new Vec3(0.1, 0.08, 1.7), false)).isFalse();
    assertThat(body.canReach(0, -0.45, AHEAD, new Vec3(0.1, 0.08, 1.7), false)).isTrue();
  }

  @Test
  void twoHandsWorkAtOnceEachAtItsOwnPlace() {
    Vec3 a = new Vec3(-0.25, 0.05, 1.0);
    Vec3 b = new Vec3(0.3, 0.05, 1.35);
    Body.Reach left = body.plan(0, -0.45, AHEAD, a, true);
    Body.Reach right = body.plan(0, -0.45, AHEAD, b, false);
    body.pose(0, -0.45, AHEAD, 0, 0, left, 1, right, 1);
    assertThat(grip(body, true).distanceTo(a)).isLessThan(0.03);
    assertThat(grip(body, false).distanceTo(b)).isLessThan(0.03);
    body.pose(0, -0.45, AHEAD, 0, 0, left, 1, null, 0);
    assertThat(grip(body, true).distanceTo(a)).isLessThan(0.03);
    assertThat(grip(body, false).z()).as("hangs").isLessThan(0.6 * body.height);
  }

  @Test
  void whatIsCarriedIsHeldBeforeTheBody() {
    body.pose(0, 0, 0, 0, 0, null, 0, null, 0);
    double hanging = grip(body, false).z();
    body.carryRight = 1;
    body.pose(0, 0, 0, 0, 0, null, 0, null, 0);
    assertThat(grip(body, false).z()).isBetween(0.55 * body.height, 0.75 * body.height);
    assertThat(grip(body, false).z()).isGreaterThan(hanging + 0.2);
    assertThat(grip(body, false).x()).isGreaterThan(0.2);
  }

  @Test
  void eachHandFindsItsPocketAndTheBag() {
    for (boolean left : new boolean[] {true, false}) {
      for (Body.Spot spot : Body.Spot.values()) {
        Vec3 place = body.spot(1, 2, 0.7, spot, left);
        assertThat(body.canReach(1, 2, 0.7, place, left)).as("%s", spot).isTrue();
        Body.Reach reach = body.plan(1, 2, 0.7, place, left);
        body.pose(1, 2, 0.7, 0, 0, left ? reach : null, 1, left ? null : reach, 1);
        assertThat(grip(body, left).distanceTo(place)).as("%s", spot).isLessThan(0.1);
      }
    }
  }

  @Test
  void whoStandsUprightHasTheHeadOnTop() {
    body.pose(1, -1, 0, 0, 0, null, 0, null, 0);
    assertThat(at(body, BodyJoint.HEAD).z()).isBetween(0.88 * body.height, body.height);
    assertThat(at(body, BodyJoint.LEFT_SHOULDER).y())
        .isGreaterThan(at(body, BodyJoint.RIGHT_SHOULDER).y());
    assertThat(at(body, BodyJoint.LEFT_HIP).z()).isCloseTo(0.53 * body.height, Offset.offset(0.01));
  }

  @Test
  void childrenHaveLargerHeadsAndShorterLegsAndNobodyIsATower() {
    BodyShape child = BodyShape.child(new Dice(1, "child"));
    BodyShape adult = BodyShape.adult(new Dice(1, "adult"));
    assertThat(child.heightMetres()).isBetween(0.9, 1.35);
    assertThat(child.isChild()).isTrue();
    assertThat(adult.isChild()).isFalse();
    assertThat(child.hip()).isLessThan(adult.hip());
    assertThat(child.headAboveNeck()).isGreaterThan(adult.headAboveNeck());
    assertThatThrownBy(() -> BodyShape.ofHeight(2.6)).isInstanceOf(IllegalArgumentException.class);
  }
}
