package io.walkout.cart;

import io.walkout.cart.joint.Company;
import io.walkout.store.Layout;
import io.walkout.store.PersonId;
import io.walkout.store.Policy;
import io.walkout.store.Zone;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.people.PersonEvent;
import io.walkout.store.signal.DoorEvent;
import io.walkout.store.visit.DoorCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is who while they are in the store: who came on which credential, told early, as the doors
 * and the person tracker tell it, and joined as billing joins it. Who came on a credential of the
 * staff, or was first seen in a zone of theirs, is staff. Credentials don't leave this class.
 *
 * <p>Single-threaded; the same calls give the same answers. Knows {@link #MOST} people at once, and
 * as many credentials; who comes beyond is a shopper alone, a credential beyond drops the one shown
 * first.
 */
public final class Accounts implements Company {
  /** Chosen: what billing keeps, so that both join alike. */
  static final int MOST = 1024;

  private final DoorCredentials doors =
      new DoorCredentials(DoorCredentials.WINDOW_NANOS, MOST, MOST);
  private final Set<String> staffCredentials;
  private final List<Zone> staffZones = new ArrayList<>();
  private final Set<PersonId> fromStaffZone = new TreeSet<>();

  /** Nobody yet, in a store of that layout and policy. */
  public Accounts(Layout layout, Policy policy) {
    staffCredentials = new TreeSet<>(policy.staffCredentials());
    for (Zone zone : layout.zones()) {
      if (zone.kind() == Zone.Kind.STAFF) {
        staffZones.add(zone);
      }
    }
  }

  /** Somebody passed a door. */
  public void door(DoorEvent event) {
    doors.shown(event);
  }

  /** Somebody appeared. Appearing twice changes nothing. */
  public void appeared(PersonEvent.Appeared event) {
    doors.came(event);
    FloorPoint at = event.at();
    if (fromStaffZone.size() < MOST
        && staffZones.stream().anyMatch(zone -> zone.area().contains(at.x(), at.y()))) {
      fromStaffZone.add(event.person());
    }
  }

  @Override
  public boolean isStaff(PersonId person) {
    return fromStaffZone.contains(person)
        || doors.credential(person).map(staffCredentials::contains).orElse(false);
  }

  @Override
  public boolean areOneParty(PersonId a, PersonId b) {
    Optional<String> credential = doors.credential(a);
    return credential.isPresent() && credential.equals(doors.credential(b));
  }

  /** Everybody in the store who came on one credential with somebody, themselves included. */
  public List<PersonId> party(PersonId person) {
    List<PersonId> party = new ArrayList<>();
    for (PersonId other : doors.people()) {
      if (other.equals(person) || areOneParty(person, other)) {
        party.add(other);
      }
    }
    return party;
  }

  /** Somebody's cart is settled: they are forgotten, and their credential is used up. */
  void close(PersonId person) {
    doors.close(person);
    fromStaffZone.remove(person);
  }
}
