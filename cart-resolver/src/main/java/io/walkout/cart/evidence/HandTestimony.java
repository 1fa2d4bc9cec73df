package io.walkout.cart.evidence;

import io.walkout.store.PersonId;
import io.walkout.store.geometry.OrientedBox;
import io.walkout.store.shelf.ShelfChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What hands, arms and bodies say of who reached the place of one part of a change. */
final class HandTestimony implements Testimony {
  private final ReachEvidence evidence;
  private final Question question;
  private @Nullable List<Reach> reaches;

  HandTestimony(ReachEvidence evidence, Question question) {
    this.evidence = evidence;
    this.question = question;
  }

  @Override
  public List<Sight> people() {
    List<Sight> people = new ArrayList<>();
    for (Reach r : reaches()) {
      people.add(new Sight(r.person(), r.metres(), r.with()));
    }
    return people;
  }

  @Override
  public double hand(PersonId person, int side) {
    for (Reach r : reaches()) {
      if (r.person().equals(person)) {
        return Math.log(side == 0 ? r.left() : r.right());
      }
    }
    return 0;
  }

  @Override
  public double blindShare() {
    ShelfChange part = question.part();
    return evidence.unseenShare(part.stepNanos(), part.stepSigmaNanos());
  }

  @Override
  public double lostShare() {
    return evidence.hiddenShare();
  }

  private List<Reach> reaches() {
    List<Reach> known = reaches;
    if (known == null) {
      ShelfChange part = question.part();
      Optional<OrientedBox> room = question.room();
      known =
          room.isEmpty()
              ? List.of()
              : evidence.weigh(
                  room.get(), question.spreadMetres(), part.stepNanos(), part.stepSigmaNanos());
      reaches = known;
    }
    return known;
  }
}
