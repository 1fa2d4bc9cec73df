package io.walkout.node.score;

/**
 * What the accounts were charged, where several people are on one: as if each party were one
 * person.
 *
 * @param parties parties in truth, and visits that are nobody's
 * @param f1 of (party, barcode) pairs
 * @param truePositives units that are right
 * @param exactReceipts parties whose receipts together are exactly right
 * @param moneyError sum of |charged - due| by party over the sum of due; NaN if nothing is due
 */
public record PartyScore(
    int parties, double f1, int truePositives, int exactReceipts, double moneyError) {}
