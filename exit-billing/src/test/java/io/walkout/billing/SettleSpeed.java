package io.walkout.billing;

import static io.walkout.billing.TestStore.NUTS;
import static io.walkout.billing.TestStore.ODD;
import static io.walkout.billing.TestStore.TEA;
import static io.walkout.billing.TestStore.cart;
import static io.walkout.billing.TestStore.line;
import static io.walkout.billing.TestStore.store;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * Prints how long settling takes on a disk: visits of three lines, ledger and processor's book both
 * fsynced. Run by hand, with a directory and a number of visits; its numbers are in {@code
 * docs/developing/exit-billing.md}.
 */
final class SettleSpeed {
  private SettleSpeed() {}

  public static void main(String[] args) {
    Path dir = Path.of(args[0]);
    int visits = Integer.parseInt(args[1]);
    long[] micros = new long[visits];
    try (Ledger ledger = Ledger.open(dir.resolve("ledger.db"));
        SimulatedCardProcessor cards =
            SimulatedCardProcessor.open(
                dir.resolve("cards.db"), CardScript.always(CardScript.Behaviour.APPROVE))) {
      ExitBilling billing = new ExitBilling("run", store(), ledger, cards, BillingSettings.DEFAULT);
      for (int i = 0; i < visits; i++) {
        var cart = cart(i + 1L, line(TEA, 2, 0.95), line(NUTS, 1, 0.9), line(ODD, 1, 0.9));
        long start = System.nanoTime();
        billing.settle(cart);
        micros[i] = (System.nanoTime() - start) / 1000;
      }
      long start = System.nanoTime();
      int problems = ledger.verify().size();
      System.out.printf(
          "verify: %d problems in %d ms%n", problems, (System.nanoTime() - start) / 1_000_000);
    }
    Arrays.sort(micros);
    System.out.printf(
        "settle: median %d us, p99 %d us, slowest %d us, %d visits%n",
        micros[visits / 2], micros[visits * 99 / 100], micros[visits - 1], visits);
  }
}
