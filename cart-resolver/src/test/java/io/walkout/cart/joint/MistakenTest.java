package io.walkout.cart.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.PersonEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may have been exchanged is doubted by as much as it may have been. */
class MistakenTest {
  private static final PersonId ANN = new PersonId(1);
  private static final PersonId BEN = new PersonId(2);
  private static final PersonId CLO = new PersonId(3);
  private static final Company STRANGERS = new Parties(Set.of());

  private final Mistaken mistaken = new Mistaken();

  @Test
  void whoCameNearNobodyIsThemselves() {
    assertThat(mistaken.trust(ANN, 10, STRANGERS)).isEqualTo(1);
    assertThat(mistaken.at(ANN, 10)).containsOnlyKeys(ANN);
  }

  @Test
  void fromTheEncounterOnBothAreInDoubt() {
    mistaken.note(met(ANN, BEN, 100, 0.4));

    assertThat(mistaken.trust(ANN, 99, STRANGERS)).isEqualTo(1);
    assertThat(mistaken.trust(ANN, 100, STRANGERS)).isEqualTo(0.6, within(1e-9));
    assertThat(mistaken.at(BEN, 100).get(ANN)).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void aSecondExchangeMayUndoTheFirst() {
    mistaken.note(met(ANN, BEN, 100, 0.4));
    mistaken.note(met(BEN, ANN, 200, 0.4));

    assertThat(mistaken.trust(ANN, 200, STRANGERS)).isEqualTo(0.52, within(1e-9));
  }

  @Test
  void doubtIsPassedOn() {
    mistaken.note(met(BEN, CLO, 200, 0.5));
    mistaken.note(met(ANN, BEN, 100, 0.5));

    assertThat(mistaken.at(CLO, 300).get(ANN)).isEqualTo(0.25, within(1e-9));
    assertThat(mistaken.at(CLO, 150)).containsOnlyKeys(CLO);
  }

  @Test
  void withinAPartyItDoesNotMatter() {
    mistaken.note(met(ANN, BEN, 100, 0.4));
    mistaken.note(met(ANN, CLO, 200, 0.1));

    Company couple = new Parties(Set.of(ANN, BEN));

    assertThat(mistaken.trust(ANN, 150, couple)).isEqualTo(1, within(1e-9));
    assertThat(mistaken.trust(ANN, 250, couple)).isEqualTo(0.9, within(1e-9));
  }

  @Test
  void beyondTheBoundTheOldestCountForAllTimes() {
    mistaken.note(met(ANN, BEN, 100, 0.4));
    for (int i = 0; i < Mistaken.MOST_EVENTS; i++) {
      mistaken.note(met(new PersonId(10), new PersonId(11), 200 + i, 0.3));
    }

    assertThat(mistaken.events()).isEqualTo(Mistaken.MOST_EVENTS);
    assertThat(mistaken.trust(ANN, 0, STRANGERS)).isEqualTo(0.6, within(1e-9));
  }

  @Test
  void whatTiesNobodyOpenIsForgotten() {
    mistaken.note(met(ANN, BEN, 100, 0.4));
    mistaken.note(met(BEN, CLO, 200, 0.4));

    mistaken.forget(Set.of(CLO));

    assertThat(mistaken.events()).isEqualTo(1);
  }

  @Test
  void whoWasSettledBeforeTheirEncounterGrewOldIsForgottenToo() {
    mistaken.note(met(ANN, BEN, 100, 0.4));
    mistaken.forget(Set.of(BEN));
    for (int i = 0; i < Mistaken.MOST_EVENTS; i++) {
      mistaken.note(met(BEN, CLO, 200 + i, 0.3));
    }
    assertThat(mistaken.rows()).isEqualTo(2);

    mistaken.forget(Set.of(CLO));

    assertThat(mistaken.rows()).isZero();
  }

  private static PersonEvent.Confused met(PersonId a, PersonId b, long nanos, double probability) {
    return new PersonEvent.Confused(a, b, nanos, new FloorPoint(0, 0), probability);
  }

  private record Parties(Set<PersonId> party) implements Company {
    @Override
    public boolean isStaff(PersonId person) {
      return false;
    }

    @Override
    public boolean areOneParty(PersonId a, PersonId b) {
      return party.contains(a) && party.contains(b);
    }
  }
}
