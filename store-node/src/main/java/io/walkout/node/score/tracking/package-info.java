/**
 * How well tracks follow people: HOTA, CLEAR MOT and identity figures, on the floor plan or on
 * boxes. Pure arithmetic over frames of truth and result; knows nothing of stores or files.
 */
@NullMarked
package io.walkout.node.score.tracking;

import org.jspecify.annotations.NullMarked;
