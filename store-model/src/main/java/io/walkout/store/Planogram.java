package io.walkout.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The plan of what stands where. It may be wrong.
 *
 * @param facings in the order they were listed
 */
public record Planogram(List<Facing> facings) {
  /** Copies the list. */
  public Planogram {
    facings = List.copyOf(facings);
  }

  /** The facings of each shelf that has any. */
  public Map<ShelfId, List<Facing>> byShelf() {
    return facings.stream()
        .collect(Collectors.groupingBy(Facing::shelf, TreeMap::new, Collectors.toList()));
  }
}
