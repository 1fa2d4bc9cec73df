package io.walkout.tracker.shelf;

/** Hoare's selection in place: no allocation, which {@code Arrays.sort} has beyond 44 values. */
final class Median {
  private Median() {}

  /** The lower median of the first {@code n} values, which change their order; n at least 1. */
  static double lower(double[] values, int n) {
    int wanted = (n - 1) / 2;
    int low = 0;
    int high = n - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[wanted];
  }
}
