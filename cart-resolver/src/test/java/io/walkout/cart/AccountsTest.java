package io.walkout.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.DoorId;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.Policy;
import io.walkout.store.Zone;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.FloorPolygon;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who came on which credential, and who is of the staff. */
class AccountsTest {
  private static final DoorId FRONT = new DoorId("front");
  private static final PersonId ANN = new PersonId(1);
  private static final PersonId BEN = new PersonId(2);
  private static final PersonId SAM = new PersonId(3);

  private final Accounts accounts =
      new Accounts(
          new Layout(
              FloorPolygon.rectangle(0, 0, 5, 5),
              List.of(),
              List.of(),
              List.of(),
              List.of(
                  new Zone("counter", Zone.Kind.STAFF, FloorPolygon.rectangle(0, 4, 1, 5)),
                  new Zone("aisle", Zone.Kind.SHOPPING, FloorPolygon.rectangle(3, 3, 4, 4)))),
          Policy.DEFAULT.withStaff(List.of("staff-1", "staff-2")));

  private static PersonEvent.Appeared appeared(
      PersonId person, double at, @Nullable DoorId door, double x, double y) {
    return new PersonEvent.Appeared(person, Shop.at(at), new FloorPoint(x, y), door, null);
  }

  private static PersonEvent.Appeared appeared(PersonId person, double at) {
    return appeared(person, at, FRONT, 2, 0);
  }

  private static DoorEvent shown(double at, String credential) {
    return new DoorEvent(FRONT, Shop.at(at), DoorEvent.Kind.ENTRY, credential);
  }

  @Test
  void givenTwoOnOneCredential_thenTheyAreOneParty() {
    accounts.door(shown(1, "smiths"));
    accounts.door(shown(2.5, "smiths"));
    accounts.door(shown(4, "other"));
    accounts.appeared(appeared(ANN, 1.1));
    accounts.appeared(appeared(BEN, 2.6));
    accounts.appeared(appeared(SAM, 4.1));

    assertThat(accounts.areOneParty(ANN, BEN)).isTrue();
    assertThat(accounts.areOneParty(ANN, SAM)).isFalse();
    assertThat(accounts.party(ANN)).containsExactly(ANN, BEN);
    assertThat(accounts.party(SAM)).containsExactly(SAM);
  }

  @Test
  void givenNoCredential_thenEveryoneIsAShopperAlone() {
    accounts.appeared(appeared(ANN, 1));
    accounts.appeared(appeared(BEN, 1.5));

    assertThat(accounts.areOneParty(ANN, BEN)).isFalse();
    assertThat(accounts.party(ANN)).containsExactly(ANN);
    assertThat(accounts.isStaff(ANN)).isFalse();
  }

  @Test
  void givenACredentialOfTheStaff_whenEventsComeInAnyOrder_thenItsOwnerIsStaffAndNobodyElse() {
    for (long seed = 1; seed <= 20; seed++) {
      Accounts shuffled =
          new Accounts(
              new Layout(
                  FloorPolygon.rectangle(0, 0, 5, 5), List.of(), List.of(), List.of(), List.of()),
              Policy.DEFAULT.withStaff(List.of("staff-1")));
      List<Runnable> events = new ArrayList<>();
      events.add(() -> shuffled.door(shown(1, "ann")));
      events.add(() -> shuffled.door(shown(2.5, "staff-1")));
      events.add(() -> shuffled.door(shown(4, "ben")));
      events.add(() -> shuffled.appeared(appeared(ANN, 1.4)));
      events.add(() -> shuffled.appeared(appeared(SAM, 2.9)));
      events.add(() -> shuffled.appeared(appeared(BEN, 4.4)));
      Collections.shuffle(events, new Random(seed));
      events.forEach(Runnable::run);

      assertThat(shuffled.isStaff(SAM)).as("seed %s", seed).isTrue();
      assertThat(shuffled.isStaff(ANN)).as("seed %s", seed).isFalse();
      assertThat(shuffled.isStaff(BEN)).as("seed %s", seed).isFalse();
    }
  }

  @Test
  void givenOneFirstSeenInAZoneOfTheStaff_thenTheyAreStaffAndThoseInOtherZonesAreNot() {
    accounts.appeared(appeared(SAM, 1, null, 0.5, 4.5));
    accounts.appeared(appeared(ANN, 1, null, 3.5, 3.5));

    assertThat(accounts.isStaff(SAM)).isTrue();
    assertThat(accounts.isStaff(ANN)).isFalse();
  }

  @Test
  void givenACredentialShownTooLongBefore_thenItBindsNobody() {
    accounts.door(shown(1, "staff-1"));
    accounts.appeared(appeared(ANN, 7));

    assertThat(accounts.isStaff(ANN)).isFalse();
  }

  @Test
  void givenOneWhoIsSettled_whenAnotherAppears_thenTheCredentialIsUsedUp() {
    accounts.door(shown(1, "staff-1"));
    accounts.appeared(appeared(SAM, 1.1));
    accounts.close(SAM);
    accounts.appeared(appeared(ANN, 2));

    assertThat(accounts.isStaff(SAM)).isFalse();
    assertThat(accounts.isStaff(ANN)).isFalse();
  }
}
