package io.walkout.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.sim.Seen;
import io.walkout.sim.people.Act;
import io.walkout.sim.people.Happening;
import io.walkout.sim.people.Prop;
import io.walkout.sim.people.Shopper;
import io.walkout.store.signal.DoorEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scenario does what its name says. */
class ActsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoIsHandedAUnitPaysForItAndNotWhoTookIt(long seed) throws IOException {
    Seen seen = Seen.of("hand-over", seed);
    assertThat(seen.owes("ann")).isEmpty();
    assertThat(seen.owes("ben")).hasSize(2);
    Act handOver = seen.acts(Act.Kind.HAND_OVER).getFirst();
    assertThat(handOver.targetId()).isEqualTo(seen.person("ann").targetId());
    assertThat(handOver.otherTargetId()).isEqualTo(seen.person("ben").targetId());
    assertThat(handOver.units().getFirst().article().name()).isIn(seen.owes("ben"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsHandedOverCanBePutBackByTheOther(long seed) throws IOException {
    Seen seen = Seen.of("hand-over-put-back", seed);
    assertThat(seen.owes("ann")).hasSize(1);
    assertThat(seen.owes("ben")).isEmpty();
    assertThat(seen.happenings(Happening.Kind.PUT_BACK).getFirst().targetId())
        .isEqualTo(seen.person("ben").targetId());
  }

  @ParameterizedTest
  @CsvSource({
    "couple,2,couple",
    "family,3,family",
    "child,2,pair",
  })
  void aPartyEntersOnOneCredentialAndEachHasAReceipt(String name, int people, String party)
      throws IOException {
    Seen seen = Seen.of(name, 1);
    assertThat(seen.parties()).containsOnlyKeys(party);
    assertThat(seen.parties().get(party)).hasSize(people);
    assertThat(seen.people().stream().map(s -> s.plan().credential()).distinct()).hasSize(1);
    assertThat(seen.outcome().truth().receipts()).hasSize(people);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theStaffFillsUpAndOwesNothing(long seed) throws IOException {
    Seen seen = Seen.of("restock", seed);
    assertThat(seen.happenings(Happening.Kind.RESTOCK)).hasSizeBetween(4, 6);
    assertThat(seen.owes("ann")).hasSize(2);
    assertThat(seen.outcome().truth().receipts().getFirst().products()).isEmpty();
    assertThat(seen.outcome().putBacks()).isZero();
    assertThat(seen.props).contains(Prop.Kind.TROLLEY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTailgaterPassesNoEntryAndLeavesByTheExit(long seed) throws IOException {
    Seen seen = Seen.of("tailgate", seed);
    assertThat(seen.passes(DoorEvent.Kind.ENTRY)).isEqualTo(1);
    assertThat(seen.passes(DoorEvent.Kind.EXIT)).isEqualTo(2);
    assertThat(seen.person("ben").enteredSeconds() - seen.person("ann").enteredSeconds())
        .isBetween(0.3, 2.5);
    assertThat(seen.owes("ben")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoComesAgainIsTheSamePersonWithAnotherTarget(long seed) throws IOException {
    List<Shopper> visits = Seen.of("re-enter", seed).people();
    assertThat(visits).hasSize(2);
    assertThat(visits.get(1).enteredSeconds()).isGreaterThan(visits.get(0).leftSeconds() + 5);
    assertThat(visits.get(1).targetId()).isNotEqualTo(visits.get(0).targetId());
    assertThat(visits.get(1).appearance()).isEqualTo(visits.get(0).appearance());
    assertThat(visits.get(1).heightMetres()).isEqualTo(visits.get(0).heightMetres());
    assertThat(visits).allMatch(v -> v.unitCount() == 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBagThatIsSetDownIsTakenAwayAndChargedToNobody(long seed) throws IOException {
    Seen seen = Seen.of("bag-on-shelf", seed);
    assertThat(seen.acts(Act.Kind.BAG_ON)).hasSize(1);
    assertThat(seen.acts(Act.Kind.BAG_OFF)).hasSize(1);
    assertThat(seen.acts(Act.Kind.BAG_ON).getFirst().massGrams())
        .isEqualTo(seen.acts(Act.Kind.BAG_OFF).getFirst().massGrams());
    assertThat(seen.props).contains(Prop.Kind.BAG);
    assertThat(seen.owes("ann")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "three-at-once,3",
    "take-two-return-one,1",
    "leave-without-buying,0",
    "nothing,0",
    "held-long,1",
    "pocket,2",
    "empty-facing,1",
    "equal-mass,1",
    "near-mass,1",
    "swap-hands,1",
  })
  void annOwesForWhatSheTookAndKept(String name, int units) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(Seen.of(name, seed).owes("ann")).as("%s %d", name, seed).hasSize(units);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pocket,POCKET",
    "swap-hands,SWAP",
    "many-things,STOW",
    "lean,LEAN",
    "empty-facing,TOUCH",
  })
  void whatTheNameSaysIsDone(String name, Act.Kind kind) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(Seen.of(name, seed).acts(kind)).as("%s %d", name, seed).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void threeAtOnceIsOneReachAndTakeTwoReturnOneIsThree(long seed) throws IOException {
    assertThat(Seen.of("three-at-once", seed).happenings(Happening.Kind.TAKE))
        .singleElement()
        .matches(h -> h.quantity() == 3);
    assertThat(Seen.of("take-two-return-one", seed).happenings(Happening.Kind.TAKE)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWrongMassIsOfTheGoodsAndNotOfTheCatalogue(long seed) throws IOException {
    Seen seen = Seen.of("wrong-mass", seed);
    List<Double> ratios = seen.massRatios(seen.person("ben").units());
    assertThat(ratios).allMatch(r -> r > 1.15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void childrenAreSmallAndLookAlikesLookAlike(long seed) throws IOException {
    assertThat(Seen.of("child", seed).person("kim").heightMetres()).isBetween(0.9, 1.4);
    Seen alike = Seen.of("look-alikes", seed);
    assertThat(alike.person("ben").appearance()).isEqualTo(alike.person("ann").appearance());
    assertThat(Seen.of("pram", seed).props).contains(Prop.Kind.PRAM);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsHeldIsSeenInAHand(long seed) throws IOException {
    assertThat(Seen.of("held-long", seed).handsFullSeconds).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aFullStoreHasThirtyPeopleInItAtOnce(long seed) throws IOException {
    Seen seen = Seen.of("full-store", seed);
    assertThat(seen.people()).hasSize(30);
    assertThat(seen.mostInside).isEqualTo(30);
    assertThat(seen.outcome().seconds()).isLessThan(200);
  }
}
