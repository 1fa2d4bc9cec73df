package io.walkout.node.report;

import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.cart.CatalogueFactor;
import io.walkout.store.cart.CatalogueMass;
import io.walkout.store.cart.PlanogramFault;
import io.walkout.store.cart.StoreFinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found wrong in the store's papers as fields with their values, in a fixed order: the
 * same in {@code events.jsonl} and in {@code summary.json}.
 */
public final class FindingFields {
  private FindingFields() {}

  /** The event's type. */
  public static String type(StoreFinding finding) {
    return switch (finding) {
      case PlanogramFault f -> "planogramFault";
      case CatalogueMass m -> "catalogueMass";
      case CatalogueFactor c -> "catalogueFactor";
    };
  }

  /** Its fields. */
  public static Map<String, Object> of(StoreFinding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    switch (finding) {
      case PlanogramFault f -> fault(f, fields);
      case CatalogueMass m -> mass(m, fields);
      case CatalogueFactor c -> put(fields, "factor", c.factor(), 4);
    }
    return fields;
  }

  private static void fault(PlanogramFault f, Map<String, Object> fields) {
    fields.put("plates", f.plates().stream().map(PlateId::toString).toList());
    fields.put("planned", f.planned().value());
    put(fields, "plannedGrams", f.plannedGrams(), 1);
    put(fields, "unitGrams", f.unitGrams(), 1);
    List<Map<String, Object>> found = new ArrayList<>();
    for (PlanogramFault.Found other : f.found()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("gtin", other.product().value());
      put(one, "probability", other.probability(), 4);
      found.add(one);
    }
    fields.put("found", found);
    put(fields, "probability", f.probability(), 4);
    put(fields, "takes", f.takes(), 1);
    List<Map<String, Object>> evidence = new ArrayList<>();
    for (PlanogramFault.Load load : f.evidence()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("at", EventTime.iso(load.captureNanos()));
      put(one, "deltaGrams", load.deltaGrams(), 1);
      evidence.add(one);
    }
    fields.put("evidence", evidence);
    fields.put("withdrawn", f.withdrawn());
  }

  private static void mass(CatalogueMass m, Map<String, Object> fields) {
    fields.put("gtin", m.product().value());
    put(fields, "catalogueGrams", m.catalogueGrams(), 1);
    put(fields, "learnedGrams", m.learnedGrams(), 1);
    put(fields, "sigmaGrams", m.sigmaGrams(), 1);
    put(fields, "takes", m.takes(), 1);
    fields.put("withdrawn", m.withdrawn());
  }

  /** Puts a number; one that is not known is left out. */
  private static void put(Map<String, Object> fields, String name, double value, int decimals) {
    if (Double.isFinite(value)) {
      fields.put(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }
  }
}
