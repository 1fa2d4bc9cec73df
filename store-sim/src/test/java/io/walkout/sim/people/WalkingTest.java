package io.walkout.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.world.NamedShops;
import io.walkout.sim.world.SimStore;
import io.walkout.store.Gondola;
import io.walkout.store.geometry.FloorPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkingTest {
  @ParameterizedTest
  @CsvSource({
    "corner, 6, 5, 1",
    "corner, 6, 5, 2",
    "big, 10, 6, 3",
    "wide, 12, 3, 4",
    "hall, 30, 1.5, 5",
  })
  void nobodyWalksThroughFixturesOrOthersOrFasterThanPeopleDo(
      String name, int people, double every, long seed) {
    Crowd crowd = Crowd.atRandom(NamedShops.named(name), people, every, seed).run();
    assertThat(crowd.insideFixtures).isZero();
    assertThat(crowd.fastest).isBetween(1.0, 1.8);
    // A squeeze past somebody is as narrow as chest against back, and soon over.
    assertThat(crowd.nearest).isGreaterThan(0.18);
    assertThat(crowd.longestNear).isLessThan(5);
    assertThat(crowd.acceleration(0.99)).isLessThan(5);
    assertThat(crowd.acceleration(1)).isLessThan(Feet.MOST_METRES_PER_SECOND2 + 1e-6);
  }

  @Test
  void aChildWalksAtAChildsPace() {
    SimStore shop = NamedShops.named("hall");
    double[] fastest = new double[2];
    for (int k = 0; k < 2; k++) {
      for (long seed = 1; seed <= 6; seed++) {
        Traits traits =
            new Traits(
                k == 0 ? Traits.Kind.CHILD : Traits.Kind.ADULT,
                k == 0 ? 1.05 : 1.7,
                Arrival.NONE,
                false,
                false);
        Plan plan =
            new Plan("kim", Arrival.at(1, null), traits, List.of(new Intent.Stroll(1.5, 8)));
        fastest[k] = Math.max(fastest[k], Crowd.of(shop, List.of(plan), seed).run().fastest);
      }
    }
    assertThat(fastest[0]).isBetween(0.6, 1.1).isLessThan(0.85 * fastest[1]);
  }

  @Test
  void whoIsAloneNeverBrakesHard() {
    Crowd crowd = Crowd.atRandom(NamedShops.named("hall"), 1, 1, 8).run();
    assertThat(crowd.acceleration(1)).isLessThan(4);
  }

  @Test
  void aHandIsWhereThingsHappen() {
    Crowd crowd = Crowd.atRandom(NamedShops.named("corner"), 5, 8, 3).run();
    assertThat(crowd.scene.happenings()).isNotEmpty();
    assertThat(crowd.worstReachMetres).isLessThan(Body.TOUCH_METRES);
  }

  @Test
  void theSameSeedMovesEverybodyTheSameWay() {
    long once = Crowd.atRandom(NamedShops.named("wide"), 6, 3, 9).run().trace;
    assertThat(Crowd.atRandom(NamedShops.named("wide"), 6, 3, 9).run().trace).isEqualTo(once);
    assertThat(Crowd.atRandom(NamedShops.named("wide"), 6, 3, 10).run().trace).isNotEqualTo(once);
  }

  @Test
  void whoWaitsForAFacingStandsInAQueueAndComesInTurn() {
    SimStore shop = NamedShops.named("corner");
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      plans.add(
          new Plan(
              "p" + i,
              Arrival.at(1 + 2 * i, null),
              Traits.ADULT,
              List.of(new Intent.Look(40, 9), new Intent.Take(40, 1, true))));
    }
    Crowd crowd = Crowd.of(shop, plans, 4).run();
    assertThat(crowd.longestNear).isLessThan(3);
    List<String> order = crowd.scene.happenings().stream().map(Happening::targetId).toList();
    assertThat(order).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    // First come, first served, but for those who stand side by side.
    for (int i = 0; i < order.size(); i++) {
      int came = 0;
      while (!crowd.scene.shoppers().get(came).targetId().equals(order.get(i))) {
        came++;
      }
      assertThat(Math.abs(came - i)).isLessThan(3);
    }
  }

  @Test
  void whoFollowsStaysNear() {
    Crowd crowd = Crowd.atRandom(NamedShops.named("hall"), 2, 2, 6);
    while (!crowd.scene.shoppers().get(1).isInside()) {
      crowd.step();
    }
    Shopper leader = crowd.scene.shoppers().get(0);
    Shopper child = crowd.scene.shoppers().get(1);
    Following following = new Following(child, leader, true, Double.POSITIVE_INFINITY);
    int steps = 0;
    int near = 0;
    while (!leader.isGone() && !following.step(crowd.seconds, 1.0 / 60)) {
      crowd.scene.step(crowd.seconds += 1.0 / 60, 1.0 / 60);
      steps++;
      near += child.at().distanceTo(leader.at()) < 1.6 ? 1 : 0;
    }
    assertThat(steps).isGreaterThan(300);
    assertThat(near).isGreaterThan(steps / 2);
  }

  @Test
  void aPramIsPushedAheadParkedBesideAndNeverInAFixture() {
    SimStore shop = NamedShops.named("hall");
    Crowd crowd = Crowd.atRandom(shop, 1, 1, 11);
    Shopper pusher = crowd.scene.shoppers().getFirst();
    pusher.push(new Pushed(Prop.Kind.PRAM, 0x203040));
    double deepest = Double.POSITIVE_INFINITY;
    double[] was = new double[3];
    boolean seen = false;
    int ahead = 0;
    int steps = 0;
    while (!crowd.scene.isOver()) {
      crowd.step();
      if (!pusher.isInside()) {
        continue;
      }
      Prop prop =
          crowd.scene.props().stream()
              .filter(p -> p.kind() == Prop.Kind.PRAM)
              .findFirst()
              .orElseThrow();
      FloorPoint middle = prop.box().centre().floor();
      double[] turned = prop.box().pose().rotation();
      double[] now = {middle.x(), middle.y(), StrictMath.atan2(turned[3], turned[0])};
      if (seen) {
        double turn = Math.abs(Math.IEEEremainder(now[2] - was[2], 2 * Math.PI)) * 60;
        double roll = StrictMath.hypot(now[0] - was[0], now[1] - was[1]) * 60;
        assertThat(turn).isLessThan(Pushed.TURN_RADIANS_PER_SECOND + 1e-6);
        assertThat(roll).isLessThan(Pushed.MOST_METRES_PER_SECOND + 0.6);
      }
      was = now;
      seen = true;
      for (Gondola gondola : shop.store().layout().gondolas()) {
        double edge = gondola.footprint().distanceToEdge(middle.x(), middle.y());
        boolean in = gondola.footprint().contains(middle.x(), middle.y());
        deepest = Math.min(deepest, in ? -edge : edge);
      }
      assertThat(middle.distanceTo(pusher.at())).isBetween(0.4, 0.9);
      if (StrictMath.hypot(pusher.speedX, pusher.speedY) > 0.6) {
        steps++;
        double dx = middle.x() - pusher.x;
        double dy = middle.y() - pusher.y;
        ahead += dx * pusher.speedX + dy * pusher.speedY > 0 ? 1 : 0;
      }
    }
    assertThat(deepest).as("its middle stays out of fixtures").isGreaterThan(0.1);
    assertThat(ahead).isGreaterThan(steps * 8 / 10);
  }
}
