package io.walkout.cart.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.cart.evidence.PeopleHistory;
import io.walkout.cart.evidence.Reach;
import io.walkout.cart.evidence.ReachEvidence;
import io.walkout.cart.evidence.SightWatch;
import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.PlateId;
import io.walkout.store.ShelfId;
import io.walkout.store.people.People;
import io.walkout.store.shelf.ShelfChange;
import io.walkout.store.shelf.ShelfChange.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far what was felt can be trusted, given what was not seen. */
class DoubtTest {
  private static final PersonId ANN = new PersonId(1);
  private static final PersonId BEN = new PersonId(2);
  private static final PersonId CAN = new PersonId(3);
  private static final long STEP = 10 * EventTime.SECOND;

  private final PeopleHistory history = new PeopleHistory(30 * EventTime.SECOND);
  private final SightWatch sights = new SightWatch();
  private final ReachEvidence evidence = new ReachEvidence(history, sights, EventTime.SECOND / 3);

  @Test
  void givenAllWereSeenAllTheTime_thenThereIsNoDoubt() {
    look(0, 20);

    assertThat(trust(Kind.STILL, List.of(reach(ANN, 30), reach(BEN, 0.1)), Set.of(ANN, BEN)))
        .isEqualTo(1);
  }

  @Test
  void givenSomebodyInsideWhoWasNotSeen_thenTheyMayHaveDoneItAsWellAsAnywhere() {
    look(0, 20);

    assertThat(trust(Kind.STILL, List.of(reach(ANN, 19)), Set.of(ANN, BEN)))
        .isCloseTo(19.0 / 20, within(1e-12));
    assertThat(trust(Kind.STILL, List.of(reach(ANN, 1)), Set.of(ANN, BEN, CAN)))
        .isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void givenNobodyWasLookedAt_thenItIsAnybodysOrOfOneWhoCameIn() {
    look(0, 4);
    look(16, 20);

    assertThat(trust(Kind.STILL, List.of(reach(ANN, 30), reach(BEN, 1)), Set.of(ANN, BEN)))
        .isCloseTo(1.0 / 3, within(1e-12));
    assertThat(trust(Kind.STILL, List.of(reach(ANN, 30)), Set.of(ANN)))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void givenNobodyWasLookedAtForSomeOfTheTime_thenThatShareIsAnybodys() {
    look(0, 10);

    double trust = trust(Kind.STILL, List.of(reach(ANN, 30), reach(BEN, 1)), Set.of(ANN, BEN));

    assertThat(trust).isBetween(0.85, 0.99);
  }

  @Test
  void givenOnePersonInside_thenNobodyElseCanHaveDoneIt() {
    look(0, 20);

    assertThat(trust(Kind.STILL, List.of(), Set.of(ANN))).isEqualTo(1);
  }

  @Test
  void givenPeopleAreOftenLostFromSight_thenOneOfWhomNothingIsKnownMayBeInside() {
    look(0, 20);
    ShelfChange change = change(Kind.STILL);

    double hand = Doubt.trust(change, List.of(reach(ANN, 60)), Set.of(ANN), 0, 0.3);
    double bystander = Doubt.trust(change, List.of(reach(ANN, 0.5)), Set.of(ANN), 0, 0.3);

    assertThat(hand).isGreaterThan(0.99);
    assertThat(bystander).isCloseTo(0.5 / 0.62, within(1e-12));
  }

  @Test
  void givenMassThatWasNotWeighed_thenItIsNoMoreThanAGuess() {
    look(0, 20);

    assertThat(trust(Kind.PART_UNSEEN, List.of(reach(ANN, 30)), Set.of(ANN))).isEqualTo(0.5);
    assertThat(trust(Kind.UNSTEADY, List.of(reach(ANN, 30)), Set.of(ANN))).isEqualTo(1);
  }

  private double trust(Kind kind, List<Reach> seen, Set<PersonId> inside) {
    ShelfChange change = change(kind);
    double dark = evidence.unseenShare(change.stepNanos(), change.stepSigmaNanos());
    return Doubt.trust(change, seen, inside, dark, sights.hiddenShare());
  }

  private static ShelfChange change(Kind kind) {
    return new ShelfChange(
        new ShelfId(1, 1),
        STEP - EventTime.SECOND / 2,
        STEP + EventTime.SECOND / 2,
        STEP,
        EventTime.SECOND / 5,
        -100,
        1,
        kind,
        List.of(new ShelfChange.PlateDelta(new PlateId(1, 1, 1), -100, 1)));
  }

  private void look(int fromSeconds, int toSeconds) {
    People moment = new People();
    for (long t = fromSeconds * EventTime.SECOND;
        t <= toSeconds * EventTime.SECOND;
        t += EventTime.SECOND / 10) {
      moment.clear(t);
      history.add(moment);
    }
  }

  private static Reach reach(PersonId person, double ratio) {
    return new Reach(person, ratio, 0.1, "LEFT_WRIST", ratio, ratio);
  }
}
