package io.walkout.billing;

import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that exists to be killed: settles visits whose every line is in review, then applies
 * answers to them in batches, from the first visit on, whatever an earlier process had come to.
 */
final class ReviewVictim {
  static final int VISITS = 60;
  private static final int BATCH = 3;

  private ReviewVictim() {}

  /** Argument: the directory of the two files. */
  public static void main(String[] args) {
    Path dir = Path.of(args[0]);
    try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(dir.resolve("cards.db"), script())) {
      settle(ledger, cards);
      System.out.println("settled");
      Reviews reviews = new Reviews("run", store(), ledger, cards);
      List<ReviewAnswer> answers = answers(reviews);
      for (int i = 0; i < answers.size(); i += BATCH) {
        if (reviews.apply(answers.subList(i, Math.min(answers.size(), i + BATCH))).decided() > 0) {
          System.out.println("applied " + i);
        }
      }
    }
  }

  static void settle(Ledger ledger, SimulatedCardProcessor cards) {
    ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
    for (int person = 1; person <= VISITS; person++) {
      billing.settle(cart(person, line(TEA, 1, 0.6), line(NUTS, 2, 0.5)));
    }
  }

  /** The tea is confirmed, the nuts were the next visitor's, each fifth visitor took neither. */
  static List<ReviewAnswer> answers(Reviews reviews) {
    List<ReviewAnswer> answers = new ArrayList<>();
    for (Review r : reviews.all()) {
      long person = Long.parseLong(r.visit().value().substring("run-".length()));
      boolean drop = person % 5 == 0;
      boolean mine = r.number() == 1;
      answers.add(
          new ReviewAnswer(
              "answers[" + answers.size() + "]",
              r.id(),
              r.fingerprint(),
              drop
                  ? ReviewAnswer.Decision.DROP
                  : mine ? ReviewAnswer.Decision.CONFIRM : ReviewAnswer.Decision.CHOOSE,
              null,
              null,
              drop || mine ? null : "run-" + (person % VISITS + 1),
              null,
              null));
    }
    return answers;
  }

  static CardScript script() {
    return CardScript.always(CardScript.Behaviour.APPROVE)
        .everyNth(5, CardScript.Behaviour.TIME_OUT_AFTER)
        .everyNth(7, CardScript.Behaviour.TIME_OUT_BEFORE);
  }
}
