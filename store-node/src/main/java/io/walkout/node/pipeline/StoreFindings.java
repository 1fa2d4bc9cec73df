package io.walkout.node.pipeline;

import io.walkout.node.report.FindingFields;
import io.walkout.node.report.Summary;
import io.walkout.store.EventTime;
import io.walkout.store.PlateId;
import io.walkout.store.ProductCode;
import io.walkout.store.cart.CatalogueFactor;
import io.walkout.store.cart.CatalogueMass;
import io.walkout.store.cart.PlanogramFault;
import io.walkout.store.cart.StoreFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found wrong in planogram and catalogue, as it stands now: what was withdrawn is gone,
 * but counted. Bounded by the number of facings and of products.
 */
final class StoreFindings {
  private final Map<PlateId, StoreFinding> faults = new TreeMap<>();
  private final Map<ProductCode, StoreFinding> masses = new TreeMap<>();
  private double factor = 1;
  private int withdrawn;

  /** Takes in what was found. */
  void add(StoreFinding finding) {
    switch (finding) {
      case PlanogramFault f -> note(faults, f.plates().getFirst(), f, f.withdrawn());
      case CatalogueMass m -> note(masses, m.product(), m, m.withdrawn());
      case CatalogueFactor c -> factor = c.factor();
    }
  }

  private <K> void note(Map<K, StoreFinding> all, K key, StoreFinding finding, boolean takenBack) {
    if (takenBack) {
      all.remove(key);
      withdrawn++;
    } else {
      all.put(key, finding);
    }
  }

  /** Notes it in the summary. */
  void into(Summary summary) {
    summary.put("plan", "planogramFaults", fields(faults.values()));
    summary.put("plan", "catalogueMasses", fields(masses.values()));
    summary.put("plan", "catalogueFactor", factor);
    summary.put("plan", "findingsWithdrawn", withdrawn);
  }

  private static List<Map<String, Object>> fields(Collection<StoreFinding> findings) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (StoreFinding finding : findings) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("at", EventTime.iso(finding.captureNanos()));
      one.putAll(FindingFields.of(finding));
      one.remove("withdrawn");
      all.add(one);
    }
    return all;
  }
}
