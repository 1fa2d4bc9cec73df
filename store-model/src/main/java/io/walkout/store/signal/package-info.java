/**
 * What sensors deliver, as reusable holders of plain arrays: plate blocks, detections, poses, door
 * and price events. Filled by the ingest, read by the trackers; never kept by either.
 */
@NullMarked
package io.walkout.store.signal;

import org.jspecify.annotations.NullMarked;
