package io.walkout.tracker.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 61, 100})
  void theLowerMedianIsWhatSortingFinds(int n) {
    Random random = new Random(n);
    for (int run = 0; run < 200; run++) {
      double[] values = random.doubles(n + 3).map(v -> Math.rint(v * 20)).toArray();
      double[] sorted = Arrays.copyOf(values, n);
      Arrays.sort(sorted);

      assertThat(Median.lower(values, n)).isEqualTo(sorted[(n - 1) / 2]);
    }
  }
}
