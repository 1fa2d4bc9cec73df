package io.walkout.bench.tracking;

import io.walkout.tracker.box.BoxTrackerSettings;
import io.walkout.tracker.box.BoxTrackerSettings.Absence;
import io.walkout.tracker.box.BoxTrackerSettings.Evidence;
import io.walkout.tracker.box.BoxTrackerSettings.Likeness;
import io.walkout.tracker.box.BoxTrackerSettings.Motion;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The box tracker's settings with one number moved by 30 %, for every number in turn: found by
 * reflection, so that none that is added later is left out.
 *
 * @param name of the number, and how it was moved
 * @param settings what comes of it
 */
record MovedConstants(String name, BoxTrackerSettings settings) {
  private static final double[] FACTORS = {0.7, 1.3};

  /** Every number, down and up. */
  static List<MovedConstants> all() {
    BoxTrackerSettings d = BoxTrackerSettings.DEFAULT;
    List<MovedConstants> all = new ArrayList<>();
    add(d.evidence(), e -> with(e, d.motion(), d.likeness(), d.absence()), all);
    add(d.motion(), m -> with(d.evidence(), m, d.likeness(), d.absence()), all);
    add(d.likeness(), l -> with(d.evidence(), d.motion(), l, d.absence()), all);
    add(d.absence(), a -> with(d.evidence(), d.motion(), d.likeness(), a), all);
    return all;
  }

  private static BoxTrackerSettings with(Evidence e, Motion m, Likeness l, Absence a) {
    return new BoxTrackerSettings(e, m, l, a);
  }

  private static <T extends Record> void add(
      T record, Function<T, BoxTrackerSettings> whole, List<MovedConstants> to) {
    RecordComponent[] numbers = record.getClass().getRecordComponents();
    for (int i = 0; i < numbers.length; i++) {
      for (double factor : FACTORS) {
        to.add(
            new MovedConstants(
                numbers[i].getName() + (factor < 1 ? " - 30 %" : " + 30 %"),
                whole.apply(moved(record, numbers, i, factor))));
      }
    }
  }

  private static <T extends Record> T moved(
      T record, RecordComponent[] numbers, int which, double factor) {
    try {
      Object[] values = new Object[numbers.length];
      for (int i = 0; i < values.length; i++) {
        var read = numbers[i].getAccessor();
        read.setAccessible(true);
        double value = (double) read.invoke(record);
        values[i] = i == which ? factor * value : value;
      }
      @SuppressWarnings("unchecked") // the class of a T makes Ts
      Constructor<T> make =
          (Constructor<T>)
              record
                  .getClass()
                  .getDeclaredConstructor(
                      Arrays.stream(numbers)
                          .map(RecordComponent::getType)
                          .toArray(Class<?>[]::new));
      return make.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings that are no record of numbers: " + record, e);
    }
  }
}
