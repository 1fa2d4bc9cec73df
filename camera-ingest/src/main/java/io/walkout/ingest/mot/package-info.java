/**
 * MOTChallenge text: boxes of a detector in, truth in, tracks out. Knows the columns and the ways a
 * file can be wrong; knows nothing of how tracks are made or judged.
 */
@NullMarked
package io.walkout.ingest.mot;

import org.jspecify.annotations.NullMarked;
