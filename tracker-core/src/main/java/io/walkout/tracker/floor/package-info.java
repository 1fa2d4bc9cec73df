/**
 * People on the floor plan from the boxes of several cameras: metres in, metres out, arrays only.
 * Knows cameras by what they project and people as upright bodies; nothing of shops, pictures, nets
 * or the ring. Single-threaded, online, bounded, without allocation once warm.
 */
@NullMarked
package io.walkout.tracker.floor;

import org.jspecify.annotations.NullMarked;
