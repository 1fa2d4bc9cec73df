package io.walkout.bench.realism.plates;

import io.walkout.store.ShelfId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything one gondola sent, in the order of its capture. Samples that follow each other are
 * taken to be 1/60 s apart; a block that is missing shortens the series, which no measure minds as
 * long as it is rare.
 *
 * @param number its number, from 1
 * @param blockSeconds when each block's first sample was taken, seconds since the tape's zero
 * @param sampleSeconds when each sample was taken
 * @param plates its plates that are alive, in the order of their addresses
 */
public record GondolaTape(
    int number, double[] blockSeconds, double[] sampleSeconds, List<PlateSeries> plates) {
  /** Copies the list. */
  public GondolaTape {
    plates = List.copyOf(plates);
  }

  /** Its plates, shelf by shelf. */
  public Map<ShelfId, List<PlateSeries>> byShelf() {
    Map<ShelfId, List<PlateSeries>> shelves =
        new TreeMap<>(
            java.util.Comparator.comparingInt(ShelfId::gondola).thenComparingInt(ShelfId::shelf));
    for (PlateSeries plate : plates) {
      shelves.computeIfAbsent(plate.id().shelfId(), s -> new ArrayList<>()).add(plate);
    }
    return shelves;
  }

  /** Sum of some plates, sample by sample. */
  public static double[] sum(List<PlateSeries> plates) {
    double[] sum = new double[plates.getFirst().grams().length];
    for (PlateSeries plate : plates) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += plate.grams()[i];
      }
    }
    return sum;
  }

  /** Index of the first sample at or after a moment; the number of samples if there is none. */
  public int indexAt(double seconds) {
    int low = 0;
    int high = sampleSeconds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sampleSeconds[middle] < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
