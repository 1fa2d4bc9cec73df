/**
 * One identity per person on the floor plan, from detections of all cameras and from poses of other
 * trackers. Knows nothing of shelves or carts.
 */
@NullMarked
package io.walkout.tracker.person;

import org.jspecify.annotations.NullMarked;
