package io.walkout.store.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.walkout.store.DoorId;
import io.walkout.store.PersonId;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import org.junit.jupiter.api.Test;

/** Which credential belongs to whom, as far as is known. */
class DoorCredentialsTest {
  private static final DoorId FRONT = new DoorId("front");
  private static final PersonId ANN = new PersonId(1);
  private static final PersonId BEN = new PersonId(2);

  private final DoorCredentials doors = new DoorCredentials(5, 2, 2);

  private void came(PersonId person, long nanos) {
    doors.came(new PersonEvent.Appeared(person, nanos, new FloorPoint(0, 0), FRONT, null));
  }

  private void shown(long nanos, String credential) {
    doors.shown(new DoorEvent(FRONT, nanos, DoorEvent.Kind.ENTRY, credential));
  }

  @Test
  void givenAPersonWithoutACredential_whenItIsToldLate_thenTheAnswerChanges() {
    came(ANN, 10);
    assertThat(doors.credential(ANN)).isEmpty();

    shown(11, "ann");
    assertThat(doors.credential(ANN)).contains("ann");
  }

  @Test
  void givenACredentialThatFitsOne_whenOneComesWhomItFitsBetter_thenItIsTheirs() {
    came(ANN, 14);
    shown(10, "ben");
    assertThat(doors.credential(ANN)).contains("ben");

    came(BEN, 10);
    assertThat(doors.credential(ANN)).isEmpty();
    assertThat(doors.credential(BEN)).contains("ben");
  }

  @Test
  void givenMorePeopleAndCredentialsThanItsLimits_thenWhatIsLeftOutIsCounted() {
    came(ANN, 10);
    came(BEN, 11);
    came(BEN, 11);
    came(new PersonId(3), 12);
    shown(9, "old");
    shown(10, "ann");
    shown(11, "ben");

    assertThat(doors.people()).containsExactly(ANN, BEN);
    assertThat(doors.peopleRefused()).isEqualTo(1);
    assertThat(doors.credentialsDropped()).isEqualTo(1);
    assertThat(doors.credential(ANN)).contains("ann");
    assertThat(doors.close(ANN)).contains("ann");
    assertThat(doors.credential(ANN)).isEmpty();
  }

  @Test
  void givenALimitBelowOne_thenItIsRefused() {
    assertThatThrownBy(() -> new DoorCredentials(5, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
