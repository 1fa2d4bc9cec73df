package io.walkout.billing;

import io.walkout.store.PersonId;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.visit.DoorCredentials;
import java.util.List;
import java.util.Optional;

/**
 * The visits that are open and the accounts they are charged to. A visit is joined with the
 * credential shown at its door as late as possible: when it is settled, all who came by that door
 * at about its time are known. Who shows one credential several times lets in several people, each
 * with a visit of their own on that account.
 */
final class Visits {
  /** Account of a visit without a credential: this and the visit. */
  static final String GUEST = "visit:";

  /** Account of a visit with a credential: this and the credential, so that none looks a guest. */
  static final String ACCOUNT = "account:";

  private final DoorCredentials doors;

  Visits(BillingSettings settings) {
    doors =
        new DoorCredentials(
            settings.credentialWindowNanos(), settings.openVisits(), settings.waitingCredentials());
  }

  /** Somebody came. Appearing twice changes nothing. */
  void open(PersonEvent.Appeared a) {
    doors.came(a);
  }

  /** Somebody passed a door; only credentials shown on the way in matter here. */
  void shown(DoorEvent e) {
    doors.shown(e);
  }

  /**
   * Ends a visit: the account of the credential it is joined with, if any. That credential is used
   * up.
   */
  Optional<String> close(PersonId person) {
    return doors.close(person).map(c -> ACCOUNT + c);
  }

  /** The account a visit would be charged to if it ended now; nothing changes. */
  Optional<String> account(PersonId person) {
    return doors.credential(person).map(c -> ACCOUNT + c);
  }

  /** People whose visit is open, by number. */
  List<PersonId> openVisits() {
    return doors.people();
  }

  /** How many visits were not opened because too many were. */
  long notOpened() {
    return doors.peopleRefused();
  }

  /** How many credentials were dropped because too many waited. */
  long credentialsDropped() {
    return doors.credentialsDropped();
  }
}
