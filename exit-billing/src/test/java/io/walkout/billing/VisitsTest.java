package io.walkout.billing;

import static io.walkout.billing.TestStore.FRONT;
import static io.walkout.billing.TestStore.appeared;
import static io.walkout.billing.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.walkout.store.EventTime;
import io.walkout.store.PersonId;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Credentials and people at the doors. */
class VisitsTest {
  @Test
  void givenTooManyVisits_whenOneMoreAppears_thenItIsAGuestsAndCounted() {
    Visits visits = new Visits(new BillingSettings(1, EventTime.SECOND, 2, 2));
    for (int i = 1; i <= 3; i++) {
      visits.open((PersonEvent.Appeared) appeared(i, 10, FRONT));
    }
    visits.shown(entry(1, "old"));
    visits.shown(entry(10, "a"));
    visits.shown(entry(10.1, "b"));

    assertThat(visits.notOpened()).isEqualTo(1);
    assertThat(visits.credentialsDropped()).isEqualTo(1);
    assertThat(visits.close(new PersonId(3))).isEmpty();
    assertThat(visits.close(new PersonId(1))).contains("account:a");
    assertThat(visits.close(new PersonId(2))).contains("account:b");
  }

  @Test
  void givenAnExitOrABlankCredential_whenSettled_thenItBindsNobody() {
    Visits visits = new Visits(BillingSettings.DEFAULT);
    visits.open((PersonEvent.Appeared) appeared(1, 10, FRONT));
    visits.shown(new DoorEvent(FRONT, TestStore.at(10), DoorEvent.Kind.EXIT, "a"));
    visits.shown(new DoorEvent(FRONT, TestStore.at(10), DoorEvent.Kind.ENTRY, null));
    visits.shown(entry(10, " "));

    assertThat(visits.close(new PersonId(1))).isEmpty();
  }

  /** The join must not hang on the order in which events come or visits are settled. */
  @Test
  void givenManyPeopleOnCredentials_whenEventsComeInAnyOrder_thenEachIsJoinedWithTheirOwn() {
    for (long seed = 1; seed <= 100; seed++) {
      Random random = new Random(seed);
      Visits visits = new Visits(BillingSettings.DEFAULT);
      List<Runnable> events = new ArrayList<>();
      Map<Integer, String> due = new HashMap<>();
      double t = 10;
      for (int i = 1; i <= 20; i++) {
        int person = i;
        double shown = t;
        double seen = t + random.nextDouble() * 0.4;
        events.add(() -> visits.open((PersonEvent.Appeared) appeared(person, seen, FRONT)));
        events.add(() -> visits.shown(entry(shown, "c" + person)));
        due.put(i, "account:c" + i);
        t += 1 + random.nextDouble();
      }
      Collections.shuffle(events, random);
      events.forEach(Runnable::run);
      List<Integer> people = new ArrayList<>(due.keySet());
      Collections.shuffle(people, random);
      for (int person : people) {
        assertThat(visits.close(new PersonId(person)))
            .as("seed %s, person %s", seed, person)
            .contains(due.get(person));
      }
    }
  }
}
