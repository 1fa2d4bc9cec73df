package io.walkout.sim.autocheckout;

/**
 * In which ways a written case is as awkward as real ones are. Start from {@link #NONE} and ask for
 * more: {@code CaseQuirks.NONE.gzipped().withoutGondola(2)}. Which plates and products are hit is
 * drawn from the simulation's seed.
 *
 * @param gzip whether plate_data and full_targets are gzipped
 * @param sensors what is wrong with the shelves
 * @param goods what is wrong with the catalogue
 * @param plan what is wrong with the plans
 */
public record CaseQuirks(boolean gzip, Sensors sensors, Goods goods, Plan plan) {
  /** A clean case: plain files, everything there and right. */
  public static final CaseQuirks NONE =
      new CaseQuirks(false, new Sensors(0, 0, false), new Goods(0, 1, 0, 0), new Plan(0, true));

  /**
   * What is wrong with the shelves.
   *
   * @param nanPlateShare share of the plates that read NaN for the whole case, 0..1
   * @param missingGondola number of a gondola that never sends, or 0
   * @param junkChannels whether gondolas send channels that no plate belongs to, holding one value
   *     for ever
   */
  public record Sensors(double nanPlateShare, int missingGondola, boolean junkChannels) {
    /** Throws {@link IllegalArgumentException} on a share outside 0..1. */
    public Sensors {
      checkShare(nanPlateShare);
    }
  }

  /**
   * What is wrong with the catalogue.
   *
   * @param wrongMassShare share of the products whose mass is wrong, 0..1
   * @param wrongMassFactor by how much it is then multiplied
   * @param missingMassShare share of the products without a mass, 0..1
   * @param repeatedShare share of the products listed twice, 0..1
   */
  public record Goods(
      double wrongMassShare,
      double wrongMassFactor,
      double missingMassShare,
      double repeatedShare) {
    /**
     * Throws {@link IllegalArgumentException} on a share outside 0..1 or a factor that is not
     * positive.
     */
    public Goods {
      checkShare(wrongMassShare);
      checkShare(missingMassShare);
      checkShare(repeatedShare);
      if (!(wrongMassFactor > 0)) {
        throw new IllegalArgumentException("a factor is positive, found " + wrongMassFactor);
      }
    }
  }

  /**
   * What is wrong with the plans.
   *
   * @param errorShare share of the facings whose product is another's, 0..1; the truth keeps what
   *     really stands there
   * @param storeMeta whether store_meta is written
   */
  public record Plan(double errorShare, boolean storeMeta) {
    /** Throws {@link IllegalArgumentException} on a share outside 0..1. */
    public Plan {
      checkShare(errorShare);
    }
  }

  private static void checkShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies in 0..1, found " + share);
    }
  }

  /** The same, gzipped. */
  public CaseQuirks gzipped() {
    return new CaseQuirks(true, sensors, goods, plan);
  }

  /** The same, with plates that read NaN, and channels without plates. */
  public CaseQuirks withDeadPlates(double share) {
    return new CaseQuirks(gzip, new Sensors(share, sensors.missingGondola(), true), goods, plan);
  }

  /** The same, without anything from one gondola. */
  public CaseQuirks withoutGondola(int number) {
    return new CaseQuirks(
        gzip, new Sensors(sensors.nanPlateShare(), number, sensors.junkChannels()), goods, plan);
  }

  /** The same, with masses that are wrong by a factor for a share of the products. */
  public CaseQuirks withWrongMasses(double share, double factor) {
    return new CaseQuirks(
        gzip,
        sensors,
        new Goods(share, factor, goods.missingMassShare(), goods.repeatedShare()),
        plan);
  }

  /** The same, with products that lack a mass or are listed twice. */
  public CaseQuirks withPoorCatalogue(double missingMassShare, double repeatedShare) {
    return new CaseQuirks(
        gzip,
        sensors,
        new Goods(goods.wrongMassShare(), goods.wrongMassFactor(), missingMassShare, repeatedShare),
        plan);
  }

  /** The same, with a planogram that names another product on a share of the facings. */
  public CaseQuirks withPlanogramErrors(double share) {
    return new CaseQuirks(gzip, sensors, goods, new Plan(share, plan.storeMeta()));
  }

  /** The same, without store_meta: only the planogram says where things are. */
  public CaseQuirks withoutStoreMeta() {
    return new CaseQuirks(gzip, sensors, goods, new Plan(plan.errorShare(), false));
  }
}
