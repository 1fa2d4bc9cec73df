/**
 * {@code ./walkout tracking}: the trackers on public sequences, beside what published trackers
 * reach on the same boxes. Knows the sequences' folders and the peers' figures; the trackers know
 * neither.
 */
@NullMarked
package io.walkout.bench.tracking;

import org.jspecify.annotations.NullMarked;
