package io.walkout.cart.joint;

import io.walkout.store.PersonId;

/**
 * Who the people on the floor are to the store and to each other, as far as is known now. An answer
 * may change while somebody's credential is still to come.
 */
public interface Company {
  /** Whether somebody is of the staff: they fill shelves, and owe for nothing. */
  boolean isStaff(PersonId person);

  /** Whether two people came on one credential, so that one account pays for both. */
  boolean areOneParty(PersonId a, PersonId b);
}
