/**
 * The tracks of one camera, from a detector's boxes alone: which box continues whom, who is hidden
 * and where. Arrays only; knows nothing of pictures, floors, people's names or shelves.
 */
@NullMarked
package io.walkout.tracker.box;

import org.jspecify.annotations.NullMarked;
