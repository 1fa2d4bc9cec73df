package io.walkout.billing;

import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;

import java.nio.file.Path;

/**
 * A process that exists to be killed: settles visit after visit, from where its ledger left off,
 * and prints each person's number once the receipt is made. What a visit buys follows from its
 * number, so that whoever looks at the books afterwards knows what is due.
 */
final class CrashVictim {
  private CrashVictim() {}

  /** Arguments: the directory of the two files, the first person, the last. */
  public static void main(String[] args) {
    Path dir = Path.of(args[0]);
    try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(dir.resolve("cards.db"), script())) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      for (long person = Long.parseLong(args[1]); person <= Long.parseLong(args[2]); person++) {
        Receipt receipt = billing.settle(cart(person, line(TEA, units(person), 0.95)));
        System.out.println(person + " " + receipt.totalMinor());
      }
    }
  }

  static int units(long person) {
    return 1 + (int) (person % 7);
  }

  static CardScript script() {
    return CardScript.always(CardScript.Behaviour.APPROVE)
        .everyNth(5, CardScript.Behaviour.TIME_OUT_AFTER)
        .everyNth(7, CardScript.Behaviour.TIME_OUT_BEFORE)
        .everyNth(11, CardScript.Behaviour.DECLINE);
  }
}
