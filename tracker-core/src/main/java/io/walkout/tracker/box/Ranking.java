package io.walkout.tracker.box;

/**
 * Puts numbers in an order that the caller states, where they lie: by a heap (J. W. J. Williams,
 * 1964), so that no input makes it slow and nothing is allocated. With a total order the outcome
 * does not hang on how the numbers lay before.
 */
final class Ranking {
  /** Which of two comes first. */
  @FunctionalInterface
  interface Order {
    /** Whether {@code a} comes before {@code b}. */
    boolean before(int a, int b);
  }

  private Ranking() {}

  /** Sorts a stretch: the first comes first. */
  static void sort(int[] numbers, int from, int to, Order order) {
    int count = to - from;
    for (int i = count / 2 - 1; i >= 0; i--) {
      sink(numbers, from, i, count, order);
    }
    sortHeap(numbers, from, count, order);
  }

  /** Sorts what is a heap already, the last at its top. */
  static void sortHeap(int[] heap, int from, int count, Order order) {
    for (int left = count - 1; left > 0; left--) {
      int last = heap[from];
      heap[from] = heap[from + left];
      heap[from + left] = last;
      sink(heap, from, 0, left, order);
    }
  }

  /** Adds to a heap from 0 on; the last in the order is at its top. */
  static void push(int[] heap, int count, int number, Order order) {
    int at = count;
    while (at > 0 && order.before(heap[(at - 1) / 2], number)) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = number;
  }

  /** Puts another in the place of the top of a heap. */
  static void replaceTop(int[] heap, int count, int number, Order order) {
    heap[0] = number;
    sink(heap, 0, 0, count, order);
  }

  private static void sink(int[] heap, int from, int start, int count, Order order) {
    int number = heap[from + start];
    int at = start;
    for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && order.before(heap[from + child], heap[from + child + 1])) {
        child++;
      }
      if (!order.before(number, heap[from + child])) {
        break;
      }
      heap[from + at] = heap[from + child];
      at = child;
    }
    heap[from + at] = number;
  }
}
