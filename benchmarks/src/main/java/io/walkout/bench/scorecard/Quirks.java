package io.walkout.bench.scorecard;

import io.walkout.sim.autocheckout.CaseQuirks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@link CaseQuirks} as text, so that suites and commands can name them: {@code plain}, or several
 * of the others joined by {@code +}.
 */
public final class Quirks {
  /** What can be written, for people. */
  public static final String SYNTAX =
      "plain, gzip, dead-plates=SHARE, missing-gondola=N, wrong-masses=SHARExFACTOR,"
          + " missing-masses=SHARE, repeated-products=SHARE, planogram-errors=SHARE, no-store-meta,"
          + " joined by +";

  private static final Pattern QUIRK = Pattern.compile("([a-z-]+)(?:=([0-9.]+)(?:x([0-9.]+))?)?");

  private Quirks() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with what was found and what was expected
   */
  public static CaseQuirks parse(String text) {
    CaseQuirks quirks = CaseQuirks.NONE;
    for (String one : text.split("\\+", -1)) {
      Matcher matcher = QUIRK.matcher(one.strip());
      if (!matcher.matches()) {
        throw unknown(one);
      }
      quirks = with(quirks, one, matcher);
    }
    return quirks;
  }

  private static CaseQuirks with(CaseQuirks quirks, String one, Matcher matcher) {
    String name = matcher.group(1);
    boolean bare = matcher.group(2) == null;
    if (bare) {
      return switch (name) {
        case "plain" -> quirks;
        case "gzip" -> quirks.gzipped();
        case "no-store-meta" -> quirks.withoutStoreMeta();
        default -> throw unknown(one);
      };
    }
    try {
      double first = Double.parseDouble(matcher.group(2));
      if (name.equals("wrong-masses") != (matcher.group(3) != null)) {
        throw unknown(one);
      }
      CaseQuirks.Goods goods = quirks.goods();
      return switch (name) {
        case "dead-plates" -> quirks.withDeadPlates(first);
        case "missing-gondola" -> quirks.withoutGondola(Integer.parseInt(matcher.group(2)));
        case "wrong-masses" -> quirks.withWrongMasses(first, Double.parseDouble(matcher.group(3)));
        case "missing-masses" -> quirks.withPoorCatalogue(first, goods.repeatedShare());
        case "repeated-products" -> quirks.withPoorCatalogue(goods.missingMassShare(), first);
        case "planogram-errors" -> quirks.withPlanogramErrors(first);
        default -> throw unknown(one);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + one + "' holds no such number", e);
    }
  }

  private static IllegalArgumentException unknown(String one) {
    return new IllegalArgumentException("'" + one.strip() + "' is no quirk; there are " + SYNTAX);
  }
}
