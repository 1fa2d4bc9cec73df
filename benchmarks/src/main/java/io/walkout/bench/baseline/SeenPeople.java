package io.walkout.bench.baseline;

import io.walkout.node.report.UserError;
import io.walkout.store.EventTime;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import io.walkout.store.signal.PoseSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everybody's head and wrists were, by the names of the external tracker, which are taken as
 * true. Single-threaded.
 */
final class SeenPeople {
  /** Pose sets kept: some four hours at 14 a second. A longer recording is refused. */
  private static final int MOST_SETS = 200_000;

  private static final List<Joint> PARTS = List.of(Joint.HEAD, Joint.LEFT_WRIST, Joint.RIGHT_WRIST);

  /** Poses come ten times a second: an event shorter than that has a set this near. */
  private static final long SET_NANOS = EventTime.SECOND / 10;

  /** How long before and after an event somebody is looked for if nobody was seen in it; chosen. */
  private static final long WIDER_NANOS = 2 * EventTime.SECOND;

  private record Moment(long nanos, String[] names, float[] xyz) {}

  /**
   * One person as the poses show them.
   *
   * @param firstNanos first sight
   * @param lastNanos last sight
   */
  record Seen(long firstNanos, long lastNanos) {}

  /**
   * Who was nearest to a place.
   *
   * @param name the external tracker's name
   * @param metres how near
   * @param part which part of the body
   */
  record Nearest(String name, double metres, Joint part) {}

  private final List<Moment> moments = new ArrayList<>();
  private final Map<String, Seen> people = new LinkedHashMap<>();

  /** Takes in everybody's joints at one moment; nothing of the set is kept. */
  void add(PoseSet set, long nanos) {
    if (moments.size() == MOST_SETS) {
      throw new UserError("the recording holds more than " + MOST_SETS + " pose sets");
    }
    String[] names = new String[set.count];
    float[] xyz = new float[set.count * PARTS.size() * 3];
    int at = 0;
    for (int i = 0; i < set.count; i++) {
      names[i] = set.targetIds[i];
      for (Joint part : PARTS) {
        int k = i * Joint.COUNT + part.ordinal();
        xyz[at++] = set.x[k];
        xyz[at++] = set.y[k];
        xyz[at++] = set.z[k];
      }
      people.merge(
          names[i],
          new Seen(nanos, nanos),
          (a, b) ->
              new Seen(Math.min(a.firstNanos, b.firstNanos), Math.max(a.lastNanos, b.lastNanos)));
    }
    moments.add(new Moment(nanos, names, xyz));
  }

  /** Everybody, in the order of first sight. */
  Map<String, Seen> all() {
    return people;
  }

  /**
   * Whose head or wrist came nearest to a place between two moments; where nobody was seen then, up
   * to two seconds before and after; null if nobody was seen even then.
   */
  @Nullable Nearest nearest(Vec3 place, long fromNanos, long toNanos) {
    Nearest nearest = within(place, fromNanos - SET_NANOS, toNanos + SET_NANOS);
    return nearest != null
        ? nearest
        : within(place, fromNanos - WIDER_NANOS, toNanos + WIDER_NANOS);
  }

  private @Nullable Nearest within(Vec3 place, long fromNanos, long toNanos) {
    Nearest nearest = null;
    for (Moment moment : moments) {
      if (moment.nanos < fromNanos || moment.nanos > toNanos) {
        continue;
      }
      for (int k = 0; k < moment.xyz.length; k += 3) {
        Vec3 part = new Vec3(moment.xyz[k], moment.xyz[k + 1], moment.xyz[k + 2]);
        double metres = part.distanceTo(place); // NaN if unseen
        if (nearest == null ? !Double.isNaN(metres) : metres < nearest.metres) {
          int n = k / 3;
          nearest =
              new Nearest(moment.names[n / PARTS.size()], metres, PARTS.get(n % PARTS.size()));
        }
      }
    }
    return nearest;
  }
}
